using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Lasco.Notebooks.Display.Objects;

/// <summary>Exceptions with those within and where they came from, without this machine's paths.</summary>
internal static partial class ExceptionRenderer
{
    private const int MostCauses = 10;

    public static Rendering Render(Exception exception)
    {
        var heads = new StringBuilder();
        int causes = 0;
        for (var e = exception; e is not null && causes < MostCauses; e = e.InnerException, causes++)
            heads.Append(causes == 0 ? "" : "\n ---> ").Append(TypeName.Of(e.GetType())).Append(": ").Append(Message(e));
        string trace = MachinePath().Replace(exception.StackTrace ?? "", "");
        string text = trace.Length == 0 ? heads.ToString() : $"{heads}\n{trace}";
        string[] parts = [WebUtility.HtmlEncode(heads.ToString()), WebUtility.HtmlEncode(trace)];
        string html = trace.Length == 0 ? $"<pre>{parts[0]}</pre>" : $"<details><summary><code>{parts[0].Replace("\n", "<br>", StringComparison.Ordinal)}</code></summary><pre>{parts[1]}</pre></details>";
        return new(text, html);
    }

    private static string Message(Exception e)
    {
        try
        {
            return e.Message;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return failure.GetType().Name;
        }
    }

    /// <summary>A file at the end of a frame that is named from the root; cells are named without one.</summary>
    [GeneratedRegex(@" in (/|[A-Za-z]:\\)[^\n]*:line \d+")]
    private static partial Regex MachinePath();
}
