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

    /// <summary>How the refusal begins where a request failed: nothing is known of the reply, and a later run asks again.</summary>
    public const string NoReply = "no reply";

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
        if (cache.Find(key, maxOutputTokens) is { } known)
            return Guarded(known).Read(pair);

        ChatAnswer answer;
        try
        {
            answer = AnswerOf(await client.GetResponseAsync(prompt, options, cancellation));
        }
        catch (ChatRequestException e)
        {
            if (FlawOf(e) is not { } flaw)
                return Fail(e);
            answer = new ChatAnswer("", flaw);
        }

        failuresInARow = 0;
        cache.Add(key, answer);
        return answer.Read(pair);
    }

    /// <summary>The answer, or nothing of it where it tells the key.</summary>
    private ChatAnswer Guarded(ChatAnswer answer) => server.IsTold(answer.Text) ? new ChatAnswer("", ChatAnswer.WithKey) : answer;

    private ChatAnswer AnswerOf(ChatResponse response)
    {
        if (server.IsTold(response.Text))
            return new ChatAnswer("", ChatAnswer.WithKey);
        ChatAnswer answer = ChatAnswer.Of(response.Text);
        if (response.FinishReason == ChatFinishReason.Length)
            return answer with { Flaw = ChatAnswer.CutShort, Tokens = maxOutputTokens };
        if (response.FinishReason == ChatFinishReason.ContentFilter)
            return new ChatAnswer("", ChatAnswer.Filtered);
        return response.FinishReason == Completion.Declined ? answer with { Flaw = ChatAnswer.Declined } : answer;
    }

    /// <summary>What a failure says about the reply, where the same request would fail again.</summary>
    private static string? FlawOf(ChatRequestException exception) =>
        exception.Kind == ChatFailure.TooLong ? ChatAnswer.TooLong
        : exception.Message.Contains("content_filter", StringComparison.OrdinalIgnoreCase) ? ChatAnswer.Filtered : null;

    private Rephrasing Fail(ChatRequestException exception)
    {
        if (!exception.IsTransient)
            throw new InputException($"{server}: {exception.Message}");
        if (Interlocked.Increment(ref failuresInARow) >= MostFailuresInARow)
            throw new IOException($"{server}: {MostFailuresInARow} requests in a row failed, so that the run was given up; the last with: {exception.Message}; the replies so far are kept, and the same command goes on from there");
        return new Rephrasing(null, $"{NoReply}{(exception.Status is >= 300 and var status ? $" (HTTP {status})" : "")}: {exception.Message}");
    }
}
