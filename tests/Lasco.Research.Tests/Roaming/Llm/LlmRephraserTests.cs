using System.Diagnostics;
using Lasco.Research.Roaming;
using Lasco.Research.Roaming.Llm;
using Lasco.Research.Tests.Datasets;
using static Lasco.Research.Tests.Roaming.Llm.ChatServerStub;

namespace Lasco.Research.Tests.Roaming.Llm;

public sealed class LlmRephraserTests : IDisposable
{
    private const string Key = "sk-secret-0123456789";
    private static readonly QuestionAnswer Sky = new("Is the sky cloudy?", "yes");
    private readonly AnnotationFolder folder = new();

    [Fact]
    public async Task Asks_with_the_papers_prompt_and_takes_the_quoted_text()
    {
        using var stub = new ChatServerStub((_, _) => Says(" \"Make the sky cloudy\""));
        Assert.Equal(new Rephrasing("Make the sky cloudy", null), await Ask(stub, Sky));
        string body = Assert.Single(stub.Bodies);
        Assert.Contains("\"model\":\"m\"", body);
        Assert.Equal($"Bearer {Key}", stub.Authorizations[0]);
    }

    public static TheoryData<string, string, string> Troubles => new()
    {
        { "429", "{\"error\":{\"message\":\"slow down\"}}", "" },
        { "500", "oops", "" },
        { "503", "", "" },
        { "200", "<html>not json</html>", "" },
        { "200", "{}", "" },
        { "200", "[]", "" },
        { "200", "null", "" },
        { "200", "{\"choices\":[]}", "" },
        { "200", Says("\"x\"").Body, "cut" },
        { "200", Says("\"late\"").Body, "late" },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task What_goes_wrong_once_is_tried_again(string status, string body, string how)
    {
        using var stub = new ChatServerStub((i, _) => i > 0 ? Says("\"Make it cloudy\"") : new Reply(int.Parse(status), body)
        {
            IsCut = how == "cut", Delay = how == "late" ? TimeSpan.FromSeconds(2) : TimeSpan.Zero,
        });
        Assert.Equal("Make it cloudy", (await Ask(stub, Sky, timeout: how == "late" ? 1 : 10)).Text);
        Assert.Equal(2, stub.Requests);
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task What_goes_on_going_wrong_is_a_refusal_and_not_kept(string status, string body, string how)
    {
        using var stub = new ChatServerStub((_, _) => new Reply(int.Parse(status), body) { IsCut = how == "cut", Delay = how == "late" ? TimeSpan.FromSeconds(1) : TimeSpan.Zero });
        Rephrasing made = await Ask(stub, Sky, timeout: how == "late" ? 0.3 : 10);
        Assert.Null(made.Text);
        Assert.StartsWith("no reply", made.Refusal);
        Assert.Equal(3, stub.Requests);
        using var cache = new ReplyCache(CacheFile);
        Assert.Equal(0, cache.Count);
    }

    [Theory]
    [InlineData("401")]
    [InlineData("404")]
    public async Task What_will_never_work_stops_with_one_line_without_the_key(string status)
    {
        using var stub = new ChatServerStub((_, _) => new Reply(int.Parse(status), $"{{\"error\":{{\"message\":\"bad key {Key}\\nor model\"}}}}"));
        var exception = await Assert.ThrowsAsync<InputException>(async () => await Ask(stub, Sky));
        Assert.Contains(status, exception.Message);
        Assert.DoesNotContain(Key, exception.ToString());
        Assert.DoesNotContain('\n', exception.Message);
        Assert.Equal(1, stub.Requests);
    }

    [Fact]
    public async Task Waits_as_long_as_the_server_asks()
    {
        using var stub = new ChatServerStub((i, _) => i > 0 ? Says("\"Make it cloudy\"") : new Reply(429, "{}") { RetryAfter = "1" });
        var watch = Stopwatch.StartNew();
        Assert.NotNull((await Ask(stub, Sky)).Text);
        Assert.InRange(watch.Elapsed.TotalSeconds, 1, 30);
    }

    [Fact]
    public async Task A_server_that_is_gone_ends_the_run()
    {
        Uri address;
        using (var stub = new ChatServerStub((_, _) => Says("x")))
            address = stub.Address;
        using var cache = new ReplyCache(CacheFile);
        using var client = new RetryingChatClient(new OpenAiChatClient(Server(address, 1)), retries: 0);
        var rephraser = new LlmRephraser(client, Server(address, 1), cache);
        var exception = await Assert.ThrowsAsync<IOException>(async () =>
        {
            for (ulong i = 0; i < 100; i++)
                await rephraser.RephraseAsync(Sky, i);
        });
        Assert.Contains(address.Authority, exception.Message);
    }

    [Theory]
    [InlineData("stop", "", "empty reply")]
    [InlineData("stop", "  \n ", "empty reply")]
    [InlineData("stop", "\"Make the sky", "reply cut short")]
    [InlineData("length", "\"Make the sky\"", "reply cut short")]
    [InlineData("content_filter", "x", "reply withheld")]
    [InlineData("stop", "\"Make the sky cloudy\" (or darker)", "reply with more")]
    [InlineData("stop", "Here you are:\nMake the sky cloudy", "reply of several lines")]
    public async Task Bad_replies_are_refused_with_their_reason(string finish, string text, string reason)
    {
        using var stub = new ChatServerStub((_, _) => Says(text, finish));
        Rephrasing made = await Ask(stub, Sky);
        Assert.Null(made.Text);
        Assert.StartsWith(reason, made.Refusal);
    }

    [Fact]
    public async Task A_run_that_is_killed_goes_on_where_it_was()
    {
        using var stub = new ChatServerStub((_, prompt) => Says($"\"Make it {prompt.Length} long\""));
        for (ulong i = 0; i < 5; i++)
            await Ask(stub, Sky, seed: i);
        Assert.Equal(5, stub.Requests);

        // Half of the last record is lost, and what a crashed writer may leave follows.
        byte[] written = File.ReadAllBytes(CacheFile);
        File.WriteAllBytes(CacheFile, written[..^20]);
        var texts = new List<string?>();
        for (ulong i = 0; i < 5; i++)
            texts.Add((await Ask(stub, Sky, seed: i)).Text);
        Assert.Equal(6, stub.Requests);
        Assert.All(texts, Assert.NotNull);
        Assert.Equal(written, File.ReadAllBytes(CacheFile));
        Assert.DoesNotContain(Key, File.ReadAllText(CacheFile));
    }

    [Fact]
    public void The_cache_is_for_one_run_at_a_time_and_passes_over_foreign_lines()
    {
        File.WriteAllText(CacheFile, "nonsense\n{\"key\":1}\n[]\n{\"key\":\"00ff\",\"reply\":\"x\"}\n{\"key\":\"0100\",\"re");
        using (var cache = new ReplyCache(CacheFile))
        {
            Assert.Equal("x", cache.Find(255));
            cache.Add(256, "y\n\"é");
            Assert.Throws<InputException>(() => new ReplyCache(CacheFile));
        }

        using var again = new ReplyCache(CacheFile);
        Assert.Equal((2, "y\n\"é"), (again.Count, again.Find(256)));
        Assert.NotEqual(ReplyCache.KeyOf("a", "b"), ReplyCache.KeyOf("b", "a"));
    }

    [Fact]
    public async Task Several_requests_run_at_a_time()
    {
        using var stub = new ChatServerStub((_, _) => Says("\"Make it cloudy\"") with { Delay = TimeSpan.FromMilliseconds(50) });
        using var vqa = new VqaFolder();
        for (int i = 0; i < 40; i++)
            vqa.Ask(1000 * (i + 1), "Is it cloudy?", i % 2 == 0 ? "yes" : "no");
        for (int i = 0; i < 40; i += 2)
            vqa.Pair(1000 * (i + 1), 1000 * (i + 2));
        using var cache = new ReplyCache(CacheFile);
        using var client = new RetryingChatClient(new OpenAiChatClient(Server(stub.Address, 5)), retries: 2);
        var roaming = new DataRoaming { Rephraser = new LlmRephraser(client, Server(stub.Address, 5), cache), Parallelism = 4 };
        var split = vqa.Save().Read().Split;
        Assert.Equal((40, 0), (LlmEstimate.Of(roaming.Requests(split), "m", cache).Requests, stub.Requests));
        Assert.Equal(40, (await roaming.RunAsync(split)).Triplets.Count);
        Assert.InRange(stub.MostAtATime, 2, 4);
        Assert.Equal(new LlmEstimate(0, 40, 0, 0), LlmEstimate.Of(roaming.Requests(split), "m", cache));
    }

    [Fact]
    public void The_estimate_adds_up()
    {
        var estimate = new LlmEstimate(1000, 0, 2_000_000, 12_000);
        Assert.Equal(1.024, estimate.Cost(0.5, 2), 9);
        Assert.Equal(TimeSpan.FromSeconds(125), estimate.Duration(8));
    }

    public void Dispose() => folder.Dispose();

    private string CacheFile => folder.PathOf("cache.jsonl");

    private static ChatServer Server(Uri address, double timeout) => new() { Address = address, Model = "m", Key = Key, Timeout = TimeSpan.FromSeconds(timeout) };

    private async Task<Rephrasing> Ask(ChatServerStub stub, QuestionAnswer pair, ulong seed = 1, double timeout = 10)
    {
        using var cache = new ReplyCache(CacheFile);
        using var client = new RetryingChatClient(new OpenAiChatClient(Server(stub.Address, timeout)), retries: 2, firstDelay: TimeSpan.FromMilliseconds(10));
        return await new LlmRephraser(client, Server(stub.Address, timeout), cache).RephraseAsync(pair, seed);
    }
}
