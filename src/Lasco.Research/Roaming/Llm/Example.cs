namespace Lasco.Research.Roaming.Llm;

/// <summary>A question and its answer that a person rephrased: (Q, A_c, S_c).</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Text">The transition text.</param>
public sealed record Example(string Question, string Answer, string Text);
