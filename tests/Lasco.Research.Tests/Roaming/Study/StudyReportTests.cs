using System.Text;
using System.Text.Json;
using Lasco.Research.Roaming.Study;

namespace Lasco.Research.Tests.Roaming.Study;

public sealed class StudyReportTests : IDisposable
{
    private static readonly StudyKey Key = new("s1", "One", RatingScale.OneToFive, new HashSet<string>(["a", "b", "c", "d"]));

    private readonly StudyFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Scores_as_the_papers_second_study()
    {
        // Three raters, an average of their scores for each item; 1 and 2 are Bad.
        string[] files = [Export("x", "1-5", ("a", 5), ("b", 3), ("c", 1)), Export("y", "1-5", ("a", 4), ("b", 2), ("c", 2)), Export("z", "1-5", ("a", 3), ("b", 4))];
        var report = StudyReport.Read(files, [Key]);
        Assert.Empty(report.Problems);
        Assert.Null(report.All);
        var score = Assert.Single(report.Studies);
        Assert.Equal(("s1", "One", RatingScale.OneToFive, 3, 3, 8), (score.Study, score.Title, score.Scale, score.Raters, score.Items, score.Ratings));
        Assert.Equal([1, 2, 2, 2, 1], score.Scores.Values);
        Assert.Equal(Estimate.Proportion(5, 8), score.PositiveRate);
        Assert.Equal((4 + 3 + 1.5) / 3, score.MeanOpinionScore!.Value.Value, 1e-12);
        Assert.Equal(FleissKappa.Of([[0, 3], [1, 2], [2, 0]]), score.Kappa);
        Assert.Equal(FleissKappa.Of([[0, 0, 1, 1, 1], [0, 1, 1, 1, 0], [1, 1, 0, 0, 0]]), score.ScoreKappa);
    }

    [Fact]
    public void Scores_each_study_and_all_together()
    {
        string[] files = [Export("x", "good-bad", "s2", ("a", 1), ("b", 0)), Export("x", "1-5", ("a", 1)), Export("y", "1-5", ("a", 5))];
        var report = StudyReport.Read(files, []);
        Assert.Equal(["s2", "s1"], report.Studies.Select(study => study.Study));
        Assert.Null(report.Studies[0].MeanOpinionScore);
        Assert.Equal([1, 1], report.Studies[0].Scores.Values);
        Assert.Equal((null, 2, 3, 4, 0.5), (report.All!.Scale, report.All.Raters, report.All.Items, report.All.Ratings, report.All.PositiveRate.Value));
        Assert.Null(report.All.MeanOpinionScore);
    }

    [Fact]
    public void Written_answers_are_read_back()
    {
        var time = new DateTimeOffset(2024, 2, 20, 12, 0, 0, TimeSpan.Zero);
        string file = folder["written.json"];
        var written = new StudyExport(file, "s1", "<One> \"é\"", RatingScale.OneToFive, "Ada", time, [new("a", 5), new("b \\ 2", 1)]);
        written.Write(file);
        var read = StudyExport.Read(file);
        Assert.Equal(written with { Ratings = read.Ratings }, read);
        Assert.Equal(written.Ratings, read.Ratings);
    }

    [Fact]
    public void What_is_wrong_with_an_answer_is_counted_and_the_rest_scored()
    {
        string file = Export("x", "1-5", ("a", 5), ("z", 5), ("zz", 1), ("b", 9), ("c", 0), ("a", 1));
        var report = StudyReport.Read([file], [Key]);
        Assert.Equal(1, Assert.Single(report.Studies).Ratings);
        Assert.Equal(
            [
                $"{file}: left out 2 answers for items that the study does not have, the first: \"z\", score 5",
                $"{file}: left out 2 answers outside 1 to 5, the first: \"b\", score 9",
                $"{file}: left out 1 answer for items that it answers before, the first: \"a\", score 1",
            ], report.Problems);
    }

    [Fact]
    public void Of_a_rater_who_hands_in_twice_the_later_file_counts()
    {
        string late = Export("Ann", "1-5", "s1", "2024-02-20T12:00:00Z", ("a", 5), ("b", 5)), early = Export("ann ", "1-5", "s1", "2024-02-20T12:00:00+02:00", ("a", 1));
        foreach (string[] files in new string[][] { [late, early], [early, late] })
        {
            var report = StudyReport.Read(files, []);
            Assert.Equal((1, 2, 1.0), (report.Studies[0].Raters, report.Studies[0].Ratings, report.Studies[0].PositiveRate.Value));
            Assert.Equal($"{early}: is left out: {late} holds later answers of the same rater, \"{(files[0] == late ? "ann" : "Ann")}\"", Assert.Single(report.Problems));
        }
    }

    [Fact]
    public void Raters_without_a_name_are_different_people() =>
        Assert.Equal(2, StudyReport.Read([Export("", "1-5", ("a", 5)), Export(" ", "1-5", ("a", 4))], []).Studies[0].Raters);

    public static TheoryData<string, string> Unusable => new()
    {
        { "", "line 1, column 1: the file ends before its JSON does; is it cut short?" },
        { """{"format":"lasco-study/1","study":"s1","scale":"1-5","rater":"x","ratings":[{"item":"a","sco""", "the file ends before its JSON does; is it cut short?" },
        { "[]", "expected an object with \"format\", \"study\", \"scale\", \"rater\", \"ratings\", found a list" },
        { """{"format":"lasco-study/2","study":"s1","scale":"1-5","rater":"x","ratings":[]}""", "\"format\": expected \"lasco-study/1\", found the string \"lasco-study/2\"" },
        { """{"format":"lasco-study/1","study":"s1","scale":"1-7","rater":"x","ratings":[]}""", "expected \"good-bad\" or \"1-5\", found the string \"1-7\"" },
        { """{"format":"lasco-study/1","study":"s1","scale":"1-5","ratings":[]}""", "\"rater\" is missing" },
        { """{"format":"lasco-study/1","study":"s1","scale":"1-5","rater":"x","ratings":[]}""", "has no answer that counts" },
        { """{"format":"lasco-study/1","study":"s1","scale":"1-5","rater":"x","ratings":[{"item":"a","score":"5"}]}""", "expected a whole number, found the string \"5\"" },
        { """{"format":"lasco-study/1","study":"s1","scale":"1-5","rater":"x","ratings":[{"item":"a","score":4.5}]}""", "expected a whole number" },
        { """{"format":"lasco-study/1","study":"s1","scale":"1-5","rater":"x","ratings":[{"item":"a"}]}""", "\"score\" is missing" },
        { """{"format":"lasco-study/1","study":"s1","scale":"1-5","rater":"x","ratings":{"a":5}}""", "expected a list of answers, found an object" },
        { """{"format":"lasco-study/1","study":"s1","scale":"1-5","rater":"x","exported":"yesterday","ratings":[]}""", "expected a date and time" },
        { """{"format":"lasco-study/1","study":"s9","scale":"1-5","rater":"x","ratings":[{"item":"a","score":5}]}""", "belongs to the study s9; expected s1" },
        { """{"format":"lasco-study/1","study":"s1","scale":"good-bad","rater":"x","ratings":[{"item":"a","score":1}]}""", "answers on the scale good-bad; expected 1-5, that of the study s1" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void A_file_that_cannot_be_used_is_one_line_and_the_others_are_scored(string content, string problem)
    {
        string bad = folder.Write("bad.json", content);
        var report = StudyReport.Read([bad, Export("y", "1-5", ("a", 4))], [Key]);
        string line = Assert.Single(report.Problems);
        Assert.StartsWith(bad + ": ", line);
        Assert.Contains(problem, line);
        Assert.Equal(1, Assert.Single(report.Studies).Ratings);
    }

    [Fact]
    public void Every_cut_of_a_good_file_is_one_line()
    {
        byte[] good = File.ReadAllBytes(Export("Äñn", "1-5", ("a", 5), ("b", 2)));
        for (int length = 0; length < good.Length; length++)
        {
            string path = folder["cut.json"];
            File.WriteAllBytes(path, good[..length]);
            var report = StudyReport.Read([path], [Key]);
            Assert.Empty(report.Studies);
            Assert.DoesNotContain('\n', Assert.Single(report.Problems));
        }
    }

    [Fact]
    public void A_page_knows_its_study()
    {
        var (study, page) = folder.Page(RatingScale.GoodBad, "a </script> \"text\"", "another");
        var key = StudyPage.ReadKey(page);
        Assert.Equal((study.Id, study.Title, study.Scale), (key.Id, key.Title, key.Scale));
        Assert.Equal(study.Items.Select(item => item.Id).Order(), key.Items.Order());
        Assert.Contains("is not a page of a user study", Assert.Throws<InputException>(() => StudyPage.ReadKey(folder.Write("x.html", "<p>hello"))).Message);
        Assert.Contains("changed by hand", Assert.Throws<InputException>(() => StudyPage.ReadKey(folder.Write("y.html", File.ReadAllText(page).Replace("\"items\":[", "\"items\":[[", StringComparison.Ordinal)))).Message);
        Assert.Contains("changed by hand", Assert.Throws<InputException>(() => StudyPage.ReadKey(folder.Write("z.html", File.ReadAllText(page).Replace("\"scale\":{\"name\":\"good-bad\"", "\"scale\":{\"name\":\"best\"", StringComparison.Ordinal)))).Message);
        Assert.Throws<InputException>(() => StudyPage.ReadKey(folder["nowhere.html"]));
    }

    private string Export(string rater, string scale, params (string Item, int Score)[] ratings) => Export(rater, scale, "s1", ratings);

    private string Export(string rater, string scale, string study, params (string Item, int Score)[] ratings) => Export(rater, scale, study, "2024-02-20T09:00:00Z", ratings);

    private string Export(string rater, string scale, string study, string exported, params (string Item, int Score)[] ratings) => folder.Write(
        $"{Guid.NewGuid():N}.json",
        JsonSerializer.Serialize(new { format = "lasco-study/1", study, title = "One", scale, rater, exported, ratings = ratings.Select(rating => new { item = rating.Item, score = rating.Score }) }));
}
