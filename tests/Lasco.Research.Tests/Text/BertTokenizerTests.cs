using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Lasco.Research.Text;

namespace Lasco.Research.Tests.Text;

public class BertTokenizerTests
{
    private const string Vocabulary = "data/vocab/bert-base-uncased-vocab.txt";

    private static readonly string[] Small =
    [
        "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a", "##a", "ab", "##ab", "##b", "abba", "un", "##aff", "##able", "[", "]",
        "sep", "!", "#", "中", "##x", "x", "\u1112", "##\u1161", "##\u11AB", "😀", "##😀",
    ];

    [Fact]
    public void Ids_are_the_references()
    {
        BertTokenizer tokenizer = BertTokenizer.Load(SharedFolder.Require(Vocabulary));
        foreach (JsonElement line in TokenizerFixtures.Lines("bert.jsonl"))
        {
            string text = TokenizerFixtures.Text(line.GetProperty("text"));
            int[] expected = TokenizerFixtures.Ids(line);
            Assert.Equal(expected, tokenizer.Encode(text));
        }

        Assert.Equal((30522, 0, 100, 101, 102, 103), (tokenizer.Count, tokenizer.PadId, tokenizer.UnkId, tokenizer.ClsId, tokenizer.SepId, tokenizer.MaskId));
        Assert.Equal((30522, 30523, 30524), (tokenizer.DecId, tokenizer.EncId, tokenizer.RevId));
        Assert.Equal(["[DEC]", "[ENC]", "[REV]"], new[] { 30522, 30523, 30524 }.Select(tokenizer.Token));
    }

    [Fact]
    public void Words_are_the_references_for_hostile_text()
    {
        foreach (JsonElement line in TokenizerFixtures.Lines("bert-words.jsonl"))
        {
            string text = TokenizerFixtures.Text(line.GetProperty("text"));
            var words = new CharBuffer([]);
            BasicTokenizer.AppendWords(text, ref words);
            Assert.Equal(string.Concat(TokenizerFixtures.Strings(line.GetProperty("words")).Select(word => word + " ")), words.Written.ToString());
            words.Dispose();
        }
    }

    [Fact]
    public void Table_1_of_the_paper_FashionIQ()
    {
        List<string> captions = TokenizerFixtures.FashionIqCaptions();
        BertTokenizer tokenizer = BertTokenizer.Load(SharedFolder.Require(Vocabulary));
        Assert.Equal(60268, captions.Count);
        Assert.Equal(4425, captions.SelectMany(caption => tokenizer.Encode(caption)).Distinct().Count());
        Assert.Equal(27.13, captions.Average(caption => (double)caption.Length), 0.005);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void Encodes_200_000_captions_a_second()
    {
        List<string> captions = TokenizerFixtures.FashionIqCaptions();
        BertTokenizer tokenizer = BertTokenizer.Load(SharedFolder.Require(Vocabulary));

        // Other work may have the machine: the best of what fits into ten seconds counts.
        double best = 0;
        for (long begin = Stopwatch.GetTimestamp(); best < 200_000 && Stopwatch.GetElapsedTime(begin).TotalSeconds < 10;)
        {
            long start = Stopwatch.GetTimestamp();
            foreach (string caption in captions)
                tokenizer.Encode(caption);
            best = Math.Max(best, captions.Count / Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        Assert.True(best >= 200_000, $"{best:N0} captions/s");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(" \t\u2028\u200B\0", "")]
    [InlineData("unaffable", "un ##aff ##able")]
    [InlineData("UNAFFABLÉ!", "un ##aff ##able !")]
    [InlineData("abbab", "abba ##b")]
    [InlineData("abbac", "[UNK]")]
    [InlineData("[SEP] [PAD]", "[ sep ] [ [UNK] ]")]
    [InlineData("##a", "# # a")]
    [InlineData("a中x", "a 中 x")]
    [InlineData("한", "\u1112 ##\u1161 ##\u11AB")]
    [InlineData("😀😀a", "😀 ##😀 ##a")]
    [InlineData("[DEC]", "[ [UNK] ]")]
    public void Greedy_longest_match(string text, string expected)
    {
        var tokenizer = new BertTokenizer(Small);
        string[] tokens = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["[CLS]", .. tokens, "[SEP]"], tokenizer.Encode(text).Select(tokenizer.Token));
    }

    [Fact]
    public void A_lone_surrogate_makes_its_word_unknown() => Assert.Equal([2, 1, 21, 3], new BertTokenizer(Small).Encode("a\uD83D x"));

    [Fact]
    public void Words_of_more_than_100_code_points_are_unknown()
    {
        var tokenizer = new BertTokenizer(Small);
        Assert.Equal(102, tokenizer.Encode(new string('x', 100)).Length);
        Assert.Equal([2, 1, 3], tokenizer.Encode(new string('x', 101)));
        Assert.Equal(102, tokenizer.Encode(string.Concat(Enumerable.Repeat("😀", 100))).Length);
        Assert.Equal([2, 1, 3], tokenizer.Encode(string.Concat(Enumerable.Repeat("😀", 101))));
        Assert.Equal([2, 1, 3], tokenizer.Encode(new string('x', 1_000_000)));
        Assert.Equal(1_000_002, tokenizer.Encode(new string('!', 1_000_000)).Length);
    }

    [Fact]
    public void Agrees_with_trying_every_prefix()
    {
        var random = new Random(1);
        for (int vocabulary = 0; vocabulary < 50; vocabulary++)
        {
            string Piece(int most) => string.Concat(Enumerable.Range(0, random.Next(1, most)).Select(_ => "abé😀"[random.Next(3)]));
            string[] tokens = [.. Small.Take(5), .. Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? "##" : "") + Piece(6).Replace('é', 'e')).Distinct()];
            var tokenizer = new BertTokenizer(tokens);
            for (int i = 0; i < 100; i++)
            {
                string word = Piece(30);
                Assert.Equal([2, .. Naive(word.Replace('é', 'e'), tokens), 3], tokenizer.Encode(word));
            }
        }

        static IEnumerable<int> Naive(string word, string[] tokens)
        {
            List<int> ids = [];
            for (int start = 0; start < word.Length;)
            {
                int end = word.Length;
                while (end > start && !tokens.Contains((start > 0 ? "##" : "") + word[start..end]))
                    end--;
                if (end == start)
                    return [1];
                ids.Add(Array.IndexOf(tokens, (start > 0 ? "##" : "") + word[start..end]));
                start = end;
            }

            return ids;
        }
    }

    [Fact]
    public void Truncation_keeps_the_separator()
    {
        var tokenizer = new BertTokenizer(Small);
        int[] all = tokenizer.Encode("unaffable a!");
        for (int length = 2; length < 12; length++)
            Assert.Equal(length >= all.Length ? all : [.. all[..(length - 1)], tokenizer.SepId], tokenizer.Encode("unaffable a!", length));
        Assert.Throws<ArgumentOutOfRangeException>(() => tokenizer.Encode("a", 1));
    }

    [Fact]
    public void Decoding_joins_pieces()
    {
        var tokenizer = new BertTokenizer(Small);
        Assert.Equal("unaffable ! a", tokenizer.Decode(tokenizer.Encode("Unaffable! A")));
        Assert.Equal("[REV] a", tokenizer.Decode([tokenizer.ClsId, tokenizer.RevId, 5, tokenizer.SepId, tokenizer.PadId]));
        Assert.Throws<ArgumentOutOfRangeException>(() => tokenizer.Decode([-1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => tokenizer.Token(Small.Length + 3));
    }

    [Fact]
    public void Several_threads_agree()
    {
        var tokenizer = new BertTokenizer(Small);
        string[] texts = [.. Enumerable.Range(0, 2000).Select(i => $"unaffable {new string('a', i % 50)} é한中")];
        int[][] expected = [.. texts.Select(text => tokenizer.Encode(text))];
        Parallel.For(0, texts.Length, i => Assert.Equal(expected[i], tokenizer.Encode(texts[i])));
    }

    [Fact]
    public void Files_that_are_no_vocabulary_are_named()
    {
        static byte[] Lines(params string[] lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines));
        void Read(string path) => BertTokenizer.Load(path);

        TokenizerFixtures.Rejects([], Read, "is empty");
        TokenizerFixtures.Rejects(Lines("[PAD]", "", "a"), Read, "line 2 is empty");
        TokenizerFixtures.Rejects([(byte)'a', (byte)'\n', 0xFF, 0xFE], Read, "line 2 is not UTF-8");
        TokenizerFixtures.Rejects(Lines("[PAD]", "b", "b "), Read, "line 3 repeats \"b\" of line 2");
        TokenizerFixtures.Rejects(Lines("[PAD]", "[UNK]", "[CLS]", "[SEP]"), Read, "[MASK]");
        TokenizerFixtures.Rejects(new byte[(8 << 20) + 1], Read, "at most");
        Assert.Contains("no-such-file", Assert.Throws<InputException>(() => BertTokenizer.Load("no-such-file")).Message);
        Assert.Throws<InputException>(() => BertTokenizer.Load(AppContext.BaseDirectory));
        Assert.Throws<ArgumentException>(() => new BertTokenizer(["a"]));
    }

    [Fact]
    public void Carriage_returns_and_blanks_are_no_part_of_tokens() =>
        TokenizerFixtures.WithFile(Encoding.UTF8.GetBytes(string.Join(" \r\n", Small) + "\r\n"), path =>
            Assert.Equal(Small, VocabularyFile.Read(path)));
}
