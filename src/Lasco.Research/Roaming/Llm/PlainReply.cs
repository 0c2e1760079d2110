using System.Text.RegularExpressions;

namespace Lasco.Research.Roaming.Llm;

/// <summary>Takes off what models put around a line and what is no part of it: a lone list mark or heading mark, emphasis of the whole line, single quotation marks.</summary>
internal static partial class PlainReply
{
    /// <summary>Takes off as much as there is.</summary>
    /// <param name="line">The only line of a reply.</param>
    /// <returns>What is left. Marks inside of it are left to the quality control.</returns>
    public static string Of(string line)
    {
        while (true)
        {
            string plain = Enclosed().Replace(Mark().Replace(line.Trim(), ""), "$2");
            if (plain == line)
                return plain;
            line = plain;
        }
    }

    [GeneratedRegex(@"^(?:[-–•*+]|#{1,6}|\d{1,2}[.)])\s+(?=\S)")]
    private static partial Regex Mark();

    /// <summary>An apostrophe within a word ends no quotation.</summary>
    [GeneratedRegex(@"^(?:(\*{1,3}|_{1,3}|`{1,3})([^*_`]+)\1|(?<1>['‘])(?<2>(?:[^'‘’]|(?<=\p{L})['’](?=\p{L}))+)['’]|(?<1>«)(?<2>[^«»]+)»)$")]
    private static partial Regex Enclosed();
}
