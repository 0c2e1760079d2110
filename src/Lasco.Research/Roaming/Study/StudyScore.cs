namespace Lasco.Research.Roaming.Study;

/// <summary>What raters made of a study, or of several together.</summary>
public sealed record StudyScore
{
    /// <summary>The study's id, or <c>all</c>.</summary>
    public required string Study { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The scale, or null where studies with different ones are together.</summary>
    public required RatingScale? Scale { get; init; }

    /// <summary>How many people rated.</summary>
    public required int Raters { get; init; }

    /// <summary>How many items have a rating.</summary>
    public required int Items { get; init; }

    /// <summary>How many ratings there are.</summary>
    public required int Ratings { get; init; }

    /// <summary>How often each score was given, from the scale's lowest; empty where scales differ.</summary>
    public required IReadOnlyDictionary<int, int> Scores { get; init; }

    /// <summary>The share of ratings that are Good, after the paper's binarisation (<see cref="RatingScale.IsGood"/>), with Wilson's interval.</summary>
    public required Estimate PositiveRate { get; init; }

    /// <summary>
    /// The mean opinion score: the mean over items of the mean over an item's ratings, with an interval that resamples items;
    /// null where not all ratings are 1 to 5.
    /// </summary>
    public required Estimate? MeanOpinionScore { get; init; }

    /// <summary>Fleiss' kappa of Good against Bad; null where it is undefined.</summary>
    public required double? Kappa { get; init; }

    /// <summary>Fleiss' kappa of the five scores, as unordered categories; null where it is undefined or not all ratings are 1 to 5.</summary>
    public required double? ScoreKappa { get; init; }

    /// <summary>Scores the exports of a study, or of several.</summary>
    /// <param name="name">The study's id, or <c>all</c>.</param>
    /// <param name="title">Its title.</param>
    /// <param name="exports">The exports, at least one rating among them, all of them good: known items, each once, scores on the scale.</param>
    /// <param name="seed">The seed of the bootstrap.</param>
    internal static StudyScore Of(string name, string title, IReadOnlyList<StudyExport> exports, long seed)
    {
        RatingScale? scale = exports.All(export => export.Scale == exports[0].Scale) ? exports[0].Scale : null;
        bool isGraded = scale == RatingScale.OneToFive;
        var items = exports
            .SelectMany(export => export.Ratings.Select(rating => (Item: (export.Study, rating.Item), Score: (int)rating.Score, IsGood: export.Scale.IsGood((int)rating.Score))))
            .GroupBy(rating => rating.Item)
            .Select(item => item.ToArray())
            .ToArray();
        int ratings = items.Sum(item => item.Length);
        return new StudyScore
        {
            Study = name,
            Title = title,
            Scale = scale,
            Raters = exports.Select(export => export.RaterKey).Distinct(StringComparer.OrdinalIgnoreCase).Count(),
            Items = items.Length,
            Ratings = ratings,
            Scores = scale is null
                ? new Dictionary<int, int>()
                : ScoresOf(scale).ToDictionary(score => score, score => items.Sum(item => item.Count(rating => rating.Score == score))),
            PositiveRate = Estimate.Proportion(items.Sum(item => item.Count(rating => rating.IsGood)), ratings),
            MeanOpinionScore = isGraded ? Estimate.Mean([.. items.Select(item => item.Average(rating => rating.Score))], seed) : null,
            Kappa = FleissKappa.Of([.. items.Select(item => new[] { item.Count(rating => !rating.IsGood), item.Count(rating => rating.IsGood) })]),
            ScoreKappa = isGraded
                ? FleissKappa.Of([.. items.Select(item => ScoresOf(scale!).Select(score => item.Count(rating => rating.Score == score)).ToArray())])
                : null,
        };
    }

    private static IEnumerable<int> ScoresOf(RatingScale scale) => Enumerable.Range(scale.Lowest, scale.Highest - scale.Lowest + 1);
}
