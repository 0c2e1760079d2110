using Lasco.Research.Datasets;
using Lasco.Research.Mini;

namespace Lasco.Research.Tests.Datasets;

public sealed class VqaTests : IDisposable
{
    private static readonly string QuestionFile = Vqa.QuestionFile("val"), AnnotationFile = Vqa.AnnotationFile("val"), PairFile = Vqa.PairFile("val");
    private readonly VqaFolder folder = new();

    [Fact]
    public void Reads_questions_answers_and_pairs()
    {
        var (split, faults) = folder.Ask(7000, "What is on the table?", "vase").Ask(9002, "What is on the table?", "caf\u00E9 cup").Pair(7000, 9002).Save().Read();
        Assert.Equal([new(7000, 7, "What is on the table?", "vase", "what is", "other")], split.Questions.Take(1));
        Assert.Equal((0, 1), Assert.Single(split.Pairs));
        Assert.Equal((1, -1), (split.IndexOf(9002), split.IndexOf(1)));
        // The folder writes Latin-1, in which é is not UTF-8: the answer's text is broken and so are all ten.
        Assert.Null(split.Questions[1].Answer);
        Assert.Contains((AnnotationFile, 9002L, VqaFaultKind.BrokenText), faults);
        Assert.Contains((QuestionFile, 9002L, VqaFaultKind.Unanswered), faults);
    }

    [Fact]
    public void All_ten_answers_are_there_for_who_wants_them()
    {
        folder.Ask(7000, "What is this?", "vase").Save();
        var faults = new VqaFaults();
        var seen = new List<(long, int, string?)>();
        Vqa.ReadAnnotations(folder.Root, "val", faults, annotation => seen.Add((annotation.QuestionId, annotation.Answers.Count, annotation.Answer)));
        Assert.Equal([(7000L, 10, "vase")], seen);
        Assert.Empty(faults.All);
    }

    [Fact]
    public void Without_multiple_choice_answer_the_most_frequent_of_the_ten_counts()
    {
        folder.Ask(7000, "What is this?", null);
        folder.Annotations.Append("""{"question_id": 7000, "answers": [{"answer": "cup"}, {"answer": "mug"}, {"answer": "mug"}]}""");
        Assert.Equal("mug", folder.Save().Read().Split.Questions[0].Answer);
    }

    [Fact]
    public void Bad_entries_are_reported_by_file_and_id_and_the_rest_is_read()
    {
        folder.Ask(1000, "What is this?", "vase").Ask(2000, "What is this?", "cup").Ask(3000, "What is that?", "cup").Ask(4000, "What is this?", null)
            .Pair(1000, 2000).Pair(1000, 3000).Pair(1000, 99).Pair(98, 97);
        folder.Questions.Append(""", {"image_id": "5", "question": "What is this?", "question_id": "5000"}, {"question": "Lost?"}, 17, {"image_id": 6, "question": "What is """ + "\u00FF" + """?", "question_id": 6000}, {"image_id": 1, "question": "Again?", "question_id": 1000}""");
        folder.Annotations.Append(""", {"question_id": 77, "multiple_choice_answer": "x"}, null, {"multiple_choice_answer": "x"}, {"question_id": 5000, "image_id": 8, "multiple_choice_answer": "x"}, {"question_id": 1000, "multiple_choice_answer": "late"}""");
        folder.Pairs.Append(""", ["5000", 1000], [1], {"a": 1}, [1.5, 2]""");
        var (split, faults) = folder.Save().Read();
        Assert.Equal([1000, 2000, 3000, 4000, 5000], split.Questions.Select(question => question.Id));
        Assert.Equal(["vase", "cup", "cup", null, "x"], split.Questions.Select(question => question.Answer));
        Assert.Equal([(0, 1), (4, 0)], split.Pairs);
        Assert.Equal(
        [
            (QuestionFile, 5000, VqaFaultKind.NumberAsString), (QuestionFile, null, VqaFaultKind.Malformed), (QuestionFile, null, VqaFaultKind.Malformed),
            (QuestionFile, 6000, VqaFaultKind.BrokenText), (QuestionFile, 1000, VqaFaultKind.Repeated),
            (AnnotationFile, 77, VqaFaultKind.Dangling), (AnnotationFile, null, VqaFaultKind.Malformed), (AnnotationFile, null, VqaFaultKind.Malformed),
            (AnnotationFile, 5000, VqaFaultKind.ImagesDiffer), (AnnotationFile, 1000, VqaFaultKind.Repeated),
            (QuestionFile, 4000, VqaFaultKind.Unanswered),
            (PairFile, 1000, VqaFaultKind.QuestionsDiffer), (PairFile, 99, VqaFaultKind.Dangling), (PairFile, 98, VqaFaultKind.Dangling), (PairFile, 97, VqaFaultKind.Dangling),
            (PairFile, 5000, VqaFaultKind.NumberAsString), (PairFile, 1, VqaFaultKind.Malformed), (PairFile, null, VqaFaultKind.Malformed), (PairFile, null, VqaFaultKind.Malformed),
        ], faults);
    }

    [Fact]
    public void Every_cut_of_a_file_gives_what_stands_before_it_or_one_clear_error()
    {
        folder.Ask(1000, "What is this?", "vase").Ask(2000, "What is this?", "cup").Pair(1000, 2000).Save();
        string path = Path.Combine(folder.Root, QuestionFile), text = File.ReadAllText(path);
        for (int length = 0; length < text.Length; length++)
        {
            folder.SaveQuestions(text[..length]);
            try
            {
                var (split, faults) = folder.Read();
                Assert.Contains((QuestionFile, (long?)null, VqaFaultKind.CutShort), faults);
                Assert.InRange(split.Questions.Count, 1, 2);
            }
            catch (InputException e)
            {
                Assert.Contains(QuestionFile, e.Message);
                Assert.DoesNotContain("1000}", text[..length]);
            }
        }
    }

    public static TheoryData<string, string> Impostors => new()
    {
        { "[1, 2]", "expected" },
        { "{\"annotations\": []}", "\"questions\" is missing" },
        { "{\"data_subtype\": \"train2014\", \"questions\": []}", "val2014" },
        { "{\"questions\": [{\"id\": 1, \"path\": \"x\"}, {\"id\": 2, \"path\": \"y\"}]}", "none" },
        { "{\"questions\": {}}", "list" },
        { "PK\u0003\u0004zip", "not JSON" },
        { "", "cut short" },
    };

    [Theory]
    [MemberData(nameof(Impostors))]
    public void A_file_that_is_not_what_its_name_says_stops_with_one_line(string content, string expected)
    {
        folder.Ask(1000, "What is this?", "vase").Save();
        folder.SaveQuestions(content);
        var exception = Assert.Throws<InputException>(() => folder.Read());
        Assert.StartsWith(Path.Combine(folder.Root, QuestionFile), exception.Message);
        Assert.Contains(expected, exception.Message);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void A_missing_file_or_split_is_named()
    {
        folder.Ask(1000, "What is this?", "vase").Save();
        Assert.Contains("test", Assert.Throws<InputException>(() => Vqa.Read(folder.Root, "test", new VqaFaults())).Message);
        Assert.Contains(Vqa.QuestionFile("train"), Assert.Throws<InputException>(() => Vqa.Read(folder.Root, "train", new VqaFaults())).Message);
    }

    [Fact]
    public void Reads_the_mini_worlds_files()
    {
        using var world = new AnnotationFolder();
        MiniWorld.Write(world.Root, world.Root, seed: 5, Mini.TinyWorld.Size, [LascoSet.Plan], threads: 1, progress: null, CancellationToken.None);
        foreach (string split in Vqa.Splits)
        {
            var faults = new VqaFaults();
            VqaSplit vqa = Vqa.Read(world.PathOf("lasco"), split, faults);
            Assert.Empty(faults.All);
            Assert.Equal(2 * vqa.Pairs.Count, LaSCo.Read(world.PathOf("lasco"), split).Triplets.Count);
            Assert.All(vqa.Questions, question => Assert.NotNull(question.Answer));
        }
    }

    public void Dispose() => folder.Dispose();
}
