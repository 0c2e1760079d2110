namespace Lasco.Research.Checkpoints;

/// <summary>Text from a file, made safe and short enough for a message.</summary>
internal static class Quoted
{
    private const int MaxLength = 120;

    public static string Text(string text) => $"'{OneLine.Of(text, MaxLength)}'";
}
