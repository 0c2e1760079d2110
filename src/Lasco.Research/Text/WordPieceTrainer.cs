using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using Lasco.Research.Text.Unicode;

namespace Lasco.Research.Text;

/// <summary>
/// Learns a WordPiece vocabulary: beginning with single characters, the pair of neighbouring pieces that occurs most often
/// becomes a piece, until the vocabulary is full (Sennrich et al. 2016, with BERT's words and <c>##</c> pieces). The same
/// texts in any order give the same vocabulary.
/// </summary>
public static class WordPieceTrainer
{
    private const string Continuation = "##";
    private static readonly string[] Specials = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];

    /// <summary>Learns a vocabulary for <see cref="BertTokenizer"/>.</summary>
    /// <param name="texts">The texts; they are split into words as BERT does.</param>
    /// <param name="size">The largest number of tokens. Where the characters alone are more, the rarest are left out.</param>
    /// <returns>
    /// [PAD], [UNK], [CLS], [SEP], [MASK]; the characters that begin words, then those that continue them, by code point;
    /// then the merged pieces, most frequent first, ties by their parts' ids. Fewer than <paramref name="size"/> where every
    /// word has become one token.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no room for a token besides the special ones.</exception>
    public static string[] Train(IEnumerable<string> texts, int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(size, Specials.Length);
        (string Text, long Count)[] words = CountWords(texts);
        List<string> tokens = [.. Specials, .. Alphabet(words, size - Specials.Length)];
        Dictionary<string, int> ids = new(StringComparer.Ordinal);
        for (int i = 0; i < tokens.Count; i++)
            ids.Add(tokens[i], i);

        var pairs = new PairCounts();
        List<(int[] Pieces, long Count)> split = [];
        foreach ((string text, long count) in words)
        {
            int[] pieces = [.. Characters(text).Select(character => ids.GetValueOrDefault(character, -1))];
            if (pieces.Length > 1 && !pieces.Contains(-1))
            {
                pairs.Add(pieces, count, split.Count);
                split.Add((pieces, count));
            }
        }

        while (tokens.Count < size && pairs.TryGetMostFrequent(out (int Left, int Right) pair, out int[] holders))
        {
            string merged = tokens[pair.Left] + tokens[pair.Right][Continuation.Length..];
            if (!ids.TryGetValue(merged, out int id))
            {
                id = tokens.Count;
                tokens.Add(merged);
                ids.Add(merged, id);
            }

            foreach (int word in holders)
            {
                (int[] pieces, long count) = split[word];
                int[] joined = Merge(pieces, pair, id);
                if (joined.Length == pieces.Length)
                    continue;
                pairs.Add(pieces, -count, word);
                pairs.Add(joined, count, word);
                split[word] = (joined, count);
            }
        }

        return [.. tokens];
    }

    private static (string Text, long Count)[] CountWords(IEnumerable<string> texts)
    {
        Dictionary<string, long> counts = new(StringComparer.Ordinal);
        Dictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> bySpan = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (string text in texts)
        {
            var words = new CharBuffer([]);
            BasicTokenizer.AppendWords(text, ref words);
            for (ReadOnlySpan<char> rest = words.Written; !rest.IsEmpty;)
            {
                int end = rest.IndexOf(' ');
                if (end <= BertTokenizer.MaximumWordLength)
                    CollectionsMarshal.GetValueRefOrAddDefault(bySpan, rest[..end], out _)++;
                rest = rest[(end + 1)..];
            }

            words.Dispose();
        }

        return [.. counts.OrderBy(word => word.Key, StringComparer.Ordinal).Select(word => (word.Key, word.Value))];
    }

    // The most frequent characters, first those that begin words, each part by code point. A lone surrogate is no token.
    private static IEnumerable<string> Alphabet((string Text, long Count)[] words, int room)
    {
        Dictionary<string, long> counts = new(StringComparer.Ordinal);
        foreach ((string text, long count) in words)
        {
            foreach (string character in Characters(text))
                CollectionsMarshal.GetValueRefOrAddDefault(counts, character, out _) += count;
        }

        return counts.Where(character => Rune.DecodeLastFromUtf16(character.Key, out _, out _) == OperationStatus.Done)
            .OrderByDescending(character => character.Value).ThenBy(character => character.Key, StringComparer.Ordinal)
            .Take(room)
            .Select(character => character.Key)
            .OrderBy(character => character.Length > Continuation.Length)
            .ThenBy(character => char.ConvertToUtf32(character, character.Length > Continuation.Length ? Continuation.Length : 0));
    }

    private static IEnumerable<string> Characters(string word)
    {
        for (int i = 0; i < word.Length;)
        {
            int start = i;
            CodePoints.Next(word, ref i);
            yield return start == 0 ? word[..i] : Continuation + word[start..i];
        }
    }

    private static int[] Merge(int[] pieces, (int Left, int Right) pair, int merged)
    {
        List<int> joined = new(pieces.Length);
        for (int i = 0; i < pieces.Length; i++)
        {
            bool match = i + 1 < pieces.Length && pieces[i] == pair.Left && pieces[i + 1] == pair.Right;
            joined.Add(match ? merged : pieces[i]);
            if (match)
                i++;
        }

        return [.. joined];
    }

    /// <summary>How often each pair of neighbours occurs, and in which words.</summary>
    private sealed class PairCounts
    {
        private readonly Dictionary<(int Left, int Right), (long Count, HashSet<int> Words)> pairs = [];

        // Holds every pair under its present count, and under former ones.
        private readonly PriorityQueue<((int Left, int Right) Pair, long Count), (long, int, int)> queue = new();

        /// <summary>Counts the pairs of a word that occurs <paramref name="count"/> times, or with a negative count takes them back.</summary>
        public void Add(int[] pieces, long count, int word)
        {
            for (int i = 0; i + 1 < pieces.Length; i++)
            {
                (int, int) pair = (pieces[i], pieces[i + 1]);
                ref (long Count, HashSet<int> Words) entry = ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, pair, out _);
                entry.Count += count;
                entry.Words ??= [];
                entry.Words.Add(word);
                if (entry.Count > 0)
                    queue.Enqueue((pair, entry.Count), (-entry.Count, pair.Item1, pair.Item2));
            }
        }

        /// <summary>The most frequent pair, with the words that hold it or once did.</summary>
        public bool TryGetMostFrequent(out (int Left, int Right) pair, out int[] words)
        {
            while (queue.TryDequeue(out ((int, int) Pair, long Count) top, out _))
            {
                (long count, HashSet<int> holders) = pairs[top.Pair];
                if (count == top.Count)
                {
                    pair = top.Pair;
                    words = [.. holders];
                    return true;
                }
            }

            pair = default;
            words = [];
            return false;
        }
    }
}
