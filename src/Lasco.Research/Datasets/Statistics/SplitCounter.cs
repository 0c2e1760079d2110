using System.Text;

namespace Lasco.Research.Datasets.Statistics;

/// <summary>Counts one split, part by part.</summary>
/// <param name="images">Numbers for the images of the dataset; counters of one dataset share them.</param>
/// <param name="tokenize">The BERT ids of a text, or null.</param>
internal sealed class SplitCounter(Dictionary<string, int> images, Func<string, int[]>? tokenize)
{
    private readonly HashSet<int> gallery = [];
    private readonly Dictionary<int, int> uses = [];
    private readonly HashSet<(int Query, int Target, string Texts)> triplets = [];
    private readonly HashSet<(int Query, int Target)> pairs = [];
    private readonly HashSet<int> tokens = [];
    private readonly Histogram textLengths = new();
    private readonly Histogram textTokens = new();
    private readonly WordCounter firstWords = new();
    private readonly WordCounter verbs = new();
    private int tripletCount;
    private int pairCount;
    private int emptyTexts;
    private int selfTargets;

    public void Add(CoirSplit split)
    {
        int[] numbers = [.. split.Images.Select(image => NumberOf(image.Id))];
        gallery.UnionWith(split.Gallery.Select(image => numbers[image]));
        foreach (Triplet triplet in split.Triplets)
        {
            int query = numbers[triplet.Query], target = triplet.Target < 0 ? -1 : numbers[triplet.Target];
            AddTriplet(query, target, triplet.Texts);
            foreach (string text in triplet.Texts)
                AddText(text);
        }
    }

    public void Add(SplitCounter other)
    {
        gallery.UnionWith(other.gallery);
        foreach ((int image, int times) in other.uses)
            uses[image] = uses.GetValueOrDefault(image) + times;
        triplets.UnionWith(other.triplets);
        pairs.UnionWith(other.pairs);
        tokens.UnionWith(other.tokens);
        textLengths.Add(other.textLengths);
        textTokens.Add(other.textTokens);
        firstWords.Add(other.firstWords);
        verbs.Add(other.verbs);
        tripletCount += other.tripletCount;
        pairCount += other.pairCount;
        emptyTexts += other.emptyTexts;
        selfTargets += other.selfTargets;
    }

    public SplitAnalysis ToAnalysis(string split) => new()
    {
        Row = new SplitStatistics(split, tripletCount, gallery.Count, uses.Count, (int)textLengths.Count, tokens.Count, textLengths.Mean),
        TextLengths = textLengths,
        TextTokens = textTokens,
        FirstWords = firstWords.Top(DatasetAnalysis.TopWords),
        Verbs = verbs.Top(DatasetAnalysis.TopWords),
        ImageUses = CountUses(),
        EmptyTexts = emptyTexts,
        DuplicateTriplets = tripletCount - triplets.Count,
        RepeatedPairs = pairCount - pairs.Count,
        SelfTargets = selfTargets,
    };

    public SplitOverlap Overlap(string name, SplitCounter other, string otherName) => new(
        name, otherName,
        gallery.Count(other.gallery.Contains),
        uses.Keys.Count(other.uses.ContainsKey),
        triplets.Count(other.triplets.Contains));

    private void AddTriplet(int query, int target, string[] texts)
    {
        tripletCount++;
        Use(query);
        if (target >= 0 && target != query)
            Use(target);
        if (target == query)
            selfTargets++;
        triplets.Add((query, target, texts is [var only] ? only : string.Join('\n', texts)));
        if (target >= 0)
        {
            pairCount++;
            pairs.Add((query, target));
        }
    }

    private void AddText(string text)
    {
        textLengths.Add(CodePoints(text));
        if (string.IsNullOrWhiteSpace(text))
            emptyTexts++;
        bool isFirst = true;
        foreach (string word in WordCounter.WordsOf(text))
        {
            if (isFirst)
                firstWords.Add(word);
            if (Verbs.Lemma(word) is { } verb)
                verbs.Add(verb);
            isFirst = false;
        }

        if (tokenize?.Invoke(text) is { } ids)
        {
            textTokens.Add(ids.Length);
            tokens.UnionWith(ids);
        }
    }

    private Histogram CountUses()
    {
        var histogram = new Histogram();
        foreach (int times in uses.Values)
            histogram.Add(times);
        if (gallery.Count(image => !uses.ContainsKey(image)) is > 0 and int unused)
            histogram.Add(0, unused);
        return histogram;
    }

    private void Use(int image) => uses[image] = uses.GetValueOrDefault(image) + 1;

    private int NumberOf(string id)
    {
        if (!images.TryGetValue(id, out int number))
            images.Add(id, number = images.Count);
        return number;
    }

    private static int CodePoints(string text)
    {
        int count = 0;
        foreach (Rune _ in text.EnumerateRunes())
            count++;
        return count;
    }
}
