using System.Net.Http.Headers;
using System.Text.Json;

namespace Lasco.Research.Datasets.Downloads;

/// <summary>
/// A file that is arriving: <c>NAME.part</c>, and <c>NAME.part.json</c> with what says whether the server still has the
/// same file (its ETag or date, and length). It becomes <c>NAME</c> in one step.
/// </summary>
internal sealed class PartFile : IDisposable
{
    private readonly DownloadRequest request;
    private readonly FileStream stream;
    private Origin? origin;

    private PartFile(DownloadRequest request, FileStream stream, Origin? origin) => (this.request, this.stream, this.origin) = (request, stream, origin);

    /// <summary>The bytes that have arrived.</summary>
    public long Length => stream.Length;

    /// <summary>The length that the server gave when the first byte arrived.</summary>
    public long? Total => origin?.Length;

    /// <summary>What makes a request for the rest fail where the file has changed; null where the server gave nothing of use.</summary>
    public RangeConditionHeaderValue? Condition =>
        origin?.EntityTag is { } tag && EntityTagHeaderValue.TryParse(tag, out EntityTagHeaderValue? parsed) && !parsed.IsWeak ? new RangeConditionHeaderValue(parsed)
        : origin?.LastModified is { } date ? new RangeConditionHeaderValue(date)
        : null;

    /// <exception cref="DownloadException">Another process is fetching the file.</exception>
    public static PartFile Open(DownloadRequest request)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(request.Path))!);
        FileStream stream;
        try
        {
            stream = new FileStream($"{request.Path}.part", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        }
        catch (IOException e) when (File.Exists($"{request.Path}.part"))
        {
            throw new DownloadException($"{request.Path}.part: cannot be written; is another download of it under way? ({e.Message})", e);
        }

        var part = new PartFile(request, stream, ReadOrigin(request));
        if (part.origin is null)
            stream.SetLength(0);
        stream.Seek(0, SeekOrigin.End);
        return part;
    }

    /// <summary>Begins anew, from a response that gives the whole file.</summary>
    public void Restart(HttpResponseMessage response)
    {
        stream.SetLength(0);
        origin = new Origin(request.Url.AbsoluteUri, response.Headers.ETag?.ToString(), response.Content.Headers.LastModified, response.Content.Headers.ContentLength);
        AtomicFile.WriteText(NotesOf(request), JsonSerializer.Serialize(origin));
    }

    /// <summary>Forgets what has arrived.</summary>
    public void Discard()
    {
        stream.SetLength(0);
        origin = null;
        File.Delete(NotesOf(request));
    }

    /// <summary>Adds bytes that arrived.</summary>
    public void Append(ReadOnlySpan<byte> bytes) => stream.Write(bytes);

    /// <summary>Whether what has arrived adds up.</summary>
    public bool Matches(Checksum checksum, IProgress<long> progress, CancellationToken cancellation)
    {
        stream.Seek(0, SeekOrigin.Begin);
        bool matches = checksum.Matches(stream, progress, cancellation);
        stream.Seek(0, SeekOrigin.End);
        return matches;
    }

    /// <summary>Gives the file its name.</summary>
    public void Complete()
    {
        stream.Flush(flushToDisk: true);
        stream.Dispose();
        File.Move($"{request.Path}.part", request.Path, overwrite: true);
        File.Delete(NotesOf(request));
    }

    /// <summary>Keeps what has arrived for the next time; leaves nothing behind where nothing has.</summary>
    public void Dispose()
    {
        if (!stream.CanSeek)
            return;
        if (stream.Length == 0)
        {
            File.Delete(NotesOf(request));
            File.Delete(stream.Name);
        }

        stream.Dispose();
    }

    private static string NotesOf(DownloadRequest request) => $"{request.Path}.part.json";

    private static Origin? ReadOrigin(DownloadRequest request)
    {
        try
        {
            var notes = new FileInfo(NotesOf(request));
            if (!notes.Exists || notes.Length > 1 << 16)
                return null;
            var origin = JsonSerializer.Deserialize<Origin>(File.ReadAllText(notes.FullName));
            return origin?.Url == request.Url.AbsoluteUri ? origin : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Origin(string Url, string? EntityTag, DateTimeOffset? LastModified, long? Length);
}
