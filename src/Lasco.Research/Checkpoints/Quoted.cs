namespace Lasco.Research.Checkpoints;

/// <summary>Text from a file, made safe and short enough for a message.</summary>
internal static class Quoted
{
    private const int MaxLength = 120;

    public static string Text(string text)
    {
        string cut = text.Length > MaxLength ? text[..MaxLength] + "…" : text;
        return '\'' + string.Concat(cut.Select(c => char.IsControl(c) ? '\uFFFD' : c)) + '\'';
    }
}
