using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Lasco.Research.Text;

namespace Lasco.Research.Tests.Text;

public class ClipTokenizerTests
{
    private const string Header = "merges#version: 0.2";

    // t+h, th+e</w>, then a pair that only longer words reach.
    private static readonly string[] Merges = [Header, "t h", "th e</w>", "a b", "ab ab", "e d</w>", "' s</w>"];

    [Fact]
    public void Ids_are_the_references()
    {
        ClipTokenizer tokenizer = ClipTokenizer.Load(SharedFolder.Require("data/vocab/bpe_simple_vocab_16e6.txt.gz"));
        for (int round = 0; round < 2; round++)
        {
            foreach (JsonElement line in TokenizerFixtures.Lines("clip.jsonl"))
                Assert.Equal(TokenizerFixtures.Ids(line), tokenizer.Encode(TokenizerFixtures.Text(line.GetProperty("text"))));
        }

        Assert.Equal((49408, 49406, 49407), (tokenizer.Count, tokenizer.StartOfTextId, tokenizer.EndOfTextId));
        Assert.Equal("a café , it 's 2 0 ! ", tokenizer.Decode(tokenizer.Encode("A  Café, it’s 20!")));
    }

    [Fact]
    public void Pieces_are_the_references_for_hostile_text()
    {
        foreach (JsonElement line in TokenizerFixtures.Lines("clip-pieces.jsonl"))
        {
            string text = TokenizerFixtures.Text(line.GetProperty("text"));
            List<string> pieces = [];
            ReadOnlySpan<char> rest = ClipPreTokenizer.Clean(text);
            while (ClipPreTokenizer.TryNext(ref rest, out ReadOnlySpan<char> piece))
                pieces.Add(piece.ToString());
            Assert.Equal(TokenizerFixtures.Strings(line.GetProperty("pieces")), pieces);
        }
    }

    [Theory]
    [InlineData("the THE", 513, 513)]
    [InlineData("th", -1, -1)]
    [InlineData("abababx", 515, 514, 343)]
    [InlineData("it's", 72, 339, 517)]
    [InlineData("", new int[0])]
    [InlineData("<|endoftext|>", 519)]
    public void Merges_in_order_of_rank(string text, params int[] expected) => With(Merges, path =>
    {
        ClipTokenizer tokenizer = ClipTokenizer.Load(path);
        int[] ids = tokenizer.Encode(text);
        Assert.Equal((tokenizer.StartOfTextId, tokenizer.EndOfTextId), (ids[0], ids[^1]));

        // "th" cannot merge: its h ends a word and so is another symbol.
        if (expected is [-1, -1])
            Assert.Equal(4, ids.Length);
        else
            Assert.Equal(expected, ids[1..^1]);
    });

    [Fact]
    public void Agrees_with_merging_in_repeated_passes()
    {
        var random = new Random(3);
        for (int trial = 0; trial < 20; trial++)
        {
            List<string> symbols = ["a", "b", "c", "a</w>", "b</w>", "c</w>"];
            List<(string Left, string Right)> merges = [];
            while (merges.Count < 25)
            {
                (string left, string right) = (symbols[random.Next(symbols.Count)], symbols[random.Next(symbols.Count)]);
                if (left.EndsWith('>') || symbols.Contains(left + right))
                    continue;
                merges.Add((left, right));
                symbols.Add(left + right);
            }

            With([Header, .. merges.Select(merge => $"{merge.Left} {merge.Right}")], path =>
            {
                ClipTokenizer tokenizer = ClipTokenizer.Load(path);
                for (int i = 0; i < 200; i++)
                {
                    string word = string.Concat(Enumerable.Range(0, random.Next(1, 24)).Select(_ => "abc"[random.Next(3)]));
                    Assert.Equal(Naive(word, merges, tokenizer), tokenizer.Encode(word)[1..^1]);
                }
            });
        }

        static IEnumerable<int> Naive(string word, List<(string Left, string Right)> merges, ClipTokenizer tokenizer)
        {
            List<string> parts = [.. word.Select(c => c.ToString())];
            parts[^1] += "</w>";
            foreach ((string left, string right) in merges)
            {
                for (int i = 0; i + 1 < parts.Count; i++)
                {
                    if (parts[i] == left && parts[i + 1] == right)
                    {
                        parts[i] += right;
                        parts.RemoveAt(i + 1);
                    }
                }
            }

            int Id(string part) => merges.FindIndex(merge => merge.Left + merge.Right == part) is var merge and >= 0
                ? 512 + merge : part[0] - '!' + (part.EndsWith('>') ? 256 : 0);
            return parts.Select(Id);
        }
    }

    [Fact]
    public void Truncation_ends_in_end_of_text() => With(Merges, path =>
    {
        ClipTokenizer tokenizer = ClipTokenizer.Load(path);
        int[] all = tokenizer.Encode("the the xyz the");
        for (int length = 2; length < 12; length++)
            Assert.Equal(length >= all.Length ? all : [.. all[..(length - 1)], tokenizer.EndOfTextId], tokenizer.Encode("the the xyz the", length));
        TokenBatch batch = TokenBatch.Pad([tokenizer.Encode(new string('x', 500), ClipTokenizer.ContextLength)], tokenizer.PadId, ClipTokenizer.ContextLength);
        Assert.Equal(77, batch.Columns);
        Assert.Equal(tokenizer.EndOfTextId, batch.Ids[^1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => tokenizer.Encode("a", 1));
    });

    [Fact]
    public void Every_byte_comes_back() => With(Merges, path =>
    {
        ClipTokenizer tokenizer = ClipTokenizer.Load(path);
        Assert.Equal("naïve 中文 😀 \u07FF ", tokenizer.Decode(tokenizer.Encode("naïve 中文 😀 \u07FF")));
    });

    [Fact]
    public void A_very_long_word_is_quick_and_threads_agree() => With(Merges, path =>
    {
        ClipTokenizer tokenizer = ClipTokenizer.Load(path);
        Assert.Equal(500_001, tokenizer.Encode(new string('a', 499_999)).Length);
        string[] texts = [.. Enumerable.Range(0, 3000).Select(i => $"the {i * 7919} ab{new string('a', i % 40)}")];
        int[][] expected = [.. texts.Select(text => ClipTokenizer.Load(path).Encode(text)).Take(50)];
        Parallel.For(0, texts.Length, i => Assert.Equal(tokenizer.Encode(texts[i]), tokenizer.Encode(texts[i])));
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], tokenizer.Encode(texts[i]));
    });

    [Fact]
    public void Files_that_are_no_merges_are_named()
    {
        void Read(string path) => ClipTokenizer.Load(path);
        void Rejects(string[] lines, string expected) =>
            TokenizerFixtures.Rejects(Pack(Encoding.UTF8.GetBytes(string.Join('\n', lines))), Read, expected);

        TokenizerFixtures.Rejects([], Read, "is empty");
        TokenizerFixtures.Rejects(Encoding.UTF8.GetBytes(string.Join('\n', Merges)), Read, "gzip");
        TokenizerFixtures.Rejects(Pack(Encoding.UTF8.GetBytes(string.Join('\n', Merges)))[..30], Read, "");
        TokenizerFixtures.Rejects(Pack(new byte[100 << 20]), Read, "unpacks to more than");
        TokenizerFixtures.Rejects(Pack([.. Encoding.UTF8.GetBytes(Header + "\nt h\n"), 0xFF]), Read, "line 3 is not UTF-8");
        Rejects(["t h"], "line 1");
        Rejects([Header], "no merges");
        Rejects([Header, "t h", "t"], "line 3");
        Rejects([Header, "t h e"], "line 2");
        Rejects([Header, "tt h"], "line 2");
        Rejects([Header, "t h", "", "a b"], "line 3");
        Rejects([Header, "t h", "t h"], "line 3");
        Assert.Contains("no-such-file", Assert.Throws<InputException>(() => ClipTokenizer.Load("no-such-file")).Message);
    }

    private static void With(string[] lines, Action<string> use) =>
        TokenizerFixtures.WithFile(Pack(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n")), use);

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}
