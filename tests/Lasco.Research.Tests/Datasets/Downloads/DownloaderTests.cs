using System.Security.Cryptography;
using Lasco.Research.Datasets.Downloads;

namespace Lasco.Research.Tests.Datasets.Downloads;

public sealed class DownloaderTests : IDisposable
{
    private readonly AnnotationFolder folder = new();
    private readonly byte[] content = Content(1, 300_000);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Fetches_a_file_from_the_host_of_its_address()
    {
        using var server = new ScriptedServer(request => ScriptedServer.Honest(request, content, "a"));
        await Fetch(server, Sha256(content), content.Length);
        Assert.Equal(content, Arrived());
        ServedRequest request = Assert.Single(server.Requests);
        Assert.Equal("/example.org/data/file.bin?x=1", request.Path);
        Assert.Equal("identity", request.Headers["Accept-Encoding"]);
        Assert.Equal(["file.bin"], Files());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Goes_on_where_a_connection_broke_off(bool resets)
    {
        using var server = new ScriptedServer(request => ScriptedServer.Honest(request, content, "a") with { BreaksAfter = request.Number < 3 ? 50_000 : null, Resets = resets });
        await Fetch(server, Sha256(content));
        Assert.Equal(content, Arrived());
        ServedRequest[] requests = [.. server.Requests];
        Assert.True(requests.Length >= 4);
        Assert.All(requests.Skip(1), request => Assert.True(request.RangeStart is null || request.IfRange == "\"a\""));
        Assert.True(requests[^1].RangeStart > 0);
        Assert.Equal(["file.bin"], Files());
    }

    [Fact]
    public async Task Goes_on_in_another_process_where_one_was_stopped()
    {
        using (var server = new ScriptedServer(request => ScriptedServer.Honest(request, content, "a") with { BreaksAfter = 120_000, Hangs = TimeSpan.FromSeconds(30) }))
        {
            using var stop = new CancellationTokenSource();
            Task fetching = Fetch(server, Sha256(content), cancellation: stop.Token);
            while (PartLength() < 60_000 && !fetching.IsCompleted)
                await Task.Delay(10);
            stop.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
        }

        long kept = PartLength();
        Assert.InRange(kept, 60_000, 120_000);
        using var second = new ScriptedServer(request => ScriptedServer.Honest(request, content, "a"));
        await Fetch(second, Sha256(content));
        Assert.Equal(kept, Assert.Single(second.Requests).RangeStart);
        Assert.Equal(content, Arrived());
    }

    [Fact]
    public async Task Begins_anew_where_the_file_changed_between_attempts()
    {
        byte[] changed = Content(2, 250_000);
        using var server = new ScriptedServer(request => request.Number == 0
            ? ScriptedServer.Honest(request, content, "old") with { BreaksAfter = 100_000 }
            : ScriptedServer.Honest(request, changed, "new"));
        await Fetch(server, Sha256(changed));
        Assert.Equal(changed, Arrived());
    }

    [Fact]
    public async Task Begins_anew_where_the_server_ignores_ranges_or_gives_nothing_to_compare()
    {
        using var server = new ScriptedServer(request => new ServedAnswer(200, content) { BreaksAfter = request.Number == 0 ? 100_000 : null });
        await Fetch(server);
        Assert.Equal(content, Arrived());
        Assert.All(server.Requests, request => Assert.Null(request.RangeStart));

        File.Delete(folder.PathOf("file.bin"));
        using var deaf = new ScriptedServer(request => new ServedAnswer(200, content) { BreaksAfter = request.Number == 0 ? 100_000 : null, Headers = ["ETag: \"a\""] });
        await Fetch(deaf);
        Assert.Equal(content, Arrived());
        Assert.Equal(2, deaf.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_always_breaks_off_and_sends_wrong_pieces_is_given_up()
    {
        using var liar = new ScriptedServer(request => request.RangeStart is null
            ? ScriptedServer.Honest(request, content, "a") with { BreaksAfter = 100_000 }
            : new ServedAnswer(206, content[5..]) { Headers = ["ETag: \"a\"", $"Content-Range: bytes 5-{content.Length - 1}/{content.Length}"] });
        Assert.Contains("given up", (await Assert.ThrowsAsync<DownloadException>(() => Fetch(liar))).Message);
        Assert.InRange(liar.Requests.Count, 4, 6);
    }

    [Fact]
    public async Task Room_is_watched_where_no_length_is_known()
    {
        using var endless = new ScriptedServer(request => new ServedAnswer(200, new byte[20 << 20]) { SaysLength = false });
        int asked = 0;
        using var downloader = new Downloader(endless.Address) { FreeBytes = _ => asked++ == 0 ? long.MaxValue : 1 };
        await Assert.ThrowsAsync<DownloadException>(() => downloader.FetchAsync(Request(null, null)));
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_wrong_piece_or_a_weak_tag_never_gets_into_the_file()
    {
        using var shifted = new ScriptedServer(request => request.Number == 1
            ? new ServedAnswer(206, content[5..]) { Headers = ["ETag: \"a\"", $"Content-Range: bytes 5-{content.Length - 1}/{content.Length}"] }
            : ScriptedServer.Honest(request, content, "a") with { BreaksAfter = request.Number == 0 ? 100_000 : null });
        await Fetch(shifted);
        Assert.Equal(content, Arrived());

        File.Delete(folder.PathOf("file.bin"));
        using var weak = new ScriptedServer(request => new ServedAnswer(200, content) { Headers = ["ETag: W/\"a\""], BreaksAfter = request.Number == 0 ? 100_000 : null });
        await Fetch(weak);
        Assert.Null(weak.Requests.Last().RangeStart);
    }

    [Fact]
    public async Task A_resumed_file_that_does_not_add_up_is_fetched_once_more_in_one_piece()
    {
        byte[] changed = Content(3, content.Length);
        using var liar = new ScriptedServer(request => ScriptedServer.Honest(request, request.Number == 0 ? content : changed, "same tag") with { BreaksAfter = request.Number == 0 ? 100_000 : null });
        await Fetch(liar, Sha256(changed));
        Assert.Equal(changed, Arrived());
        Assert.Equal(3, liar.Requests.Count);
    }

    [Fact]
    public async Task What_does_not_add_up_has_no_name()
    {
        using var server = new ScriptedServer(request => ScriptedServer.Honest(request, content, "a"));
        var e = await Assert.ThrowsAsync<DownloadException>(() => Fetch(server, Sha256(Content(9, 10))));
        Assert.Contains("does not add up to sha256", e.Message);
        Assert.Empty(Files());
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_length_that_is_too_long_never_ends_well()
    {
        using var server = new ScriptedServer(request => request.RangeStart == content.Length
            ? ScriptedServer.Honest(request, content, "a")
            : new ServedAnswer(200, content) { Length = content.Length + 500, Headers = ["ETag: \"a\""] });
        await Fetch(server, Sha256(content)); // the server's 416 says that there is no more, and the checksum agrees
        Assert.Equal(content, Arrived());

        File.Delete(folder.PathOf("file.bin"));
        using var stubborn = new ScriptedServer(_ => new ServedAnswer(200, content) { Length = content.Length + 500 });
        var e = await Assert.ThrowsAsync<DownloadException>(() => Fetch(stubborn));
        Assert.Contains("given up after 4 attempts", e.Message);
        Assert.DoesNotContain("file.bin", Files());
    }

    [Fact]
    public async Task A_length_that_is_too_short_is_found_by_the_published_one_or_by_the_checksum()
    {
        using var server = new ScriptedServer(_ => new ServedAnswer(200, content) { Length = 1000 });
        Assert.Contains("1,000 bytes where the published file has 300,000", (await Assert.ThrowsAsync<DownloadException>(() => Fetch(server, bytes: content.Length))).Message);
        Assert.Contains("does not add up", (await Assert.ThrowsAsync<DownloadException>(() => Fetch(server, Sha256(content)))).Message);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task More_than_was_published_is_refused_while_it_arrives()
    {
        using var server = new ScriptedServer(_ => new ServedAnswer(200, content) { SaysLength = false });
        Assert.Contains("sends more than 1,000 bytes", (await Assert.ThrowsAsync<DownloadException>(() => Fetch(server, bytes: 1000))).Message);
        Assert.Empty(Files());
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    [InlineData(410)]
    [InlineData(416)]
    public async Task A_refusal_is_final(int status)
    {
        using var server = new ScriptedServer(_ => new ServedAnswer(status, []));
        Assert.Contains($"http://example.org/data/file.bin?x=1: the server answered {status}", (await Assert.ThrowsAsync<DownloadException>(() => Fetch(server))).Message);
        Assert.Single(server.Requests);
        Assert.Empty(Files());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(408)]
    public async Task A_server_in_trouble_is_asked_again(int status)
    {
        using var server = new ScriptedServer(request => request.Number < 3 ? new ServedAnswer(status, []) { Headers = ["Retry-After: 3600"] } : ScriptedServer.Honest(request, content, "a"));
        await Fetch(server, Sha256(content));
        Assert.Equal(content, Arrived());

        using var down = new ScriptedServer(_ => new ServedAnswer(status, []));
        File.Delete(folder.PathOf("file.bin"));
        Assert.Contains($"answered {status} Scripted; given up after 4 attempts", (await Assert.ThrowsAsync<DownloadException>(() => Fetch(down))).Message);
        Assert.Equal(4, down.Requests.Count);
    }

    [Fact]
    public async Task A_range_that_the_server_refuses_begins_anew()
    {
        using var server = new ScriptedServer(request => request.Number switch
        {
            0 => ScriptedServer.Honest(request, content, "a") with { BreaksAfter = 100_000 },
            1 => new ServedAnswer(416, []),
            _ => ScriptedServer.Honest(request, content, "a"),
        });
        await Fetch(server, Sha256(content));
        Assert.Equal(content, Arrived());
        Assert.Null(server.Requests.Last().RangeStart);
    }

    [Fact]
    public async Task Follows_redirections_and_no_endless_ones()
    {
        using var server = new ScriptedServer(request => request.Path == "/moved" ? ScriptedServer.Honest(request, content, "a") : new ServedAnswer(302, []) { Headers = ["Location: /moved"] });
        await Fetch(server, Sha256(content));
        Assert.Equal(content, Arrived());

        File.Delete(folder.PathOf("file.bin"));
        using var circle = new ScriptedServer(_ => new ServedAnswer(301, []) { Headers = ["Location: /again"] });
        Assert.Contains("the server answered 301", (await Assert.ThrowsAsync<DownloadException>(() => Fetch(circle))).Message);
    }

    [Fact]
    public async Task Silence_is_a_failure_like_any_other()
    {
        using var server = new ScriptedServer(request => ScriptedServer.Honest(request, content, "a") with { BreaksAfter = request.Number == 0 ? 100_000 : null, Hangs = request.Number == 0 ? TimeSpan.FromSeconds(1) : default });
        await Fetch(server, Sha256(content), patience: TimeSpan.FromSeconds(0.2));
        Assert.Equal(content, Arrived());
    }

    [Fact]
    public async Task An_encoded_body_is_refused()
    {
        using var server = new ScriptedServer(_ => new ServedAnswer(200, content) { Headers = ["Content-Encoding: gzip"] });
        Assert.Contains("encoded (gzip)", (await Assert.ThrowsAsync<DownloadException>(() => Fetch(server))).Message);
    }

    [Fact]
    public async Task Asks_for_room_before_the_first_byte()
    {
        using var server = new ScriptedServer(request => ScriptedServer.Honest(request, content, "a"));
        using var downloader = new Downloader(server.Address) { FreeBytes = _ => (64 << 20) + 1000 };
        var e = await Assert.ThrowsAsync<DownloadException>(() => downloader.FetchAsync(Request(null, null)));
        Assert.Contains("file.bin needs 300 kB, and there is room for 1.00 kB", e.Message);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task Two_downloads_of_one_file_do_not_meet()
    {
        using var server = new ScriptedServer(request => ScriptedServer.Honest(request, content, "a"));
        folder.Write("file.bin.part", "x");
        using (new FileStream(folder.PathOf("file.bin.part"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            Assert.Contains("is another download of it under way?", (await Assert.ThrowsAsync<DownloadException>(() => Fetch(server))).Message);
        await Fetch(server, Sha256(content)); // a part without notes is begun anew
        Assert.Equal(content, Arrived());
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("""{"Url":"http://elsewhere/","EntityTag":"\"a\"","LastModified":null,"Length":5}""")]
    [InlineData("""{"Url":"http://example.org/data/file.bin?x=1","EntityTag":"broken","LastModified":null,"Length":5}""")]
    public async Task Notes_that_make_no_sense_begin_anew(string notes)
    {
        folder.Write("file.bin.part", "stale");
        folder.Write("file.bin.part.json", notes);
        using var server = new ScriptedServer(request => ScriptedServer.Honest(request, content, "a"));
        await Fetch(server, Sha256(content));
        Assert.Equal(content, Arrived());
        Assert.Equal(["file.bin"], Files());
    }

    [Fact]
    public async Task Progress_grows_to_the_whole()
    {
        var told = new List<DownloadProgress>();
        using var server = new ScriptedServer(request => ScriptedServer.Honest(request, content, "a"));
        using var downloader = new Downloader(server.Address);
        await downloader.FetchAsync(Request(Sha256(content), null), new DirectProgress<DownloadProgress>(told.Add));
        Assert.Contains(told, progress => progress is { Phase: DownloadPhase.Receiving, Done: 300_000, Total: 300_000 });
        Assert.Contains(told, progress => progress is { Phase: DownloadPhase.Checking, Done: 300_000 });
        Assert.All(told, progress => Assert.Equal("file.bin", progress.Name));
        Assert.Equal(TimeSpan.FromSeconds(3), new DownloadProgress("x", DownloadPhase.Receiving, 70, 100, 10).TimeLeft);
        Assert.Null(new DownloadProgress("x", DownloadPhase.Receiving, 70, null, 10).TimeLeft);
    }

    private async Task Fetch(ScriptedServer server, Checksum? checksum = null, long? bytes = null, TimeSpan? patience = null, CancellationToken cancellation = default)
    {
        using var downloader = new Downloader(server.Address)
        {
            Attempts = 4, FirstDelay = TimeSpan.FromMilliseconds(5), LongestDelay = TimeSpan.FromMilliseconds(20), Patience = patience ?? TimeSpan.FromSeconds(20),
        };
        await downloader.FetchAsync(Request(checksum, bytes), cancellation: cancellation);
    }

    private DownloadRequest Request(Checksum? checksum, long? bytes) => new(new Uri("http://example.org/data/file.bin?x=1"), folder.PathOf("file.bin"), bytes, checksum);

    private byte[] Arrived() => File.ReadAllBytes(folder.PathOf("file.bin"));

    private long PartLength() => new FileInfo(folder.PathOf("file.bin.part")) is { Exists: true } part ? part.Length : 0;

    private string[] Files() => [.. Directory.GetFiles(folder.Root).Select(file => Path.GetFileName(file)).Order()];

    private static Checksum Sha256(byte[] data) => new(ChecksumKind.Sha256, Convert.ToHexStringLower(SHA256.HashData(data)));

    private static byte[] Content(int seed, int length)
    {
        var data = new byte[length];
        new Random(seed).NextBytes(data);
        return data;
    }
}
