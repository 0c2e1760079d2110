using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lasco.Research.Datasets;

namespace Lasco.Research.Roaming.Study;

/// <summary>
/// A user study as in section 3.2 and appendix D.1 of the paper: a random sample of triplets, each to be judged by how
/// well its query image and text describe its target image.
/// </summary>
public sealed record UserStudy
{
    private UserStudy(string title, RatingScale scale, IReadOnlyList<StudyItem> items)
    {
        (Title, Scale, Items) = (title, scale, items);
        Id = IdOf(title, scale, items);
    }

    /// <summary>Names the study: differs wherever title, scale or sampled triplets do.</summary>
    public string Id { get; }

    /// <summary>What raters read above the page.</summary>
    public string Title { get; }

    /// <summary>How raters answer.</summary>
    public RatingScale Scale { get; }

    /// <summary>The sample, in the order in which raters see it.</summary>
    public IReadOnlyList<StudyItem> Items { get; }

    /// <summary>Draws triplets at random, without replacement, in random order; the same ones wherever the seed is the same.</summary>
    /// <param name="splits">What to draw from: one split, or the parts of one. Triplets whose target is hidden are never drawn.</param>
    /// <param name="count">How many triplets, at least 1; all of them, shuffled, where there are fewer.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="scale">How raters are to answer.</param>
    /// <param name="title">What raters read above the page.</param>
    /// <exception cref="InputException">The splits hold no triplet whose target is known.</exception>
    public static UserStudy Draw(IReadOnlyList<CoirSplit> splits, int count, long seed, RatingScale scale, string title)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        (CoirSplit Split, int Triplet)[] pool =
        [
            .. splits.SelectMany(split => Enumerable.Range(0, split.Triplets.Count)
                .Where(triplet => split.Triplets[triplet].Target >= 0).Select(triplet => (split, triplet))),
        ];
        if (pool.Length == 0)
            throw new InputException($"{string.Join(" and ", splits.Select(split => split.Name))}: no triplet has a known target, so there is nothing to judge");

        // The first steps of a Fisher-Yates shuffle.
        var random = new SplitMix64(seed);
        count = Math.Min(count, pool.Length);
        for (int i = 0; i < count; i++)
        {
            int j = i + random.Below(pool.Length - i);
            (pool[i], pool[j]) = (pool[j], pool[i]);
        }

        return new UserStudy(title, scale, [.. pool.Take(count).Select(drawn => ItemOf(drawn.Split, drawn.Split.Triplets[drawn.Triplet]))]);
    }

    private static StudyItem ItemOf(CoirSplit split, Triplet triplet) => new(
        string.Create(CultureInfo.InvariantCulture, $"{split.Name} {triplet.Id}"),
        triplet.Text, split.Images[triplet.Query].Path, split.Images[triplet.Target].Path);

    private static string IdOf(string title, RatingScale scale, IReadOnlyList<StudyItem> items)
    {
        var content = new StringBuilder().Append(title).Append('\0').Append(scale.Name);
        foreach (StudyItem item in items)
            content.Append('\0').Append(item.Id).Append('\0').Append(item.Text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())))[..16];
    }
}
