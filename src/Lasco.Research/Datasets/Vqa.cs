namespace Lasco.Research.Datasets;

/// <summary>
/// Reads VQA2.0 (Goyal et al., 2017), of which LaSCo is made (section 3 of the paper): questions about COCO's 2014
/// images, ten answers to each, and complementary pairs (two similar images that answer one question differently).
/// </summary>
public static class Vqa
{
    /// <summary>The splits that have answers.</summary>
    public static IReadOnlyList<string> Splits { get; } = ["train", "val"];

    /// <summary>The name of a split's question file.</summary>
    public static string QuestionFile(string split) => $"v2_OpenEnded_mscoco_{split}2014_questions.json";

    /// <summary>The name of a split's annotation file.</summary>
    public static string AnnotationFile(string split) => $"v2_mscoco_{split}2014_annotations.json";

    /// <summary>The name of a split's file of complementary pairs.</summary>
    public static string PairFile(string split) => $"v2_mscoco_{split}2014_complementary_pairs.json";

    /// <summary>Reads a split: its questions, the answer to each, and its complementary pairs.</summary>
    /// <param name="root">The folder of the three files.</param>
    /// <param name="split"><c>train</c> or <c>val</c>.</param>
    /// <param name="faults">Collects what is wrong with single entries; the rest is read.</param>
    /// <exception cref="InputException">A file is missing or is not what its name says.</exception>
    public static VqaSplit Read(string root, string split, VqaFaults faults)
    {
        RequireSplit(split);
        string questionFile = Path.Combine(root, QuestionFile(split));
        string annotationFile = Path.Combine(root, AnnotationFile(split));
        string pairFile = Path.Combine(root, PairFile(split));
        foreach (string file in new[] { questionFile, annotationFile, pairFile })
        {
            if (!File.Exists(file))
                throw InputException.Unreadable(file, new FileNotFoundException());
        }

        var pool = new TextPool();
        var result = new VqaSplit();
        VqaQuestionFile.Read(questionFile, split, pool, faults, question =>
        {
            if (!result.Ask(question.Id, question.ImageId, question.Text))
                faults.Add(questionFile, question.Id, VqaFaultKind.Repeated);
        });
        var answered = new HashSet<long>();
        VqaAnnotationFile.Read(annotationFile, split, pool, faults, annotation =>
        {
            int question = result.IndexOf(annotation.QuestionId);
            if (question < 0)
                faults.Add(annotationFile, annotation.QuestionId, VqaFaultKind.Dangling);
            else if (!answered.Add(annotation.QuestionId))
                faults.Add(annotationFile, annotation.QuestionId, VqaFaultKind.Repeated);
            else
                Answer(result, question, annotation, annotationFile, faults);
        });
        foreach (VqaQuestion question in result.Questions.Where(question => question.Answer is null))
            faults.Add(questionFile, question.Id, VqaFaultKind.Unanswered);
        VqaPairFile.Read(pairFile, faults, pair => Pair(result, pair, pairFile, faults));
        return result;
    }

    /// <summary>Reads a split's annotations, with all ten answers, in one pass and without keeping them.</summary>
    /// <param name="root">The folder of the annotation file.</param>
    /// <param name="split"><c>train</c> or <c>val</c>.</param>
    /// <param name="faults">Collects what is wrong with single entries; the rest is read.</param>
    /// <param name="visit">Receives each annotation, in the order of the file.</param>
    /// <exception cref="InputException">The file is missing or is not what its name says.</exception>
    public static void ReadAnnotations(string root, string split, VqaFaults faults, Action<VqaAnnotation> visit)
    {
        RequireSplit(split);
        VqaAnnotationFile.Read(Path.Combine(root, AnnotationFile(split)), split, new TextPool(), faults, visit);
    }

    private static void RequireSplit(string split)
    {
        if (!Splits.Contains(split))
            throw new InputException($"VQA2.0 has no answers for the split \"{split}\"; expected train or val");
    }

    private static void Answer(VqaSplit result, int question, VqaAnnotation annotation, string file, VqaFaults faults)
    {
        if (annotation.ImageId is { } image && image != result.Questions[question].ImageId)
            faults.Add(file, annotation.QuestionId, VqaFaultKind.ImagesDiffer, $"{image}, not {result.Questions[question].ImageId}");
        result.Answer(question, annotation);
    }

    private static void Pair(VqaSplit result, (long A, long B) pair, string file, VqaFaults faults)
    {
        int a = result.IndexOf(pair.A), b = result.IndexOf(pair.B);
        if (a < 0)
            faults.Add(file, pair.A, VqaFaultKind.Dangling);
        if (b < 0)
            faults.Add(file, pair.B, VqaFaultKind.Dangling);
        if (a < 0 || b < 0)
            return;
        string asked = result.Questions[a].Text, also = result.Questions[b].Text;
        if (asked.AsSpan().Trim().Equals(also.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase))
            result.Pair(a, b);
        else
            faults.Add(file, pair.A, VqaFaultKind.QuestionsDiffer, $"\"{asked}\", but {pair.B} asks \"{also}\"");
    }
}
