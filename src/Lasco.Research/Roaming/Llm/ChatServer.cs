namespace Lasco.Research.Roaming.Llm;

/// <summary>Where a language model is served.</summary>
public sealed record ChatServer
{
    private const int ShortestSecret = 6;

    /// <summary>The base address of an OpenAI-compatible server, such as <c>http://localhost:8000/v1</c>.</summary>
    public required Uri Address { get; init; }

    /// <summary>The model's name on that server.</summary>
    public required string Model { get; init; }

    /// <summary>The key, or null where the server wants none.</summary>
    public string? Key { get; init; }

    /// <summary>How long to wait for an answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>OpenAI's own server.</summary>
    public static Uri OpenAi { get; } = new("https://api.openai.com/v1");

    /// <summary>The settings given, and for those that are null what the environment says.</summary>
    /// <param name="address">The base address, or null for OPENAI_BASE_URL, or else OpenAI's server.</param>
    /// <param name="model">The model, or null for OPENAI_MODEL.</param>
    /// <param name="key">The key, or null for OPENAI_API_KEY.</param>
    /// <exception cref="InputException">The address is none, there is no model, the key is none, or OpenAI's server is asked without a key.</exception>
    public static ChatServer FromEnvironment(string? address, string? model, string? key)
    {
        address ??= Variable("OPENAI_BASE_URL") ?? OpenAi.ToString();
        model ??= Variable("OPENAI_MODEL");
        if (string.IsNullOrWhiteSpace(model))
            throw new InputException("which language model? name it with --model or OPENAI_MODEL");
        key ??= Variable("OPENAI_API_KEY");
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0)
            throw new InputException("the base address is no http or https address such as http://localhost:8000/v1 (without a user name)");
        if (string.IsNullOrWhiteSpace(key) && uri.Host == OpenAi.Host)
            throw new InputException($"{uri.Host} wants a key; give it in the environment as OPENAI_API_KEY");
        if (key is not null && key.Trim().AsSpan().ContainsAnyExceptInRange('!', '~'))
            throw new InputException("the key has characters that no key has");
        return new ChatServer { Address = uri, Model = model, Key = string.IsNullOrWhiteSpace(key) ? null : key.Trim() };
    }

    /// <summary>Whether a text tells the key. One of fewer than six characters, such as the <c>none</c> of a server at home, is no secret and may be a word.</summary>
    /// <param name="text">What a server said.</param>
    internal bool IsTold(string text) => Key is { Length: >= ShortestSecret } && text.Contains(Key, StringComparison.OrdinalIgnoreCase);

    /// <summary>Names the model and the host, not the key.</summary>
    public override string ToString() => $"{Model} at {Address.Authority}";

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
