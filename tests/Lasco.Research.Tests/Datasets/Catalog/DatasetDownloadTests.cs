using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Lasco.Research.Datasets.Catalog;
using Lasco.Research.Datasets.Downloads;
using Lasco.Research.Tests.Datasets.Downloads;

namespace Lasco.Research.Tests.Datasets.Catalog;

public sealed class DatasetDownloadTests : IDisposable
{
    private readonly AnnotationFolder folder = new();
    private readonly byte[] archive = Zip(("x/1.jpg", "one"), ("x/2.jpg", "two"), ("labels.json", "[]"), ("unwanted", "no"));

    public void Dispose() => folder.Dispose();

    private CatalogEntry Entry => new()
    {
        Name = "toy", Title = "Toy", Summary = "", Home = "", Licence = "none",
        Files = [new CatalogFile("a/notes.json") { Url = new Uri("https://example.org/notes.json"), Bytes = 5 }, new CatalogFile("labels.json")],
        Images = [new CatalogImages("x", 2)],
        Archives = [new CatalogArchive(new Uri("http://example.org/all.zip"), ["x/", "labels.json"]) { Bytes = archive.Length, Checksum = new Checksum(ChecksumKind.Sha256, Convert.ToHexStringLower(SHA256.HashData(archive))) }],
        ByHand = ["ask"],
    };

    [Fact]
    public async Task Fetches_and_unpacks_what_is_missing_and_nothing_twice()
    {
        using ScriptedServer server = Serve();
        Assert.Equal([ItemState.Missing, ItemState.Missing, ItemState.Missing], DatasetStatus.Of(Entry, folder.Root).Select(item => item.State));
        DownloadSummary first = await Run(server);
        Assert.Equal(["a/notes.json", "all.zip"], first.Fetched);
        Assert.Equal(["ask"], first.ByHand);
        Assert.Equal(["a/notes.json", "labels.json", "x/1.jpg", "x/2.jpg"], Files());
        Assert.All(DatasetStatus.Of(Entry, folder.Root), item => Assert.Equal(ItemState.Present, item.State));

        DownloadSummary second = await Run(server);
        Assert.Empty(second.Fetched);
        Assert.Equal(["a/notes.json", "x/", "labels.json"], second.Present);
        Assert.Equal(2, server.Requests.Count);

        File.Delete(folder.PathOf("x/2.jpg"));
        Assert.Contains(DatasetStatus.Of(Entry, folder.Root), item => item is { State: ItemState.Different, Note: "1 images; the published folder has 2" });
        Assert.Equal(["all.zip"], (await Run(server)).Fetched);
        Assert.Equal("two", File.ReadAllText(folder.PathOf("x/2.jpg")));
    }

    [Fact]
    public async Task An_archive_that_the_user_brought_is_checked_used_and_kept()
    {
        using ScriptedServer server = Serve();
        folder.Write("all.zip", archive);
        await Run(server);
        Assert.Single(server.Requests);
        Assert.Contains("all.zip", Files());

        Directory.Delete(folder.PathOf("x"), recursive: true);
        folder.Write("all.zip", archive[..^1]);
        Assert.Contains("is not the published archive", (await Assert.ThrowsAsync<InputException>(() => Run(server))).Message);
    }

    [Fact]
    public async Task An_archive_that_arrived_damaged_is_put_aside_and_fetched_anew()
    {
        byte[] damaged = [.. archive];
        damaged[40] ^= 0xFF;
        var bodies = new Queue<byte[]>(["<html>busy</html>"u8.ToArray(), damaged, archive]);
        using var server = new ScriptedServer(request => ScriptedServer.Honest(request, bodies.Dequeue(), "a"));
        CatalogEntry entry = Entry with { Files = [], Archives = [new CatalogArchive(new Uri("http://example.org/all.zip"), ["x/", "labels.json"])] };
        for (int attempt = 0; attempt < 2; attempt++)
        {
            using var downloader = new Downloader(server.Address);
            string message = (await Assert.ThrowsAsync<DownloadException>(() => new DatasetDownload(downloader).RunAsync(entry, folder.Root))).Message;
            Assert.Contains("all.zip.refused, and the next run fetches it anew", message);
        }

        using (var downloader = new Downloader(server.Address))
            await new DatasetDownload(downloader).RunAsync(entry, folder.Root);
        Assert.Equal("two", File.ReadAllText(folder.PathOf("x/2.jpg")));

        Directory.Delete(folder.PathOf("x"), recursive: true);
        folder.Write("all.zip", damaged);
        using var idle = new Downloader(server.Address);
        Assert.Contains("move the archive away", (await Assert.ThrowsAsync<InputException>(() => new DatasetDownload(idle).RunAsync(entry, folder.Root))).Message);
    }

    [Fact]
    public async Task A_link_to_a_file_is_as_long_as_the_file()
    {
        using ScriptedServer server = Serve();
        folder.Write("elsewhere", "12345");
        Directory.CreateDirectory(folder.PathOf("a"));
        File.CreateSymbolicLink(folder.PathOf("a/notes.json"), folder.PathOf("elsewhere"));
        Assert.Contains(DatasetStatus.Of(Entry, folder.Root), item => item is { State: ItemState.Present, Note: "5 bytes" });
        Assert.Equal(["all.zip"], (await Run(server)).Fetched);
        Assert.Contains(DatasetVerifier.Verify(Entry, folder.Root).Checks, check => check is { Subject: "a/notes.json", Passed: true, Found: "5 bytes" });
    }

    [Fact]
    public async Task A_file_of_another_length_is_not_overwritten()
    {
        using ScriptedServer server = Serve();
        folder.Write("a/notes.json", "mine, and longer");
        Assert.Contains("move it away", (await Assert.ThrowsAsync<InputException>(() => Run(server))).Message);
        Assert.Equal("mine, and longer", File.ReadAllText(folder.PathOf("a/notes.json")));
        Assert.Empty(server.Requests);
        Assert.Contains(DatasetStatus.Of(Entry, folder.Root), item => item is { State: ItemState.Different, Note: "16 bytes; the published file has 5" });
    }

    [Fact]
    public async Task Room_is_asked_for_everything_at_once()
    {
        using ScriptedServer server = Serve();
        using var downloader = new Downloader(server.Address) { FreeBytes = _ => (64 << 20) + archive.Length };
        await Assert.ThrowsAsync<DownloadException>(() => new DatasetDownload(downloader).RunAsync(Entry, folder.Root));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_download_that_was_begun_is_seen_and_taken_up()
    {
        using var broken = new ScriptedServer(request => ScriptedServer.Honest(request, archive, "a") with { BreaksAfter = 100 });
        CatalogEntry entry = Entry with { Files = [] };
        using (var downloader = new Downloader(broken.Address) { Attempts = 1 })
            await Assert.ThrowsAsync<DownloadException>(() => new DatasetDownload(downloader).RunAsync(entry, folder.Root));
        Assert.Contains(DatasetStatus.Of(entry, folder.Root), item => item is { State: ItemState.Partial, Note: "100 bytes have arrived" });
        using var server = new ScriptedServer(request => ScriptedServer.Honest(request, archive, "a"));
        using (var downloader = new Downloader(server.Address))
            await new DatasetDownload(downloader).RunAsync(entry, folder.Root);
        Assert.Equal(100, Assert.Single(server.Requests).RangeStart);
    }

    private ScriptedServer Serve() => new(request => request.Path switch
    {
        "/example.org/notes.json" => ScriptedServer.Honest(request, "notes"u8.ToArray(), "n"),
        "/example.org/all.zip" => ScriptedServer.Honest(request, archive, "a"),
        _ => new ServedAnswer(404, []),
    });

    private async Task<DownloadSummary> Run(ScriptedServer server)
    {
        using var downloader = new Downloader(server.Address);
        return await new DatasetDownload(downloader).RunAsync(Entry, folder.Root);
    }

    private string[] Files() => [.. Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder.Root, file)).Order(StringComparer.Ordinal)];

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach ((string name, string text) in entries)
            {
                using Stream stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
