using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
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

    [Theory]
    [InlineData("NaN", null)]
    [InlineData("-Infinity", null)]
    [InlineData("Infinity", null)]
    [InlineData("1e999", null)]
    [InlineData("-5", null)]
    [InlineData("soon", null)]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT", null)]
    [InlineData(null, "nan")]
    [InlineData("0", "-1e999")]
    public async Task A_wait_that_is_none_is_not_waited(string? seconds, string? milliseconds)
    {
        using var stub = new ChatServerStub((i, _) => i > 0 ? Says("\"Make it cloudy\"") : new Reply(429, "{}") { RetryAfter = seconds, RetryAfterMilliseconds = milliseconds });
        var watch = Stopwatch.StartNew();
        Assert.Equal("Make it cloudy", (await Ask(stub, Sky)).Text);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30);
    }

    /// <summary>All of these are read to a megabyte, and refused without a second request; the next run asks nothing and reads the cache.</summary>
    [Theory]
    [InlineData(false, false, "reply far too long")]
    [InlineData(true, false, "reply far too long")]
    [InlineData(false, true, "no reply")]
    public async Task A_body_has_a_bound(bool isChunked, bool isCompressed, string reason)
    {
        using var stub = new ChatServerStub((_, _) => Says(string.Concat(Enumerable.Repeat("word ", 600_000))) with { IsChunked = isChunked, IsCompressed = isCompressed });
        Assert.StartsWith(reason, (await Ask(stub, Sky)).Refusal);
        Assert.InRange(new FileInfo(CacheFile).Length, 0, 500);
        int asked = stub.Requests;
        Assert.Equal(isCompressed ? 3 : 1, asked);
        if (!isCompressed)
            Assert.StartsWith(reason, (await Ask(stub, Sky)).Refusal);
        Assert.Equal(asked, stub.Requests);
    }

    [Fact]
    public async Task A_body_without_an_end_costs_no_memory()
    {
        using var client = new HttpClient(new BoundedBodies(new Endless()));
        long before = GC.GetTotalAllocatedBytes();
        var exception = await Assert.ThrowsAsync<ChatRequestException>(() => client.GetAsync("http://localhost/"));
        Assert.Equal((ChatFailure.TooLong, false), (exception.Kind, exception.IsTransient));
        using HttpResponseMessage error = await client.GetAsync("http://localhost/500");
        Assert.Equal(BoundedBodies.MostBytes, (await error.Content.ReadAsByteArrayAsync()).Length);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 32 * BoundedBodies.MostBytes);
    }

    [Fact]
    public async Task Of_a_long_reply_the_beginning_is_kept()
    {
        using var stub = new ChatServerStub((_, _) => Says("\"" + new string('a', 100_000)));
        for (int i = 0; i < 2; i++)
            Assert.InRange((await Ask(stub, Sky)).Refusal!.Length, 1000, 1100);
        Assert.Equal(1, stub.Requests);
        Assert.InRange(new FileInfo(CacheFile).Length, 1000, 1200);
    }

    [Theory]
    [InlineData("length", "\"Make the sky", "reply cut short: \"Make the sky")]
    [InlineData("content_filter", "x", "reply withheld by a content filter")]
    [InlineData("stop", "", "empty reply")]
    public async Task Every_definite_answer_is_kept(string finish, string text, string refusal)
    {
        using var stub = new ChatServerStub((_, _) => Says(text, finish));
        for (int i = 0; i < 2; i++)
            Assert.Equal(new Rephrasing(null, refusal), await Ask(stub, Sky));
        Assert.Equal(1, stub.Requests);
    }

    [Fact]
    public async Task A_content_filter_that_answers_400_is_definite()
    {
        using var stub = new ChatServerStub((_, _) => new Reply(400, "{\"error\":{\"code\":\"content_filter\",\"message\":\"no\"}}"));
        for (int i = 0; i < 2; i++)
            Assert.Equal("reply withheld by a content filter", (await Ask(stub, Sky)).Refusal);
        Assert.Equal(1, stub.Requests);
    }

    [Fact]
    public async Task With_more_tokens_a_reply_that_was_cut_short_is_asked_for_again()
    {
        using var stub = new ChatServerStub((i, _) => i == 0 ? Says("\"Make the", "length") : Says("\"Make the sky cloudy\""));
        Assert.Null((await Ask(stub, Sky, tokens: 3)).Text);
        Assert.Null((await Ask(stub, Sky, tokens: 2)).Text);
        Assert.Equal("Make the sky cloudy", (await Ask(stub, Sky, tokens: 30)).Text);
        Assert.Equal("Make the sky cloudy", (await Ask(stub, Sky, tokens: 3)).Text);
        Assert.Equal(2, stub.Requests);
    }

    [Theory]
    [InlineData($"\"Your key is {Key} indeed\"")]
    [InlineData("\"Your key is SK-SECRET-0123456789 indeed\"")]
    public async Task A_reply_that_tells_the_key_is_not_kept(string reply)
    {
        using var stub = new ChatServerStub((_, _) => Says(reply));
        for (int i = 0; i < 2; i++)
            Assert.Equal(new Rephrasing(null, "reply with the key in it"), await Ask(stub, Sky));
        Assert.Equal(1, stub.Requests);
        Assert.DoesNotContain(Key, File.ReadAllText(CacheFile), StringComparison.OrdinalIgnoreCase);

        // Nor is one that an earlier version kept.
        File.WriteAllText(CacheFile, $"{{\"key\":\"{ReplyCache.KeyOf("m", LlmRephraser.Prompt(Sky, 1)):x32}\",\"reply\":\"tell {Key} to all\"}}\n");
        Assert.Equal(new Rephrasing(null, "reply with the key in it"), await Ask(stub, Sky));
    }

    /// <summary>What servers write otherwise than OpenAI's, in replies that are paid for all the same.</summary>
    [Theory]
    [InlineData("{\"choices\":[{\"message\":{\"content\":\"Make it cloudy\"},\"finish_reason\":\"banana\"}]}", "Make it cloudy", null)]
    [InlineData("{\"choices\":[{\"message\":{\"content\":\"Make it cloudy\"},\"finish_reason\":7}],\"usage\":{\"prompt_tokens\":1e999}}", "Make it cloudy", null)]
    [InlineData("{\"choices\":[{\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"Make it \"},{\"text\":\"cloudy\"},3]}}]}", "Make it cloudy", null)]
    [InlineData("{\"choices\":[{\"message\":{\"content\":null}}]}", null, "empty reply")]
    [InlineData("{\"choices\":[{\"message\":{\"content\":null,\"refusal\":\"I won't\"}}]}", null, "reply withheld by the model: I won't")]
    public async Task Answers_are_read_as_far_as_they_are_needed(string body, string? text, string? refusal)
    {
        using var stub = new ChatServerStub((_, _) => new Reply(200, body));
        for (int i = 0; i < 2; i++)
            Assert.Equal(new Rephrasing(text, refusal), await Ask(stub, Sky));
        Assert.Equal(1, stub.Requests);
    }

    [Theory]
    [InlineData("{\"choices\":null}")]
    [InlineData("{\"choices\":[null]}")]
    [InlineData("{\"choices\":[{\"message\":\"x\"}]}")]
    [InlineData("{\"choices\":[{\"message\":{\"content\":\"\\ud800\"}}]}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public async Task Answers_without_a_reply_are_none(string body)
    {
        using var stub = new ChatServerStub((_, _) => new Reply(200, body));
        Assert.StartsWith("no reply: no completion in the answer", (await Ask(stub, Sky)).Refusal);
        Assert.Equal(3, stub.Requests);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_ends_the_run_at_once()
    {
        using var key = RSA.Create(2048);
        using X509Certificate2 made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int connections = 0;
        _ = Task.Run(async () =>
        {
            while (true)
            {
                using TcpClient connection = await listener.AcceptTcpClientAsync();
                connections++;
                using var tls = new SslStream(connection.GetStream());
                await tls.AuthenticateAsServerAsync(made);
            }
        });
        var address = new Uri($"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/v1");
        using var cache = new ReplyCache(CacheFile);
        using var client = new RetryingChatClient(new OpenAiChatClient(Server(address, 20)), retries: 6);
        var exception = await Assert.ThrowsAsync<InputException>(async () => await new LlmRephraser(client, Server(address, 20), cache).RephraseAsync(Sky, 1));
        Assert.Contains("certificate", exception.Message);
        Assert.Contains(address.Authority, exception.Message);
        Assert.Equal(1, connections);
    }

    [Fact]
    public void Of_a_cache_with_a_line_beyond_all_bounds_the_others_are_read()
    {
        File.WriteAllText(CacheFile, $"{{\"key\":\"01\",\"reply\":\"{new string('x', 3_000_000)}\"}}\n{{\"key\":\"02\",\"reply\":\"y\"}}\n{{\"key\":\"03\",\"reply\":\"{new string('x', 3_000_000)}");
        using (var cache = new ReplyCache(CacheFile))
        {
            Assert.Equal((1, "y"), (cache.Count, cache.Find(2)));
            cache.Add(4, new string('z', 3_000_000));
        }

        using var again = new ReplyCache(CacheFile);
        Assert.Equal((2, "y", ChatAnswer.MostCharacters), (again.Count, again.Find(2), again.Find(4)!.Length));
    }

    [Fact]
    public void Another_file_is_not_taken_for_a_cache()
    {
        byte[] other = [1, 2, (byte)'\n', 3];
        File.WriteAllBytes(CacheFile, other);
        Assert.Contains(CacheFile, Assert.Throws<InputException>(() => new ReplyCache(CacheFile)).Message);
        Assert.Equal(other, File.ReadAllBytes(CacheFile));

        // The first record, cut by the end of a run, is one.
        File.WriteAllText(CacheFile, "{\"ke");
        using var cache = new ReplyCache(CacheFile);
        Assert.Equal(0, new FileInfo(CacheFile).Length);
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

    private async Task<Rephrasing> Ask(ChatServerStub stub, QuestionAnswer pair, ulong seed = 1, double timeout = 10, int tokens = LlmRephraser.DefaultMaxOutputTokens)
    {
        using var cache = new ReplyCache(CacheFile);
        using var client = new RetryingChatClient(new OpenAiChatClient(Server(stub.Address, timeout)), retries: 2, firstDelay: TimeSpan.FromMilliseconds(10));
        return await new LlmRephraser(client, Server(stub.Address, timeout), cache, tokens).RephraseAsync(pair, seed);
    }

    /// <summary>Sends zeros for ever, and says so with status 500 where it is asked to.</summary>
    private sealed class Endless : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(request.RequestUri!.AbsolutePath == "/500" ? HttpStatusCode.InternalServerError : HttpStatusCode.OK) { Content = new StreamContent(new Zeros()) });
    }

    private sealed class Zeros : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Clear();
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
