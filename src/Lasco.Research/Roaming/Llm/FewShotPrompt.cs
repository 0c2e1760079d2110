using System.Text;
using Lasco.Research.Roaming.Quality;

namespace Lasco.Research.Roaming.Llm;

/// <summary>
/// The few-shot prompt of the paper's appendix D: a line that states the task, lines <c>"question? answer" = "text"</c>,
/// and the open line <c>"question? answer" =</c>.
/// </summary>
public static class FewShotPrompt
{
    /// <summary>The examples in a prompt.</summary>
    public const int Examples = 3;

    private const string Task = "Rephrase the following texts:";
    private const string Separator = "\" = \"";

    /// <summary>Writes the prompt.</summary>
    /// <param name="examples">What to imitate.</param>
    /// <param name="question">The question to rephrase.</param>
    /// <param name="answer">Its answer.</param>
    public static string Build(IEnumerable<Example> examples, string question, string answer)
    {
        var prompt = new StringBuilder(Task);
        foreach (Example example in examples)
            prompt.Append("\n\"").Append(Unquote(example.Question)).Append(' ').Append(Unquote(example.Answer)).Append(Separator).Append(Unquote(example.Text)).Append('"');
        return prompt.Append("\n\"").Append(Unquote(question)).Append(' ').Append(Unquote(answer)).Append("\" =").ToString();
    }

    /// <summary>Finds the text in a model's reply: what stands in quotation marks, or the only line, without the marks around it. A completion that goes on with examples of its own is cut there.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="asked">What was asked, or null where a reply may repeat any question.</param>
    /// <returns>The text, or a refusal that says what the reply is.</returns>
    public static Rephrasing Parse(string reply, QuestionAnswer? asked = null)
    {
        string[] lines = reply.ReplaceLineEndings("\n").Replace('“', '"').Replace('”', '"').Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0)
            return new Rephrasing(null, "empty reply");
        string text = lines[0];
        if (text.IndexOf(Separator, StringComparison.Ordinal) is >= 0 and var repeated)
        {
            if (asked is { } pair && !new PlainWords(text[..repeated]).IsSameAs(new PlainWords($"{pair.Question} {pair.Answer}")))
                return new Rephrasing(null, $"reply to another question: {text}");
            text = text[(repeated + Separator.Length - 1)..];
        }

        text = text.TrimStart('=', ' ');
        if (lines.Length == 1)
            text = PlainReply.Of(text);
        if (text.StartsWith('"'))
        {
            return text.Length <= 2 || text.IndexOf('"', 1) < 0 ? new Rephrasing(null, $"reply cut short: {text}")
                : text[^1] != '"' || EndsAtFirstMark(text.AsSpan(1..^1)) ? new Rephrasing(null, $"reply with more than a text: {text}")
                : new Rephrasing(PlainReply.Of(text[1..^1]), null);
        }

        return lines.Length == 1 ? new Rephrasing(text, null) : new Rephrasing(null, $"reply of several lines: {string.Join(" / ", lines)}");
    }

    /// <summary>Whether what stands between the outermost quotation marks is two quotations rather than one around others: <c>one" or "another</c>.</summary>
    private static bool EndsAtFirstMark(ReadOnlySpan<char> between)
    {
        int mark = between.IndexOf('"');
        return mark > 0 && between[mark - 1] != ' ' && (mark + 1 == between.Length || !char.IsLetterOrDigit(between[mark + 1]));
    }

    private static string Unquote(string text) => string.Join(' ', text.Replace('"', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
