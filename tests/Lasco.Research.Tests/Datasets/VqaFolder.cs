using System.Globalization;
using System.Text;
using System.Text.Json;
using Lasco.Research.Datasets;

namespace Lasco.Research.Tests.Datasets;

/// <summary>A folder with the three files of VQA2.0's validation split.</summary>
internal sealed class VqaFolder : IDisposable
{
    private readonly AnnotationFolder folder = new();

    public string Root => folder.Root;

    public StringBuilder Questions { get; } = new();

    public StringBuilder Annotations { get; } = new();

    public StringBuilder Pairs { get; } = new();

    /// <summary>Question 1000·image on an image, with its answer.</summary>
    public VqaFolder Ask(long id, string question, string? answer, string? image = null)
    {
        image ??= (id / 1000).ToString(CultureInfo.InvariantCulture);
        Questions.Append($"{(Questions.Length == 0 ? "" : ", ")}{{\"image_id\": {image}, \"question\": {JsonSerializer.Serialize(question)}, \"question_id\": {id}}}");
        if (answer is not null)
        {
            string ten = string.Join(", ", Enumerable.Range(1, 10).Select(i => $"{{\"answer\": \"{answer}\", \"answer_confidence\": \"yes\", \"answer_id\": {i}}}"));
            Annotations.Append($"{(Annotations.Length == 0 ? "" : ", ")}{{\"question_type\": \"what is\", \"multiple_choice_answer\": \"{answer}\", \"answers\": [{ten}], \"image_id\": {image}, \"answer_type\": \"other\", \"question_id\": {id}}}");
        }

        return this;
    }

    public VqaFolder Pair(long a, long b)
    {
        Pairs.Append(CultureInfo.InvariantCulture, $"{(Pairs.Length == 0 ? "" : ", ")}[{a}, {b}]");
        return this;
    }

    public VqaFolder Save()
    {
        SaveQuestions($$"""{"info": {"year": 2017}, "task_type": "Open-Ended", "data_type": "mscoco", "license": {}, "data_subtype": "val2014", "questions": [{{Questions}}]}""");
        SaveAnnotations($$"""{"info": {}, "license": {}, "data_subtype": "val2014", "annotations": [{{Annotations}}], "data_type": "mscoco"}""");
        SavePairs($"[{Pairs}]");
        return this;
    }

    public void SaveQuestions(string text) => folder.Write(Vqa.QuestionFile("val"), Encoding.Latin1.GetBytes(text));

    public void SaveAnnotations(string text) => folder.Write(Vqa.AnnotationFile("val"), Encoding.Latin1.GetBytes(text));

    public void SavePairs(string text) => folder.Write(Vqa.PairFile("val"), text);

    public (VqaSplit Split, IReadOnlyList<(string File, long? Id, VqaFaultKind Kind)> Faults) Read()
    {
        var faults = new VqaFaults();
        VqaSplit split = Vqa.Read(Root, "val", faults);
        return (split, [.. faults.All.Select(fault => (fault.File, fault.Id, fault.Kind))]);
    }

    public void Dispose() => folder.Dispose();
}
