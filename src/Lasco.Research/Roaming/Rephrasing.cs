namespace Lasco.Research.Roaming;

/// <summary>A question about an image and its answer, as VQA2.0 annotates them.</summary>
/// <param name="Question">The question as it was asked, such as <c>What color is the car?</c>.</param>
/// <param name="Answer">The answer that most annotators gave, such as <c>red</c>.</param>
/// <param name="QuestionType">VQA2.0's <c>question_type</c> (the question's first words), where known.</param>
/// <param name="AnswerType">VQA2.0's <c>answer_type</c> (<c>yes/no</c>, <c>number</c> or <c>other</c>), where known.</param>
public readonly record struct QuestionAnswer(string Question, string Answer, string? QuestionType = null, string? AnswerType = null);

/// <summary>What a rephraser made of a question and its answer: exactly one of the two is null.</summary>
/// <param name="Text">The transition text.</param>
/// <param name="Refusal">Why there is no transition text.</param>
public readonly record struct Rephrasing(string? Text, string? Refusal);
