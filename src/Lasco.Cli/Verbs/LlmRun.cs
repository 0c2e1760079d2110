using System.CommandLine;
using System.Globalization;
using Lasco.Research.Roaming;
using Lasco.Research.Roaming.Llm;

namespace Lasco.Cli.Verbs;

/// <summary>A language model that is about to be asked.</summary>
internal sealed class LlmRun : IDisposable
{
    private readonly LlmOptions options;
    private readonly ChatServer server;
    private readonly ReplyCache cache;
    private readonly RetryingChatClient client;

    public LlmRun(LlmOptions options, ChatServer server, string cacheFile, int retries, int maxOutputTokens)
    {
        this.options = options;
        this.server = server;
        cache = new ReplyCache(cacheFile);
        client = new RetryingChatClient(new OpenAiChatClient(server), retries);
        Rephraser = new LlmRephraser(client, server, cache, maxOutputTokens);
    }

    public LlmRephraser Rephraser { get; }

    /// <summary>Prints what the run will take; says whether the user wants it.</summary>
    public bool Confirm(ParseResult parse, IEnumerable<(QuestionAnswer Pair, ulong Seed)> requests, int parallelism)
    {
        LlmEstimate estimate = LlmEstimate.Of(requests, server.Model, cache);
        double? input = parse.GetValue(options.InputPrice), output = parse.GetValue(options.OutputPrice);
        string cost = input is null && output is null ? "; for the cost give --input-price and --output-price"
            : $", a cost of about {estimate.Cost(input ?? 0, output ?? 0).ToString("N2", CultureInfo.InvariantCulture)}";
        Display.Note($"{server}: {Number(estimate.Requests)} requests ({Number(estimate.Known)} replies are known), about {Number(estimate.InputTokens)} tokens in and "
            + $"{Number(estimate.OutputTokens)} out{cost}; about {Display.Duration(estimate.Duration(parallelism))} with {parallelism} at a time");
        if (parse.GetValue(options.Yes) || estimate.Requests == 0)
            return true;
        Display.Note("nothing was asked; add --yes to go on");
        return false;
    }

    public void Dispose()
    {
        client.Dispose();
        cache.Dispose();
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
