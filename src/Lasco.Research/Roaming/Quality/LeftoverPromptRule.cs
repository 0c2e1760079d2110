namespace Lasco.Research.Roaming.Quality;

/// <summary>The text has remains of the prompt, or of a chat: <c>Rephrase the following</c>, <c>=</c>, <c>Here is</c>.</summary>
public sealed class LeftoverPromptRule : ITextRule
{
    private static readonly string[] Remains =
    [
        "=", "rephrase", "following text", "language model", "as an ai", "here is the", "here's the", "sure,", "sure!", "question:", "answer:",
        "text:", "output:", "```", "<|", "|>", "[/", "</",
    ];

    /// <inheritdoc/>
    public string Name => "leftover-prompt";

    /// <inheritdoc/>
    public string Description => "remains of the prompt or of a chat";

    /// <inheritdoc/>
    public bool Rejects(in Transition transition)
    {
        string text = transition.Text;
        return Array.Exists(Remains, remain => text.Contains(remain, StringComparison.OrdinalIgnoreCase));
    }
}
