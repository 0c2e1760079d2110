namespace Lasco.Notebooks.Charts;

/// <summary>
/// Colours that stand out on white and on black (contrast at least 3 with both) and that colour-blind readers tell apart.
/// </summary>
public static class Palette
{
    /// <summary>The colours of a figure's traces, in order.</summary>
    public static IReadOnlyList<string> Colors { get; } = ["#3b7dd8", "#d9660a", "#009e73", "#cc6fa5", "#d2003f", "#808080"];

    /// <summary>A colour of which a fifth is left, as error bands have it.</summary>
    /// <param name="color">As <c>#rrggbb</c>; others stay as they are.</param>
    internal static string Transparent(string color) =>
        color is ['#', _, _, _, _, _, _] && int.TryParse(color.AsSpan(1), System.Globalization.NumberStyles.AllowHexSpecifier, null, out int rgb)
            ? $"rgba({rgb >> 16},{rgb >> 8 & 255},{rgb & 255},0.2)"
            : color;
}
