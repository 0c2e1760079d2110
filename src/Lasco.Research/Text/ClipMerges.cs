using System.IO.Compression;
using System.Text;

namespace Lasco.Research.Text;

/// <summary>
/// CLIP's byte-pair merges: a gzip file of UTF-8 lines, a header and then two symbols a line, most important first. A symbol
/// is a run of bytes, each written as a printable character, that ends in <c>&lt;/w&gt;</c> where a word ends.
/// </summary>
internal sealed class ClipMerges
{
    /// <summary>How many merges CLIP reads of its file, which holds more.</summary>
    private const int MaximumCount = 49152 - 256 - 2;

    private const int MaximumBytes = 16 << 20;
    private const string EndOfWord = "</w>";

    private ClipMerges(Dictionary<(int Left, int Right), int> ids, string[] symbols) => (Ids, Symbols) = (ids, symbols);

    /// <summary>The symbol that two symbols merge into. Ids grow in the order of merges: a smaller one is merged first.</summary>
    public Dictionary<(int Left, int Right), int> Ids { get; }

    /// <summary>All symbols by id: the bytes, the bytes that end a word, then the merges' results.</summary>
    public string[] Symbols { get; }

    /// <summary>Symbol ids of single bytes, in CLIP's order: printable Latin-1 first, then the others.</summary>
    public static byte[] ByteOrder { get; } = [.. Enumerable.Range(0, 256).OrderBy(b => !IsPrintable(b)).Select(b => (byte)b)];

    /// <summary>Reads a file of merges.</summary>
    /// <param name="path">A file such as <c>bpe_simple_vocab_16e6.txt.gz</c>.</param>
    /// <exception cref="InputException">
    /// The file cannot be read, is not gzip or UTF-8, unpacks to more than 16 MiB, or has a malformed or repeated merge.
    /// </exception>
    public static ClipMerges Read(string path)
    {
        string[] lines = Unpack(path).Split('\n');
        if (!lines[0].Contains("#version", StringComparison.Ordinal))
            throw new InputException(path, "line 1: expected a header with \"#version\", as in CLIP's bpe_simple_vocab_16e6.txt.gz");

        List<string> symbols = [.. ByteOrder.Select(b => Printable(b).ToString())];
        symbols.AddRange([.. symbols.Select(symbol => symbol + EndOfWord)]);
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        foreach (string symbol in symbols)
            known.Add(symbol, known.Count);

        Dictionary<(int, int), int> ids = [];
        int count = lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
        for (int i = 1; i < count && ids.Count < MaximumCount; i++)
        {
            string[] parts = lines[i].TrimEnd('\r').Split(' ');
            if (parts.Length != 2 || !known.TryGetValue(parts[0], out int left) || !known.TryGetValue(parts[1], out int right))
                throw new InputException(path, $"line {i + 1}: expected two symbols that are bytes or come of merges above, separated by a space");
            string merged = parts[0] + parts[1];
            if (!known.TryAdd(merged, symbols.Count))
                throw new InputException(path, $"line {i + 1} makes \"{merged}\" a second time; expected each symbol once");
            ids.Add((left, right), symbols.Count);
            symbols.Add(merged);
        }

        if (ids.Count == 0)
            throw new InputException(path, "has no merges; expected one a line after the header");
        return new ClipMerges(ids, [.. symbols]);
    }

    /// <summary>The bytes that a symbol stands for, without the mark of a word's end.</summary>
    /// <param name="symbol">A symbol.</param>
    /// <param name="endsWord">Whether it ends a word.</param>
    public static byte[] Bytes(string symbol, out bool endsWord)
    {
        endsWord = symbol.Length > EndOfWord.Length && symbol.EndsWith(EndOfWord, StringComparison.Ordinal);
        return [.. symbol[..^(endsWord ? EndOfWord.Length : 0)].Select(c => ByteOf(c))];
    }

    private static bool IsPrintable(int b) => b is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or (>= 0xAE and <= 0xFF);

    // Printable Latin-1 stands for itself; the 68 other bytes are written as U+0100, U+0101, …
    private static char Printable(byte b) => IsPrintable(b) ? (char)b : (char)(0x100 + Array.IndexOf(ByteOrder, b) - 188);

    private static byte ByteOf(char c) => c < 0x100 ? (byte)c : ByteOrder[c - 0x100 + 188];

    private static string Unpack(string path)
    {
        using var packed = new MemoryStream(VocabularyFile.ReadAllBytes(path));
        using var gzip = new GZipStream(packed, CompressionMode.Decompress);
        byte[] bytes = new byte[MaximumBytes + 1];
        int length;
        try
        {
            length = gzip.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException e)
        {
            throw new InputException(path, "is not a sound gzip file; expected one such as CLIP's bpe_simple_vocab_16e6.txt.gz", e);
        }

        if (length == 0)
            throw new InputException(path, "is empty; expected gzip such as CLIP's bpe_simple_vocab_16e6.txt.gz");
        if (length > MaximumBytes)
            throw new InputException(path, $"unpacks to more than {MaximumBytes >> 20} MiB; expected byte-pair merges such as CLIP's, of 3 MiB");
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException e)
        {
            int line = 1 + bytes.AsSpan(0, Math.Max(0, e.Index)).Count((byte)'\n');
            throw new InputException(path, $"line {line} is not UTF-8; expected two symbols", e);
        }
    }
}
