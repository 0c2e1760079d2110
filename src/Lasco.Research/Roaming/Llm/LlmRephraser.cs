using Microsoft.Extensions.AI;

namespace Lasco.Research.Roaming.Llm;

/// <summary>G as the paper has it: a language model that imitates three examples (section 3.1, appendix D).</summary>
/// <param name="client">Asks the model; it should ask again what fails (<see cref="RetryingChatClient"/>).</param>
/// <param name="server">Where the model is.</param>
/// <param name="cache">Replies that are known.</param>
/// <param name="maxOutputTokens">The longest reply, in tokens.</param>
public sealed class LlmRephraser(IChatClient client, ChatServer server, ReplyCache cache, int maxOutputTokens = LlmRephraser.DefaultMaxOutputTokens) : IRephraser
{
    /// <summary>The longest reply by default: three times the longest text of the examples.</summary>
    public const int DefaultMaxOutputTokens = 64;

    /// <summary>After so many requests in a row without an answer there is no use in going on.</summary>
    public const int MostFailuresInARow = 20;

    private readonly ChatOptions options = new() { MaxOutputTokens = maxOutputTokens };
    private int failuresInARow;

    /// <inheritdoc/>
    public string Name => "llm";

    /// <summary>The prompt for a question and its answer.</summary>
    /// <param name="pair">The question and its answer.</param>
    /// <param name="seed">Draws the examples.</param>
    public static string Prompt(in QuestionAnswer pair, ulong seed) =>
        FewShotPrompt.Build(ExamplePool.Draw(FewShotPrompt.Examples, seed, except: pair.Question), pair.Question, pair.Answer);

    /// <inheritdoc/>
    /// <exception cref="InputException">The server will never answer such a request: no such model, a wrong key.</exception>
    /// <exception cref="IOException">The server stopped answering.</exception>
    public async ValueTask<Rephrasing> RephraseAsync(QuestionAnswer pair, ulong seed, CancellationToken cancellation = default)
    {
        string prompt = Prompt(pair, seed);
        UInt128 key = ReplyCache.KeyOf(server.Model, prompt);
        if (cache.Find(key) is { } known)
            return FewShotPrompt.Parse(known);

        ChatResponse response;
        try
        {
            response = await client.GetResponseAsync(prompt, options, cancellation);
        }
        catch (ChatRequestException e)
        {
            return Fail(e);
        }

        failuresInARow = 0;
        if (response.FinishReason == ChatFinishReason.Length)
            return new Rephrasing(null, $"reply cut short: {response.Text}");
        if (response.FinishReason == ChatFinishReason.ContentFilter)
            return new Rephrasing(null, "reply withheld by a content filter");
        cache.Add(key, response.Text);
        return FewShotPrompt.Parse(response.Text);
    }

    private Rephrasing Fail(ChatRequestException exception)
    {
        if (exception.Message.Contains("content_filter", StringComparison.OrdinalIgnoreCase))
            return new Rephrasing(null, "reply withheld by a content filter");
        if (!exception.IsTransient)
            throw new InputException($"{server}: {exception.Message}");
        if (Interlocked.Increment(ref failuresInARow) >= MostFailuresInARow)
            throw new IOException($"{server}: {MostFailuresInARow} requests in a row failed, the last with: {exception.Message}; the replies so far are kept, and the same command goes on from there");
        return new Rephrasing(null, $"no reply{(exception.Status is >= 300 and var status ? $" (HTTP {status})" : "")}: {exception.Message}");
    }
}
