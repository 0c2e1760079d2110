using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Lasco.Research.Text;

/// <summary>
/// BERT's uncased WordPiece tokenizer with the tokens that BLIP and CASE add: basic tokenization, then for each word the
/// longest token that begins it, then the longest <c>##</c> token that begins the rest, and so on; a word that cannot be
/// covered, or has more than 100 characters, is [UNK]. Text never yields a special token, not even text such as "[SEP]".
/// Safe for use by several threads.
/// </summary>
public sealed class BertTokenizer
{
    /// <summary>Longer words are [UNK]; in code points.</summary>
    internal const int MaximumWordLength = 100;

    private const string Continuation = "##";

    private readonly string[] tokens;
    private readonly TokenTrie beginnings;
    private readonly TokenTrie continuations;

    /// <summary>A tokenizer over a vocabulary held in memory.</summary>
    /// <param name="tokens">The tokens; a token's position is its id. [PAD], [UNK], [CLS], [SEP] and [MASK] are among them.</param>
    /// <exception cref="ArgumentException">A token is empty or given twice, or a special token is missing.</exception>
    public BertTokenizer(IReadOnlyList<string> tokens)
        : this([.. tokens], problem => new ArgumentException(problem, nameof(tokens)))
    {
    }

    private BertTokenizer(string[] tokens, Func<string, Exception> problem)
    {
        this.tokens = [.. tokens, "[DEC]", "[ENC]", "[REV]"];
        Dictionary<string, int> ids = new(tokens.Length, StringComparer.Ordinal);
        for (int i = 0; i < tokens.Length; i++)
        {
            if (string.IsNullOrEmpty(tokens[i]) || !ids.TryAdd(tokens[i], i))
                throw problem($"token {i} is empty or repeats an earlier one: \"{tokens[i]}\"");
        }

        int Special(string token) => ids.TryGetValue(token, out int id) ? id
            : throw problem($"lacks the token {token}; expected a vocabulary of BERT with [PAD], [UNK], [CLS], [SEP] and [MASK]");
        PadId = Special("[PAD]");
        UnkId = Special("[UNK]");
        ClsId = Special("[CLS]");
        SepId = Special("[SEP]");
        MaskId = Special("[MASK]");

        ILookup<bool, (ReadOnlyMemory<char>, int)> pieces = ids.ToLookup(
            entry => IsContinuation(entry.Key),
            entry => (entry.Key.AsMemory(IsContinuation(entry.Key) ? Continuation.Length : 0), entry.Value));
        beginnings = new TokenTrie([.. pieces[false]]);
        continuations = new TokenTrie([.. pieces[true]]);
    }

    /// <summary>The size of the vocabulary, without the tokens that BLIP and CASE add.</summary>
    public int Count => tokens.Length - 3;

    /// <summary>The vocabulary, without the tokens that BLIP and CASE add.</summary>
    public IEnumerable<string> Tokens => tokens.Take(Count);

    /// <summary>The id of [PAD].</summary>
    public int PadId { get; }

    /// <summary>The id of [UNK].</summary>
    public int UnkId { get; }

    /// <summary>The id of [CLS], which begins every sequence.</summary>
    public int ClsId { get; }

    /// <summary>The id of [SEP], which ends every sequence.</summary>
    public int SepId { get; }

    /// <summary>The id of [MASK].</summary>
    public int MaskId { get; }

    /// <summary>The id of BLIP's [DEC], the first after the vocabulary: 30522.</summary>
    public int DecId => Count;

    /// <summary>The id of BLIP's [ENC], which it puts at position 0 of its image-grounded encoder: 30523.</summary>
    public int EncId => Count + 1;

    /// <summary>The id of CASE's [REV], which marks a reverse query: 30524.</summary>
    public int RevId => Count + 2;

    /// <summary>Loads a vocabulary.</summary>
    /// <param name="path">A <c>vocab.txt</c>, such as that of bert-base-uncased.</param>
    /// <exception cref="InputException">The file is not a vocabulary of BERT; the message names the line.</exception>
    public static BertTokenizer Load(string path) =>
        new(VocabularyFile.Read(path), problem => new InputException(path, problem));

    /// <summary>Turns text into [CLS], the ids of its word pieces, and [SEP].</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maximumLength">
    /// The largest number of ids, [CLS] and [SEP] included, at least 2; the end of a longer text is cut off. BLIP's retrieval
    /// uses 35.
    /// </param>
    /// <returns>The ids, at least the two of [CLS] and [SEP].</returns>
    // Without tiered compilation: a file is done before it would have made the first calls fast.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int[] Encode(ReadOnlySpan<char> text, int maximumLength = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumLength, 2);
        var words = new CharBuffer(stackalloc char[512]);
        BasicTokenizer.AppendWords(text, ref words);

        // A piece takes a character at least, and so does the space after each word.
        int capacity = words.Length + 2;
        int[]? rented = capacity > 512 ? ArrayPool<int>.Shared.Rent(capacity) : null;
        Span<int> ids = rented ?? stackalloc int[512];
        ids[0] = ClsId;
        int count = 1;
        for (ReadOnlySpan<char> rest = words.Written; !rest.IsEmpty && count < maximumLength - 1;)
        {
            int end = rest.IndexOf(' ');
            count += EncodeWord(rest[..end], ids[count..]);
            rest = rest[(end + 1)..];
        }

        count = Math.Min(count, maximumLength - 1);
        ids[count] = SepId;
        int[] result = ids[..(count + 1)].ToArray();
        if (rented is not null)
            ArrayPool<int>.Shared.Return(rented);
        words.Dispose();
        return result;
    }

    /// <inheritdoc cref="Encode(ReadOnlySpan{char}, int)"/>
    public int[] Encode(string text, int maximumLength = int.MaxValue) => Encode(text.AsSpan(), maximumLength);

    /// <summary>The token of an id, added ones included.</summary>
    /// <param name="id">0 to <see cref="RevId"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">No token has this id.</exception>
    public string Token(int id)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)id, (uint)RevId, nameof(id));
        return tokens[id];
    }

    /// <summary>Joins tokens into words; [CLS], [SEP] and [PAD] are left out.</summary>
    /// <param name="ids">Ids as of <see cref="Encode(string, int)"/>.</param>
    /// <returns>Words separated by single spaces: lower-cased, without accents, punctuation standing alone.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id has no token.</exception>
    public string Decode(ReadOnlySpan<int> ids)
    {
        var text = new StringBuilder();
        foreach (int id in ids)
        {
            string token = Token(id);
            if (id == ClsId || id == SepId || id == PadId)
                continue;
            bool continues = IsContinuation(token) && text.Length > 0;
            if (!continues && text.Length > 0)
                text.Append(' ');
            text.Append(token, continues ? Continuation.Length : 0, token.Length - (continues ? Continuation.Length : 0));
        }

        return text.ToString();
    }

    private static bool IsContinuation(string token) =>
        token.Length > Continuation.Length && token.StartsWith(Continuation, StringComparison.Ordinal);

    private int EncodeWord(ReadOnlySpan<char> word, Span<int> ids)
    {
        int count = 0;
        bool tooLong = word.Length > MaximumWordLength && Unicode.CodePoints.Count(word) > MaximumWordLength;
        for (TokenTrie trie = beginnings; !tooLong && !word.IsEmpty; trie = continuations)
        {
            int id = trie.LongestPrefix(word, out int length);
            if (id < 0)
                break;
            ids[count++] = id;
            word = word[length..];
        }

        if (word.IsEmpty)
            return count;
        ids[0] = UnkId;
        return 1;
    }
}
