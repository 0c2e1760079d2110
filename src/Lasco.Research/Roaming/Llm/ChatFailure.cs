namespace Lasco.Research.Roaming.Llm;

/// <summary>What is to be thought of a request that failed.</summary>
public enum ChatFailure
{
    /// <summary>The HTTP status says it, or the want of one.</summary>
    ByStatus,

    /// <summary>The answer is far too long. The same request would get no better one.</summary>
    TooLong,

    /// <summary>The server's TLS certificate is not trusted. No request will succeed.</summary>
    Untrusted,
}
