using Lasco.Research.Text;

namespace Lasco.Research.Tests.Text;

public class WordPieceTrainerTests
{
    private static readonly string[] Specials = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];

    [Fact]
    public void Merges_the_most_frequent_pair_first()
    {
        // hug ×10, pug ×5, pun ×12, bun ×4, hugs ×5: the textbook example; u+g occurs 20 times, u+n 16, h+ug 15.
        string[] texts = [.. Repeat("hug", 10), .. Repeat("pug", 5), .. Repeat("pun", 12), .. Repeat("bun", 4), .. Repeat("hugs", 5)];
        string[] tokens = WordPieceTrainer.Train(texts, 15);
        Assert.Equal([.. Specials, "b", "h", "p", "##g", "##n", "##s", "##u", "##ug", "##un", "hug"], tokens);
    }

    [Fact]
    public void Agrees_with_counting_everything_after_each_merge()
    {
        var random = new Random(5);
        for (int trial = 0; trial < 30; trial++)
        {
            string[] texts = [.. Enumerable.Range(0, 30).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => "aab"[random.Next(3)])))];
            Assert.Equal(Naive(texts, 40), WordPieceTrainer.Train(texts, 40));
        }
    }

    [Fact]
    public void Order_of_texts_does_not_matter_and_all_words_become_tokens()
    {
        string[] texts = ["A red cube!", "a blue cube", "red sphere", "Größe 😀"];
        string[] tokens = WordPieceTrainer.Train(texts, 1000);
        Assert.Equal(tokens, WordPieceTrainer.Train(texts.Reverse(), 1000));
        var tokenizer = new BertTokenizer(tokens);
        Assert.Equal(["[CLS]", "red", "sphere", "große", "😀", "cube", "!", "[SEP]"], tokenizer.Encode("Red sphere, große 😀 cube!".Replace(",", "")).Select(tokenizer.Token));
        Assert.Equal(tokens.Length, tokens.Distinct().Count());
    }

    [Fact]
    public void A_small_vocabulary_keeps_the_most_frequent_characters()
    {
        Assert.Equal([.. Specials, "a", "##b"], WordPieceTrainer.Train(["ab ab ab c", "d\uD800"], 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => WordPieceTrainer.Train(["a"], 5));
        Assert.Equal(Specials, WordPieceTrainer.Train([], 100));
    }

    [Fact]
    public void A_written_vocabulary_loads()
    {
        string[] tokens = WordPieceTrainer.Train(["a red cube", "a blue cube"], 60);
        TokenizerFixtures.WithFile([], path =>
        {
            VocabularyFile.Write(path, tokens);
            Assert.Equal(tokens, VocabularyFile.Read(path));
            Assert.Equal(tokens.Length, BertTokenizer.Load(path).Count);
        });
    }

    private static IEnumerable<string> Repeat(string text, int count) => Enumerable.Repeat(text, count);

    private static List<string> Naive(string[] words, int size)
    {
        List<List<string>> split = [.. words.Select(word => word.Select((c, i) => i == 0 ? $"{c}" : $"##{c}").ToList())];
        List<string> tokens = [.. Specials, .. split.SelectMany(word => word).Distinct().OrderBy(piece => piece.Length).ThenBy(piece => piece, StringComparer.Ordinal)];
        while (tokens.Count < size)
        {
            var best = split.SelectMany(word => word.Zip(word.Skip(1))).GroupBy(pair => pair)
                .OrderByDescending(group => group.Count()).ThenBy(group => tokens.IndexOf(group.Key.First)).ThenBy(group => tokens.IndexOf(group.Key.Second))
                .FirstOrDefault();
            if (best is null)
                break;
            string merged = best.Key.First + best.Key.Second[2..];
            if (!tokens.Contains(merged))
                tokens.Add(merged);
            foreach (List<string> word in split)
            {
                for (int i = 0; i + 1 < word.Count; i++)
                {
                    if ((word[i], word[i + 1]) == best.Key)
                    {
                        word[i] = merged;
                        word.RemoveAt(i + 1);
                    }
                }
            }
        }

        return tokens;
    }
}
