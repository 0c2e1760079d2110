namespace Lasco.Research.Datasets;

/// <summary>A question of VQA2.0 with the answer that most annotators gave.</summary>
/// <param name="Id">VQA2.0's <c>question_id</c>.</param>
/// <param name="ImageId">The COCO image that is asked about.</param>
/// <param name="Text">The question.</param>
/// <param name="Answer">VQA2.0's <c>multiple_choice_answer</c>, or the most frequent of the ten answers where that is missing; null for an unanswered question.</param>
/// <param name="QuestionType">The words that the question begins with, where known.</param>
/// <param name="AnswerType"><c>yes/no</c>, <c>number</c> or <c>other</c>, where known.</param>
public readonly record struct VqaQuestion(long Id, long ImageId, string Text, string? Answer, string? QuestionType, string? AnswerType);
