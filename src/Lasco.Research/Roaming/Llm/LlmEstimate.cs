namespace Lasco.Research.Roaming.Llm;

/// <summary>What asking a language model will take, by rule of thumb: four characters a token, a dozen tokens and a second a reply.</summary>
/// <param name="Requests">Requests to be made.</param>
/// <param name="Known">Requests whose replies are in the cache.</param>
/// <param name="InputTokens">Tokens of the prompts.</param>
/// <param name="OutputTokens">Tokens of the replies.</param>
public sealed record LlmEstimate(int Requests, int Known, long InputTokens, long OutputTokens)
{
    private const int CharactersPerToken = 4;
    private const int TokensPerMessage = 7;
    private const int TokensPerReply = 12;
    private static readonly TimeSpan TimePerReply = TimeSpan.FromSeconds(1);

    /// <summary>Adds requests up.</summary>
    /// <param name="requests">What will be asked.</param>
    /// <param name="model">The model's name.</param>
    /// <param name="cache">What need not be asked.</param>
    /// <param name="maxOutputTokens">The longest reply, in tokens.</param>
    public static LlmEstimate Of(
        IEnumerable<(QuestionAnswer Pair, ulong Seed)> requests, string model, ReplyCache cache, int maxOutputTokens = LlmRephraser.DefaultMaxOutputTokens)
    {
        int known = 0, open = 0;
        long tokens = 0;
        foreach ((QuestionAnswer pair, ulong seed) in requests)
        {
            string prompt = LlmRephraser.Prompt(pair, seed);
            if (cache.Find(ReplyCache.KeyOf(model, prompt), maxOutputTokens) is not null)
            {
                known++;
                continue;
            }

            open++;
            tokens += TokensPerMessage + (prompt.Length + CharactersPerToken - 1) / CharactersPerToken;
        }

        return new LlmEstimate(open, known, tokens, (long)open * TokensPerReply);
    }

    /// <summary>The cost in the currency of the prices.</summary>
    /// <param name="inputPrice">Price of a million input tokens.</param>
    /// <param name="outputPrice">Price of a million output tokens.</param>
    public double Cost(double inputPrice, double outputPrice) => (InputTokens * inputPrice + OutputTokens * outputPrice) / 1e6;

    /// <summary>The time, with so many requests at a time.</summary>
    /// <param name="parallelism">Requests at a time.</param>
    public TimeSpan Duration(int parallelism) => TimePerReply * Requests / parallelism;
}
