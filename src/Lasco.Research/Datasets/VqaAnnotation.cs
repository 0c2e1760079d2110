namespace Lasco.Research.Datasets;

/// <summary>The answers to a question of VQA2.0, as its annotation file has them.</summary>
/// <param name="QuestionId">VQA2.0's <c>question_id</c>.</param>
/// <param name="ImageId">The COCO image, or null where the entry names none.</param>
/// <param name="MultipleChoiceAnswer">The most frequent answer as VQA2.0 gives it, or null where the entry has none.</param>
/// <param name="Answers">The answers of the (ten) annotators. The list is overwritten by the next annotation.</param>
/// <param name="QuestionType">The words that the question begins with, or null.</param>
/// <param name="AnswerType"><c>yes/no</c>, <c>number</c> or <c>other</c>, or null.</param>
public readonly record struct VqaAnnotation(
    long QuestionId, long? ImageId, string? MultipleChoiceAnswer, IReadOnlyList<string> Answers, string? QuestionType, string? AnswerType)
{
    /// <summary><see cref="MultipleChoiceAnswer"/>, or else the most frequent of <see cref="Answers"/> (of several, the first); null where there is none.</summary>
    public string? Answer => MultipleChoiceAnswer ?? Answers.GroupBy(answer => answer, StringComparer.Ordinal).MaxBy(group => group.Count())?.Key;
}
