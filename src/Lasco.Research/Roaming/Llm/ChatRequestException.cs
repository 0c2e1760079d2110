namespace Lasco.Research.Roaming.Llm;

/// <summary>A chat server did not answer as it should. It has no inner exception, whose text might hold the key.</summary>
/// <param name="message">What happened.</param>
public sealed class ChatRequestException(string message) : Exception(message)
{
    /// <summary>The HTTP status, or null where there was no answer or none that could be understood.</summary>
    public int? Status { get; init; }

    /// <summary>How long the server asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What the status does not say.</summary>
    public ChatFailure Kind { get; init; }

    /// <summary>Whether the same request may succeed later: no answer, one that makes no sense, too many requests, a fault of the server.</summary>
    public bool IsTransient => Kind == ChatFailure.ByStatus && Status is (null or 408 or 409 or 429 or >= 500 or (>= 200 and < 300));
}
