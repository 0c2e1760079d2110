using System.CommandLine;
using System.Globalization;
using Lasco.Research;
using Lasco.Research.Roaming;
using Lasco.Research.Roaming.Llm;

namespace Lasco.Cli.Verbs;

/// <summary>A language model that is about to be asked.</summary>
internal sealed class LlmRun : IDisposable
{
    private const int MostReasons = 5;
    private const int LongestReason = 200;
    private readonly LlmOptions options;
    private readonly ChatServer server;
    private readonly ReplyCache cache;
    private readonly RetryingChatClient client;
    private readonly int maxOutputTokens;

    public LlmRun(LlmOptions options, ChatServer server, string cacheFile, int retries, int maxOutputTokens)
    {
        this.options = options;
        this.server = server;
        this.maxOutputTokens = maxOutputTokens;
        cache = new ReplyCache(cacheFile);
        client = new RetryingChatClient(new OpenAiChatClient(server), retries);
        Rephraser = new LlmRephraser(client, server, cache, maxOutputTokens);
    }

    public LlmRephraser Rephraser { get; }

    /// <summary>Prints what the run will take; says whether the user wants it.</summary>
    public bool Confirm(ParseResult parse, IEnumerable<(QuestionAnswer Pair, ulong Seed)> requests, int parallelism, bool asJson)
    {
        LlmEstimate estimate = LlmEstimate.Of(requests, server.Model, cache, maxOutputTokens);
        double? input = parse.GetValue(options.InputPrice), output = parse.GetValue(options.OutputPrice);
        double? price = input is null && output is null ? null : estimate.Cost(input ?? 0, output ?? 0);
        TimeSpan time = estimate.Duration(parallelism);
        string cost = price is { } sum ? $", a cost of about {sum.ToString("N2", CultureInfo.InvariantCulture)}" : "; for the cost give --input-price and --output-price";
        Display.Note($"{server}: {Number(estimate.Requests)} requests ({Number(estimate.Known)} replies are known), about {Number(estimate.InputTokens)} tokens in and "
            + $"{Number(estimate.OutputTokens)} out{cost}; about {Display.Duration(time)} with {parallelism} at a time");
        if (parse.GetValue(options.Yes) || estimate.Requests == 0)
            return true;
        Display.Note("nothing was asked; add --yes to go on");
        if (asJson)
        {
            Display.WriteJson(new
            {
                server.Model, Server = server.Address.Authority, estimate.Requests, estimate.Known, estimate.InputTokens, estimate.OutputTokens,
                Cost = price, Seconds = time.TotalSeconds, Parallel = parallelism, Next = "nothing was asked; add --yes to go on",
            });
        }

        return false;
    }

    /// <summary>Says how many requests the same command will repeat.</summary>
    /// <param name="set">What came of the replies.</param>
    /// <param name="report">Its counts.</param>
    /// <param name="writeRejects">Writes the file of rejects and names it.</param>
    /// <exception cref="IOException">Not one triplet came of the replies.</exception>
    public void Check(RoamedSet set, RoamingReport report, Func<string> writeRejects)
    {
        int silent = report.Refusals.Where(IsSilence).Sum(reason => reason.Value);
        RoamingReject[] replies = [.. set.Rejects.Where(reject => reject.Stage == RejectStage.Rephraser || (reject.Stage == RejectStage.Quality && reject.Text is not null))];
        if (set.Triplets.Count == 0 && replies.Length > 0)
        {
            var rules = replies.Where(reject => reject.Stage == RejectStage.Quality).CountBy(reject => reject.Reason);
            string reasons = string.Join(", ", report.Refusals.Concat(rules).OrderByDescending(reason => reason.Value).Take(MostReasons).Select(reason => $"{reason.Key} {Number(reason.Value)}"));
            string last = OneLine.Of(replies[^1].Reason, LongestReason);
            throw new IOException($"{server}: none of {Number(replies.Length)} requests brought a usable reply: {reasons}; the last: {last}; "
                + $"no dataset was written, only {writeRejects()}; "
                + (silent > 0 ? "the replies so far are kept, and the same command goes on from there" : "the replies are kept; another --model or more --max-output-tokens may do better"));
        }

        if (silent > 0)
            Display.Note($"requests without a reply: {Number(silent)}; the same command asks them again, and only them");
    }

    public void Dispose()
    {
        client.Dispose();
        cache.Dispose();
    }

    private static bool IsSilence(KeyValuePair<string, int> refusal) => refusal.Key.StartsWith(LlmRephraser.NoReply, StringComparison.Ordinal);

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
