namespace Lasco.Notebooks.Protocol;

/// <summary>Positions in a text: the protocol counts Unicode's code points, .NET counts UTF-16 units.</summary>
internal static class CodePoints
{
    /// <summary>The unit that a code point begins at; a position that is outside the text is moved to its nearer end.</summary>
    public static int ToUnits(string text, int points)
    {
        int unit = 0;
        for (; points > 0 && unit < text.Length; points--)
            unit += IsPair(text, unit) ? 2 : 1;
        return unit;
    }

    /// <summary>How many code points begin before a unit.</summary>
    public static int FromUnits(string text, int units)
    {
        int points = 0;
        for (int unit = 0; unit < Math.Min(units, text.Length); unit += IsPair(text, unit) ? 2 : 1)
            points++;
        return points;
    }

    private static bool IsPair(string text, int unit) =>
        char.IsHighSurrogate(text[unit]) && unit + 1 < text.Length && char.IsLowSurrogate(text[unit + 1]);
}
