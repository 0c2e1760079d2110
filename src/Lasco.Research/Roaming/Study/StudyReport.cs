namespace Lasco.Research.Roaming.Study;

/// <summary>The scores of all studies that files of answers belong to.</summary>
/// <param name="Studies">Each study, in the order in which the files bring them up.</param>
/// <param name="All">All of them together; null where there is only one.</param>
/// <param name="Problems">What was left out and why, a line each.</param>
public sealed record StudyReport(IReadOnlyList<StudyScore> Studies, StudyScore? All, IReadOnlyList<string> Problems)
{
    /// <summary>Reads and scores files of answers. What is wrong with one is reported, and the rest goes on.</summary>
    /// <param name="files">Files that pages saved.</param>
    /// <param name="keys">The studies that they should belong to; empty where any study will do and items are not checked.</param>
    /// <param name="seed">The seed of the bootstrap.</param>
    /// <returns>The report; without studies where no answer can be scored.</returns>
    public static StudyReport Read(IEnumerable<string> files, IReadOnlyList<StudyKey> keys, long seed = 0)
    {
        var problems = new List<string>();
        var exports = new List<StudyExport>();
        foreach (string file in files)
        {
            try
            {
                if (Check(StudyExport.Read(file), keys, exports, problems) is { } export)
                    exports.Add(export);
            }
            catch (InputException exception)
            {
                problems.Add(exception.Message);
            }
        }

        exports = OneForEachRater(exports, problems);
        StudyScore[] studies =
        [
            .. exports.GroupBy(export => export.Study)
                .Select(study => StudyScore.Of(study.Key, study.First().Title, [.. study], seed)),
        ];
        return new StudyReport(studies, studies.Length > 1 ? StudyScore.Of("all", "all studies", exports, seed) : null, problems);
    }

    private static StudyExport? Check(StudyExport export, IReadOnlyList<StudyKey> keys, List<StudyExport> earlier, List<string> problems)
    {
        StudyKey? key = keys.FirstOrDefault(key => key.Id == export.Study);
        if (keys.Count > 0 && key is null)
            throw new InputException(export.File, $"belongs to the study {export.Study}; expected {string.Join(" or ", keys.Select(key => key.Id))}");
        RatingScale scale = key?.Scale ?? earlier.Find(other => other.Study == export.Study)?.Scale ?? export.Scale;
        if (export.Scale != scale)
            throw new InputException(export.File, $"answers on the scale {export.Scale}; expected {scale}, that of the study {export.Study}");

        var ratings = new List<StudyRating>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (unknown, outOfRange, repeated) = (new List<StudyRating>(), new List<StudyRating>(), new List<StudyRating>());
        foreach (StudyRating rating in export.Ratings)
        {
            var list = key?.Items.Contains(rating.Item) == false ? unknown : !scale.Holds(rating.Score) ? outOfRange : !seen.Add(rating.Item) ? repeated : ratings;
            list.Add(rating);
        }

        LeaveOut(unknown, "for items that the study does not have");
        LeaveOut(outOfRange, $"outside {scale.Lowest} to {scale.Highest}");
        LeaveOut(repeated, "for items that it answers before");
        if (ratings.Count == 0)
            throw new InputException(export.File, "has no answer that counts");
        return export with { Ratings = ratings, Title = key?.Title ?? export.Title };

        void LeaveOut(List<StudyRating> list, string why)
        {
            if (list.Count > 0)
                problems.Add(new InputException(export.File, $"left out {list.Count} {(list.Count == 1 ? "answer" : "answers")} {why}, the first: \"{Short(list[0].Item)}\", score {list[0].Score}").Message);
        }
    }

    private static List<StudyExport> OneForEachRater(List<StudyExport> exports, List<string> problems)
    {
        var kept = new List<StudyExport>();
        foreach (StudyExport export in exports)
        {
            int earlier = kept.FindIndex(other => other.Study == export.Study && other.RaterKey.Equals(export.RaterKey, StringComparison.OrdinalIgnoreCase));
            if (earlier < 0)
            {
                kept.Add(export);
                continue;
            }

            bool isLater = export.Exported >= kept[earlier].Exported;
            var (latest, other) = isLater ? (export, kept[earlier]) : (kept[earlier], export);
            problems.Add(new InputException(other.File, $"is left out: {latest.File} holds later answers of the same rater, \"{Short(export.Rater)}\"").Message);
            kept[earlier] = latest;
        }

        return kept;
    }

    private static string Short(string text) => text.Length <= 80 ? text : $"{text[..79]}…";
}
