using System.Text.Json;

namespace Lasco.Research.Datasets;

/// <summary>Keeps one instance of each text: questions and answers repeat, and a text that is known costs no allocation.</summary>
internal sealed class TextPool
{
    private readonly HashSet<string> texts = new(StringComparer.Ordinal);
    private char[] buffer = new char[256];

    /// <summary>The string that <paramref name="reader"/> stands on.</summary>
    /// <returns>The text, or null where it is not UTF-8.</returns>
    public string? Read(ref Utf8JsonReader reader)
    {
        if (reader.ValueSpan.Length > buffer.Length)
            buffer = new char[Math.Max(reader.ValueSpan.Length, 2 * buffer.Length)];
        int length;
        try
        {
            length = reader.CopyString(buffer);
        }
        catch (InvalidOperationException)
        {
            return null;
        }

        ReadOnlySpan<char> text = buffer.AsSpan(0, length);
        var lookup = texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out string? known))
            return known;
        lookup.Add(text);
        return lookup.TryGetValue(text, out known) ? known : null;
    }
}
