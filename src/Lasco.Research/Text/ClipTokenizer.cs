using System.Collections.Concurrent;
using System.Text;

namespace Lasco.Research.Text;

/// <summary>
/// CLIP's byte-pair tokenizer (Radford et al. 2021), as released with its weights, <c>ftfy</c>'s repairs included but for its
/// guess at wrongly decoded text. As in the release, text that spells a special token out becomes that token.
/// Safe for use by several threads.
/// </summary>
public sealed class ClipTokenizer
{
    /// <summary>The number of token positions that CLIP's text encoders have.</summary>
    public const int ContextLength = 77;

    // Pieces up to this length are remembered, up to this many of them.
    private const int LongestRemembered = 64, MaximumRemembered = 1 << 16;

    private readonly Dictionary<(int Left, int Right), int> merges;
    private readonly string[] tokens;
    private readonly int[] symbolOfByte = new int[256];
    private readonly ConcurrentDictionary<string, int[]> remembered = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> rememberedBySpan;
    private int rememberedCount;

    private ClipTokenizer(ClipMerges merges)
    {
        this.merges = merges.Ids;
        tokens = [.. merges.Symbols, ClipPreTokenizer.StartOfText, ClipPreTokenizer.EndOfText];
        for (int i = 0; i < symbolOfByte.Length; i++)
            symbolOfByte[ClipMerges.ByteOrder[i]] = i;
        rememberedBySpan = remembered.GetAlternateLookup<ReadOnlySpan<char>>();
        remembered[ClipPreTokenizer.StartOfText] = [StartOfTextId];
        remembered[ClipPreTokenizer.EndOfText] = [EndOfTextId];
    }

    /// <summary>The size of the vocabulary: 49408 for CLIP's own.</summary>
    public int Count => tokens.Length;

    /// <summary>The id of &lt;|startoftext|&gt;.</summary>
    public int StartOfTextId => Count - 2;

    /// <summary>The id of &lt;|endoftext|&gt;, at whose position CLIP reads a text's embedding.</summary>
    public int EndOfTextId => Count - 1;

    /// <summary>The id that CLIP fills its context with.</summary>
    public int PadId => 0;

    /// <summary>Loads byte-pair merges.</summary>
    /// <param name="path">A file such as <c>bpe_simple_vocab_16e6.txt.gz</c>.</param>
    /// <exception cref="InputException">The file is not one of merges; the message names the line.</exception>
    public static ClipTokenizer Load(string path) => new(ClipMerges.Read(path));

    /// <summary>Turns text into &lt;|startoftext|&gt;, the ids of its byte pairs, and &lt;|endoftext|&gt;.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maximumLength">
    /// The largest number of ids, at least 2: the end of a longer text is cut off and its last id is &lt;|endoftext|&gt;.
    /// CLIP uses <see cref="ContextLength"/>.
    /// </param>
    /// <returns>The ids, at least two.</returns>
    public int[] Encode(string text, int maximumLength = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumLength, 2);
        List<int> ids = new(32) { StartOfTextId };
        ReadOnlySpan<char> rest = ClipPreTokenizer.Clean(text);
        while (ids.Count < maximumLength && ClipPreTokenizer.TryNext(ref rest, out ReadOnlySpan<char> piece))
            ids.AddRange(EncodePiece(piece));

        if (ids.Count >= maximumLength)
            ids.RemoveRange(maximumLength - 1, ids.Count - maximumLength + 1);
        ids.Add(EndOfTextId);
        return [.. ids];
    }

    /// <summary>Turns ids back into text: bytes joined and read as UTF-8, a space after each word, special tokens left out.</summary>
    /// <param name="ids">Ids as of <see cref="Encode"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">No token has such an id.</exception>
    public string Decode(ReadOnlySpan<int> ids)
    {
        List<byte> text = [];
        foreach (int id in ids)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)id, (uint)Count, nameof(ids));
            if (id >= StartOfTextId)
                continue;
            text.AddRange(ClipMerges.Bytes(tokens[id], out bool endsWord));
            if (endsWord)
                text.Add((byte)' ');
        }

        return Encoding.UTF8.GetString([.. text]);
    }

    private int[] EncodePiece(ReadOnlySpan<char> piece)
    {
        if (rememberedBySpan.TryGetValue(piece, out int[]? ids))
            return ids;
        ids = Merge(piece);
        if (piece.Length <= LongestRemembered && Volatile.Read(ref rememberedCount) < MaximumRemembered
            && rememberedBySpan.TryAdd(piece, ids))
            Interlocked.Increment(ref rememberedCount);
        return ids;
    }

    // Merges the pair of neighbours with the smallest result, the leftmost first, until none is left. A merge's result only
    // takes part in later merges, so a queue of pairs gives what repeated passes over the whole word give.
    private int[] Merge(ReadOnlySpan<char> piece)
    {
        byte[] bytes = new byte[Encoding.UTF8.GetMaxByteCount(piece.Length)];
        int length = Encoding.UTF8.GetBytes(piece, bytes);
        int[] symbols = new int[length], previous = new int[length], next = new int[length];
        for (int i = 0; i < length; i++)
            (symbols[i], previous[i], next[i]) = (symbolOfByte[bytes[i]], i - 1, i + 1);
        symbols[length - 1] += 256;

        PriorityQueue<int, (int Merged, int Position)> queue = new();
        for (int i = 0; i + 1 < length; i++)
            Enqueue(i);
        while (queue.TryDequeue(out int left, out (int Merged, int Position) pair))
        {
            int right = next[left];
            if (symbols[left] < 0 || right >= length
                || !merges.TryGetValue((symbols[left], symbols[right]), out int merged) || merged != pair.Merged)
                continue;
            symbols[left] = merged;
            symbols[right] = -1;
            next[left] = next[right];
            if (next[left] < length)
            {
                previous[next[left]] = left;
                Enqueue(left);
            }

            if (previous[left] >= 0)
                Enqueue(previous[left]);
        }

        return [.. symbols.Where(symbol => symbol >= 0)];

        void Enqueue(int left)
        {
            if (merges.TryGetValue((symbols[left], symbols[next[left]]), out int merged))
                queue.Enqueue(left, (merged, left));
        }
    }
}
