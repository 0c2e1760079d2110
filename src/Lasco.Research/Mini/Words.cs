namespace Lasco.Research.Mini;

/// <summary>The vocabulary that questions and captions share.</summary>
internal static class Words
{
    private static readonly string[] Numbers = ["no", "one", "two", "three", "four"];

    /// <summary>An attribute's value, as captions and texts write it.</summary>
    public static string Word<T>(this T value)
        where T : struct, Enum => Spelled<T>.Words[System.Runtime.CompilerServices.Unsafe.As<T, int>(ref value)];

    /// <summary>The words of all of an attribute's values.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Spelled<T>.Words;

    /// <summary>The word of a number from 0 (<c>no</c>) to 4.</summary>
    public static string Number(int count) => Numbers[count];

    /// <summary>The words that are not null or empty, with a space between.</summary>
    public static string Join(params ReadOnlySpan<string?> words)
    {
        var sentence = new System.Text.StringBuilder();
        foreach (string? word in words)
        {
            if (!string.IsNullOrEmpty(word))
                sentence.Append(sentence.Length > 0 ? " " : "").Append(word);
        }

        return sentence.ToString();
    }

    /// <summary>The noun phrase with its indefinite article.</summary>
    public static string A(string noun) => ("aeiou".Contains(noun[0]) ? "an " : "a ") + noun;

    /// <summary>Items with commas, and <c>and</c> before the last.</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1],
    };

    /// <summary>The text with its first letter as a capital.</summary>
    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static class Spelled<T>
        where T : struct, Enum
    {
        public static readonly string[] Words = [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];
    }
}
