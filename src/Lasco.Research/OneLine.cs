namespace Lasco.Research;

/// <summary>
/// Text that may come from a stranger's file, as a line that a terminal can show: without control characters and halves
/// of surrogate pairs, and with its middle left out where it is long.
/// </summary>
public static class OneLine
{
    /// <summary>The longest message, in characters.</summary>
    public const int Longest = 2000;

    /// <summary>The text as one line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">How long it may be; the front gets three quarters of it.</param>
    public static string Of(string text, int longest = Longest)
    {
        string line = text.Length <= longest ? text : $"{text[..(longest / 4 * 3)]} … {text[^(longest / 4)..]}";
        line = line.ReplaceLineEndings(" ");
        return string.Concat(line.EnumerateRunes().Select(rune => System.Text.Rune.IsControl(rune) ? System.Text.Rune.ReplacementChar : rune));
    }
}
