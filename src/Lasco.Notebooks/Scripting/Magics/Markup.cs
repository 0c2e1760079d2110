using Lasco.Notebooks.Display;

namespace Lasco.Notebooks.Scripting.Magics;

/// <summary><c>#!html</c>, <c>#!markdown</c>, <c>#!javascript</c>.</summary>
internal static class Markup
{
    public static MimeBundle Show(MarkupPart part)
    {
        (string mime, string content) = part.Language switch
        {
            "html" => (MimeBundle.Html, part.Text),
            "markdown" => ("text/markdown", part.Text),
            _ => (MimeBundle.Html, $"<script type=\"text/javascript\">\n{part.Text}\n</script>"),
        };
        return new(new Dictionary<string, string> { [MimeBundle.Text] = part.Text, [mime] = content });
    }
}
