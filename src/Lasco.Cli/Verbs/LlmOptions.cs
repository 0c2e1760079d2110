using System.CommandLine;
using Lasco.Research;
using Lasco.Research.Roaming.Llm;

namespace Lasco.Cli.Verbs;

/// <summary>The options of <c>lasco roam --rephraser llm</c>.</summary>
internal sealed class LlmOptions
{
    public const int DefaultParallelism = 8;
    private const double MostPrice = 1e6;

    private readonly Option<string?> address = new("--base-url") { Description = "llm: base address of an OpenAI-compatible server (default: OPENAI_BASE_URL, or OpenAI's)." };
    private readonly Option<string?> model = new("--model") { Description = "llm: the model (default: OPENAI_MODEL)." };
    private readonly Option<string?> key = new("--api-key") { Description = "llm: the key; better in the environment, as OPENAI_API_KEY." };
    private readonly Option<double> timeout = new("--timeout") { Description = "llm: seconds to wait for a reply.", DefaultValueFactory = _ => 60 };
    private readonly Option<int> retries = new("--retries") { Description = "llm: how often a failed request is repeated, with back-off.", DefaultValueFactory = _ => 6 };
    private readonly Option<int> maxOutputTokens = new("--max-output-tokens") { Description = "llm: longest reply; models that reason aloud need more.", DefaultValueFactory = _ => LlmRephraser.DefaultMaxOutputTokens };
    private readonly Option<string?> cache = new("--cache") { Description = "llm: file that keeps replies (default: llm-replies.jsonl in --out)." };

    public Option<double?> InputPrice { get; } = new("--input-price") { Description = "llm: price of a million input tokens, for the estimate." };

    public Option<double?> OutputPrice { get; } = new("--output-price") { Description = "llm: price of a million output tokens, for the estimate." };

    public Option<bool> Yes { get; } = new("--yes") { Description = "llm: ask the model; without it, only the estimate of cost and time is printed." };

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { address, model, key, timeout, retries, maxOutputTokens, cache, InputPrice, OutputPrice, Yes })
            command.Add(option);
    }

    public LlmRun Open(ParseResult parse, string output)
    {
        double seconds = parse.GetValue(timeout);
        if (seconds is not (>= 0.001 and <= 86400))
            throw new InputException("--timeout is no number of seconds from 0.001 up to a day");
        if (parse.GetValue(retries) < 0)
            throw new InputException("--retries is negative");
        if (parse.GetValue(maxOutputTokens) < 1)
            throw new InputException("--max-output-tokens is not positive");
        if (parse.GetValue(InputPrice) is not (null or (>= 0 and <= MostPrice)) || parse.GetValue(OutputPrice) is not (null or (>= 0 and <= MostPrice)))
            throw new InputException("--input-price and --output-price are prices of a million tokens; expected 0 to a million");
        if (parse.GetValue(cache) is { Length: 0 })
            throw new InputException("--cache names no file");
        ChatServer server = ChatServer.FromEnvironment(parse.GetValue(address), parse.GetValue(model), parse.GetValue(key)) with { Timeout = TimeSpan.FromSeconds(seconds) };
        return new LlmRun(this, server, parse.GetValue(cache) ?? Path.Combine(output, "llm-replies.jsonl"), parse.GetValue(retries), parse.GetValue(maxOutputTokens));
    }
}
