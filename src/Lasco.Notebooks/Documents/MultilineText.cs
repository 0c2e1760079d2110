using System.Text.Json.Nodes;
using Lasco.Notebooks.Display;

namespace Lasco.Notebooks.Documents;

/// <summary>
/// Texts in notebook files are lists of lines, so that diffs are by line; in memory they are strings. Which fields, and what
/// ends a line, are nbformat's rules (<c>nbformat.v4.rwbase</c>).
/// </summary>
internal static class MultilineText
{
    private const string LineEnds = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029";

    /// <summary>Replaces a list of lines by the text.</summary>
    public static void Join(JsonObject owner, string field)
    {
        if (owner[field] is JsonArray lines && lines.All(IsString))
            owner[field] = string.Concat(lines.Select(line => line!.GetValue<string>()));
    }

    /// <summary>Replaces a text by the list of its lines.</summary>
    public static void Split(JsonObject owner, string field)
    {
        if (IsString(owner[field]))
            owner[field] = new JsonArray([.. Lines(owner[field]!.GetValue<string>()).Select(line => (JsonNode)line)]);
    }

    /// <summary>Joins every form of a MIME bundle that stands in lines.</summary>
    public static void JoinBundle(JsonObject? data)
    {
        foreach (string mime in Keys(data).Where(mime => !MimeBundle.IsJson(mime)))
            Join(data!, mime);
    }

    /// <summary>Splits every form of a MIME bundle that is text.</summary>
    public static void SplitBundle(JsonObject? data)
    {
        foreach (string mime in Keys(data).Where(mime => mime.StartsWith("text/", StringComparison.Ordinal) || mime is "application/javascript" or "image/svg+xml"))
            Split(data!, mime);
    }

    /// <summary>The lines of a text, each with what ends it: Python's <c>splitlines(True)</c>.</summary>
    public static IEnumerable<string> Lines(string text)
    {
        int start = 0;
        while (start < text.Length)
        {
            int end = text.AsSpan(start).IndexOfAny(LineEnds);
            int next = end < 0 ? text.Length : start + end + (text.AsSpan(start + end).StartsWith("\r\n") ? 2 : 1);
            yield return text[start..next];
            start = next;
        }
    }

    private static string[] Keys(JsonObject? data) => data is null ? [] : [.. data.Select(form => form.Key)];

    private static bool IsString(JsonNode? node) => node is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String;
}
