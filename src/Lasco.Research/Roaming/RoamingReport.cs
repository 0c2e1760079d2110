using System.Text.Json;
using Lasco.Research.Datasets;
using Lasco.Research.Roaming.Quality;

namespace Lasco.Research.Roaming;

/// <summary>The counts of a run. It has no times: the same input and seed give the same report.</summary>
public sealed record RoamingReport
{
    private const int MostReasons = 100;

    /// <summary><c>train</c> or <c>val</c>.</summary>
    public required string Split { get; init; }

    /// <summary>The rephraser's name.</summary>
    public required string Rephraser { get; init; }

    /// <summary>The seed.</summary>
    public required int Seed { get; init; }

    /// <summary>Questions that could be read.</summary>
    public required int Questions { get; init; }

    /// <summary>Complementary pairs of two such questions.</summary>
    public required int Pairs { get; init; }

    /// <summary>Images in the corpus.</summary>
    public required int Corpus { get; init; }

    /// <summary>Triplets written.</summary>
    public required int Triplets { get; init; }

    /// <summary>Triplets whose text is a caption of the target.</summary>
    public int Captions { get; init; }

    /// <summary>The quality rules that were applied, and the triplets that each was the first to reject.</summary>
    public required IReadOnlyDictionary<string, int> Rules { get; init; }

    /// <summary>Triplets given up for want of input, by reason.</summary>
    public required IReadOnlyDictionary<string, int> Incomplete { get; init; }

    /// <summary>Triplets given up by the rephraser, by reason.</summary>
    public required IReadOnlyDictionary<string, int> Refusals { get; init; }

    /// <summary>Captions of target images that were not to take the place of a text, by rule.</summary>
    public IReadOnlyDictionary<string, int> CaptionRules { get; init; } = new Dictionary<string, int>();

    /// <summary>Faults of VQA2.0's files, by file and kind.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Faults { get; init; }

    /// <summary>Counts.</summary>
    public static RoamingReport Create(string split, DataRoaming roaming, VqaSplit vqa, VqaFaults faults, RoamedSet set, int captions)
    {
        Dictionary<string, int> rejected = Count(set.Rejects.Where(reject => reject.Stage == RejectStage.Quality), reject => reject.Reason);
        return new RoamingReport
        {
            Split = split,
            Rephraser = roaming.Rephraser.Name,
            Seed = roaming.Seed,
            Questions = vqa.Questions.Count,
            Pairs = vqa.Pairs.Count,
            Corpus = set.Corpus.Count,
            Triplets = set.Triplets.Count,
            Captions = captions,
            Rules = roaming.Quality.Rules.ToDictionary(rule => rule.Name, rule => rejected.GetValueOrDefault(rule.Name)),
            Incomplete = Count(set.Rejects.Where(reject => reject.Stage == RejectStage.Input), reject => reject.Reason),
            Refusals = Count(set.Rejects.Where(reject => reject.Stage == RejectStage.Rephraser), reject => Kind(reject.Reason)),
            CaptionRules = Count(set.CaptionRejects, reject => reject.Reason),
            Faults = faults.All.GroupBy(fault => fault.File)
                .ToDictionary(file => file.Key, file => (IReadOnlyDictionary<string, int>)Count(file, fault => NameOf(fault.Kind))),
        };
    }

    /// <summary>What stands before the colon: after it comes what is particular to one triplet.</summary>
    private static string Kind(string refusal) => refusal.IndexOf(": ", StringComparison.Ordinal) is > 0 and var end ? refusal[..end] : refusal;

    internal static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>How often each name occurs, the most frequent first; the rarest of very many together as <c>other</c>.</summary>
    private static Dictionary<string, int> Count<T>(IEnumerable<T> items, Func<T, string> nameOf)
    {
        var counts = items.CountBy(nameOf).OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).ToList();
        var result = counts.Take(MostReasons).ToDictionary();
        if (counts.Count > MostReasons)
            result["other"] = result.GetValueOrDefault("other") + counts.Skip(MostReasons).Sum(count => count.Value);
        return result;
    }
}
