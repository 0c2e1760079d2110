using Microsoft.Extensions.AI;

namespace Lasco.Research.Roaming.Llm;

/// <summary>
/// Asks again when a request failed and may succeed later: after the time that the server names, or else after a random
/// time up to <c>first · 2^n</c> (exponential back-off with full jitter), whichever is longer.
/// </summary>
/// <param name="inner">The client.</param>
/// <param name="retries">How often to ask again.</param>
/// <param name="firstDelay">The longest wait before the first repetition; 1 s by default.</param>
/// <param name="time">Keeps time.</param>
public sealed class RetryingChatClient(IChatClient inner, int retries, TimeSpan? firstDelay = null, TimeProvider? time = null) : DelegatingChatClient(inner)
{
    /// <summary>The longest wait, whatever the server asks for.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(2);

    private readonly TimeProvider time = time ?? TimeProvider.System;
    private readonly TimeSpan firstDelay = firstDelay ?? TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    /// <exception cref="ChatRequestException">The last attempt failed, or one for good.</exception>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return await base.GetResponseAsync(messages, options, cancellationToken);
            }
            catch (ChatRequestException e) when (e.IsTransient && attempt < retries)
            {
                await Task.Delay(DelayAfter(attempt, e.RetryAfter), time, cancellationToken);
            }
        }
    }

    private TimeSpan DelayAfter(int attempt, TimeSpan? asked)
    {
        TimeSpan longest = firstDelay * Math.Pow(2, Math.Min(attempt, 16));
        TimeSpan delay = (longest < LongestDelay ? longest : LongestDelay) * Random.Shared.NextDouble();
        // Jitter on top of what the server asks for, so that waiting requests do not come back together.
        TimeSpan total = (asked ?? TimeSpan.Zero) + delay;
        return total < LongestDelay ? total : LongestDelay;
    }
}
