using System.Text;

namespace Lasco.Research.Datasets;

/// <summary>Counts what the paper's Table 1 shows of a dataset.</summary>
public static class DatasetStatistics
{
    /// <summary>The statistics of each split and, last, of all splits together.</summary>
    /// <param name="splits">The splits with their parts (one, or FashionIQ's categories), read one after another. An image or token that several have counts once.</param>
    /// <param name="tokenize">The BERT ids of a text, with [CLS] and [SEP].</param>
    /// <returns>A row for each split, then the row <c>all</c>.</returns>
    public static IReadOnlyList<SplitStatistics> Compute(
        IEnumerable<(string Split, IEnumerable<CoirSplit> Parts)> splits, Func<string, int[]> tokenize)
    {
        var rows = new List<SplitStatistics>();
        var all = new Count();
        foreach ((string split, IEnumerable<CoirSplit> parts) in splits)
        {
            var count = new Count();
            foreach (CoirSplit part in parts)
                count.Add(part, tokenize);
            rows.Add(count.ToRow(split));
            all.Add(count);
        }

        rows.Add(all.ToRow("all"));
        return rows;
    }

    /// <summary>The statistics of a dataset on disk: of those of its splits whose annotations are there.</summary>
    /// <param name="dataset"><c>fashioniq</c>, <c>cirr</c> or <c>lasco</c>.</param>
    /// <param name="root">The dataset's folder.</param>
    /// <param name="tokenize">The BERT ids of a text, with [CLS] and [SEP].</param>
    /// <returns>A row for each split, then the row <c>all</c>.</returns>
    /// <exception cref="InputException">There is no such dataset, none of its splits is there, or a file of a split is missing or malformed.</exception>
    public static IReadOnlyList<SplitStatistics> Compute(string dataset, string root, Func<string, int[]> tokenize)
    {
        (IReadOnlyList<string> Splits, string Pattern, Func<string, IEnumerable<CoirSplit>> Read) source = dataset switch
        {
            "fashioniq" => (FashionIq.Splits, "captions/cap.dress.*.json", ReadFashionIq),
            "cirr" => (Cirr.Splits, "captions/cap.rc2.*.json", ReadCirr),
            "lasco" => (LaSCo.Splits, "lasco_*.json", ReadLaSCo),
            _ => throw new InputException($"there is no dataset \"{dataset}\"; expected fashioniq, cirr or lasco"),
        };
        string FileOf(string split) => source.Pattern.Replace("*", split, StringComparison.Ordinal);
        string[] present = [.. source.Splits.Where(split => File.Exists(Path.Combine(root, FileOf(split))))];
        return present.Length > 0
            ? Compute(present.Select(split => (split, source.Read(split))), tokenize)
            : throw new InputException(root, $"holds no split of {dataset}; expected {string.Join(" or ", source.Splits.Select(FileOf))}");

        IEnumerable<CoirSplit> ReadFashionIq(string split) => FashionIq.Categories.Select(category => FashionIq.Read(root, category, split));
        IEnumerable<CoirSplit> ReadCirr(string split) => [Cirr.Read(root, split)];
        IEnumerable<CoirSplit> ReadLaSCo(string split) => [LaSCo.Read(root, split)];
    }

    private sealed class Count
    {
        private readonly HashSet<string> corpus = new(StringComparer.Ordinal);
        private readonly HashSet<string> tripletImages = new(StringComparer.Ordinal);
        private readonly HashSet<int> tokens = [];
        private int triplets;
        private int texts;
        private long characters;

        public void Add(CoirSplit split, Func<string, int[]> tokenize)
        {
            corpus.UnionWith(split.Gallery.Select(image => split.Images[image].Id));
            triplets += split.Triplets.Count;
            foreach (Triplet triplet in split.Triplets)
            {
                tripletImages.Add(split.Images[triplet.Query].Id);
                if (triplet.Target >= 0)
                    tripletImages.Add(split.Images[triplet.Target].Id);
                foreach (string text in triplet.Texts)
                {
                    texts++;
                    characters += CodePoints(text);
                    tokens.UnionWith(tokenize(text));
                }
            }
        }

        public void Add(Count other)
        {
            corpus.UnionWith(other.corpus);
            tripletImages.UnionWith(other.tripletImages);
            tokens.UnionWith(other.tokens);
            triplets += other.triplets;
            texts += other.texts;
            characters += other.characters;
        }

        public SplitStatistics ToRow(string split) =>
            new(split, triplets, corpus.Count, tripletImages.Count, texts, tokens.Count, texts == 0 ? 0 : (double)characters / texts);

        private static int CodePoints(string text)
        {
            int count = 0;
            foreach (Rune _ in text.EnumerateRunes())
                count++;
            return count;
        }
    }
}
