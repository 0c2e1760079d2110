using Lasco.Research.Roaming;

namespace Lasco.Research.Tests.Roaming;

/// <summary>Says question, answer and seed; refuses what it is told to; ends its work out of order.</summary>
internal sealed class TemplateRephraser(string? refused = null, bool disorder = false) : IRephraser
{
    public string Name => "template";

    public async ValueTask<Rephrasing> RephraseAsync(QuestionAnswer pair, ulong seed, CancellationToken cancellation = default)
    {
        if (disorder && seed % 7 == 0)
            await Task.Yield();
        return pair.Answer == refused ? new Rephrasing(null, $"cannot: {pair.Question}") : new Rephrasing($"Show {pair.Answer} in manner {seed % 100}", null);
    }
}
