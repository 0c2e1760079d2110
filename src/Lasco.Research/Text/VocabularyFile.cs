using System.Text;

namespace Lasco.Research.Text;

/// <summary>BERT's <c>vocab.txt</c>: one token a line in UTF-8, its id the number of lines before it.</summary>
public static class VocabularyFile
{
    private const int MaximumBytes = 8 << 20;

    /// <summary>Reads the tokens of a vocabulary.</summary>
    /// <param name="path">A <c>vocab.txt</c> of at most 8 MiB.</param>
    /// <returns>The tokens; a token's position is its id.</returns>
    /// <exception cref="InputException">
    /// The file cannot be read, is empty or too large, or has a line that is empty, not UTF-8, or a token a second time.
    /// </exception>
    public static string[] Read(string path)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        ReadOnlySpan<byte> bytes = ReadAllBytes(path);
        if (bytes.EndsWith("\n"u8))
            bytes = bytes[..^1];
        if (bytes.IsEmpty)
            throw new InputException(path, "is empty; expected one token a line, such as BERT's vocab.txt");

        List<string> tokens = [];
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        foreach (Range line in bytes.Split((byte)'\n'))
        {
            int number = tokens.Count + 1;
            string token;
            try
            {
                token = utf8.GetString(bytes[line]).Trim();
            }
            catch (DecoderFallbackException e)
            {
                throw new InputException(path, $"line {number} is not UTF-8; expected one token a line", e);
            }

            if (token.Length == 0)
                throw new InputException(path, $"line {number} is empty; expected one token a line");
            if (!lines.TryAdd(token, number))
                throw new InputException(path, $"line {number} repeats \"{token}\" of line {lines[token]}; expected each token once");
            tokens.Add(token);
        }

        return [.. tokens];
    }

    /// <summary>Writes a vocabulary in one step.</summary>
    /// <param name="path">The file to create or replace.</param>
    /// <param name="tokens">The tokens, in the order of their ids.</param>
    public static void Write(string path, IEnumerable<string> tokens) =>
        AtomicFile.WriteText(path, string.Concat(tokens.Select(token => token + "\n")));

    /// <summary>Reads a small file, turning what can go wrong into one line.</summary>
    internal static byte[] ReadAllBytes(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.Length > MaximumBytes)
                throw new InputException(path, $"has {stream.Length:N0} bytes; expected a vocabulary of at most {MaximumBytes:N0}");
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException(path, $"cannot be read as a vocabulary: {e.Message}", e);
        }
    }
}
