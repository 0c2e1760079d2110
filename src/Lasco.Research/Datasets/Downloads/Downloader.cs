using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;

namespace Lasco.Research.Datasets.Downloads;

/// <summary>
/// Fetches files over HTTP. A connection that breaks is taken up where it broke off (Range with If-Range), in this
/// process or a later one; a file that changed meanwhile begins anew; nothing has its final name before its length and
/// its checksum, where they are known, are right.
/// </summary>
public sealed class Downloader : IDisposable
{
    /// <summary>Nothing larger is fetched, in bytes.</summary>
    public const long MaxBytes = 1L << 37;

    private const int BlockBytes = 1 << 17;

    /// <summary>How much may arrive of a file of unknown length before the room is looked at again.</summary>
    private const int UnannouncedBytes = 1 << 24;

    private readonly Uri? mirror;
    private readonly HttpClient client;

    /// <summary>Fetches from the addresses themselves.</summary>
    public Downloader()
        : this(null)
    {
    }

    /// <summary>Fetches everything from one server, which has a folder for each host.</summary>
    /// <param name="mirror">The server: <c>http://host/path</c> is fetched from <c>MIRRORhost/path</c>.</param>
    internal Downloader(Uri? mirror)
    {
        this.mirror = mirror;
        client = new HttpClient(new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.None,
            MaxAutomaticRedirections = 10,
            ConnectTimeout = TimeSpan.FromSeconds(30),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("lasco", "1.0"));
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
    }

    /// <summary>How many attempts in a row may bring nothing.</summary>
    internal int Attempts { get; init; } = 6;

    /// <summary>The pause after the first of them; it doubles with each, up to <see cref="LongestDelay"/>.</summary>
    internal TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause, a server's Retry-After included.</summary>
    internal TimeSpan LongestDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a server may send nothing.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The room in a folder.</summary>
    internal Func<string, long> FreeBytes { get; init; } = FreeSpace.Of;

    /// <summary>Fetches a file that is not there.</summary>
    /// <param name="request">What to fetch, and where to put it.</param>
    /// <param name="progress">Told how far it is, a few times a second.</param>
    /// <param name="cancellation">Stops at once and keeps what has arrived.</param>
    /// <exception cref="DownloadException">The server does not have the file, has another one, or fails again and again; or there is no room.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task FetchAsync(DownloadRequest request, IProgress<DownloadProgress>? progress = null, CancellationToken cancellation = default)
    {
        using PartFile part = PartFile.Open(request);
        bool isPieced = part.Length > 0;
        while (true)
        {
            isPieced |= await ReceiveAllAsync(part, request, progress, cancellation).ConfigureAwait(false);
            if (IsRight(part, request, progress, cancellation))
                break;
            part.Discard();
            if (!isPieced)
                throw new DownloadException($"{request.Url}: what arrived does not add up to {request.Checksum}; it is not the published file, or it was damaged on its way");
            isPieced = false; // pieces of different files, perhaps: once more in one piece
        }

        part.Complete();
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static bool IsRight(PartFile part, DownloadRequest request, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        string name = Path.GetFileName(request.Path);
        long length = part.Length;
        if (request.Checksum is not { } checksum)
            return true;
        return part.Matches(checksum, new DirectProgress<long>(done => progress?.Report(new DownloadProgress(name, DownloadPhase.Checking, done, length))), cancellation);
    }

    /// <returns>Whether it took more than one response.</returns>
    private async Task<bool> ReceiveAllAsync(PartFile part, DownloadRequest request, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        string name = Path.GetFileName(request.Path);
        bool isPieced = false;
        long furthest = part.Length;
        for (int failures = 0; ;)
        {
            Interruption interruption;
            try
            {
                await ReceiveAsync(part, request, progress, cancellation).ConfigureAwait(false);
                return isPieced;
            }
            catch (Interruption e)
            {
                interruption = e;
            }

            isPieced = true;
            failures = part.Length > furthest ? 1 : failures + 1; // what is fetched a second time brings nothing
            furthest = Math.Max(furthest, part.Length);
            if (failures >= Attempts)
                throw new DownloadException($"{request.Url}: {interruption.Message}; given up after {Attempts} attempts{(part.Length > 0 ? $". What has arrived, {ByteSize.Format(part.Length)}, is kept for the next time" : "")}", interruption);
            progress?.Report(new DownloadProgress(name, DownloadPhase.Waiting, part.Length, part.Total, Note: interruption.Message));
            await Task.Delay(DelayAfter(failures, interruption.RetryAfter), cancellation).ConfigureAwait(false);
        }
    }

    private TimeSpan DelayAfter(int failures, TimeSpan? asked)
    {
        TimeSpan delay = FirstDelay * Math.Pow(2, failures - 1) * (0.75 + (0.5 * Random.Shared.NextDouble()));
        if (asked > delay)
            delay = asked.Value;
        return delay < LongestDelay ? delay : LongestDelay;
    }

    private async Task ReceiveAsync(PartFile part, DownloadRequest request, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        if (part.Length > 0 && part.Length == request.Bytes)
            return;
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using HttpResponseMessage response = await Send(part, request, watch, cancellation).ConfigureAwait(false);
        if (!Begin(part, request, response))
            return;

        long? total = part.Total ?? request.Bytes;
        RequireRoom(request, (total ?? part.Length) - part.Length);
        await CopyAsync(part, request, response, total, progress, watch, cancellation).ConfigureAwait(false);
        if (part.Length < total)
            throw new Interruption($"the connection ended after {part.Length:N0} of {total:N0} bytes");
    }

    private async Task<HttpResponseMessage> Send(PartFile part, DownloadRequest request, CancellationTokenSource watch, CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, AddressOf(request.Url));
        if (part.Length > 0 && part.Condition is { } condition)
        {
            message.Headers.Range = new RangeHeaderValue(part.Length, null);
            message.Headers.IfRange = condition;
        }

        try
        {
            return await Guard(() => client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, watch.Token), watch, cancellation).ConfigureAwait(false);
        }
        catch (HttpRequestException e) when (e.InnerException is AuthenticationException distrust)
        {
            throw new DownloadException($"{request.Url}: the server cannot be trusted: {distrust.Message}", e);
        }
    }

    /// <returns>Whether a body is to be read; otherwise the part is the whole file.</returns>
    private static bool Begin(PartFile part, DownloadRequest request, HttpResponseMessage response)
    {
        ContentRangeHeaderValue? range = response.Content.Headers.ContentRange;
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK:
                part.Restart(response);
                break;
            case HttpStatusCode.PartialContent when range is { Unit: "bytes", From: { } from } && from == part.Length && (range.Length is null || part.Total is null || range.Length == part.Total):
                break;
            case HttpStatusCode.PartialContent:
                part.Discard();
                throw new Interruption("the server sent another piece than was asked for");
            case HttpStatusCode.RequestedRangeNotSatisfiable when part.Length > 0:
                if (range?.Length == part.Length && (request.Bytes is null || request.Bytes == part.Length))
                    return false;
                part.Discard();
                throw new Interruption("the server has no more of the file");
            case HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError:
                throw new Interruption($"the server answered {Status(response)}", RetryAfterOf(response));
            default:
                throw new DownloadException($"{request.Url}: the server answered {Status(response)}");
        }

        if (response.Content.Headers.ContentEncoding.Count > 0)
            throw new DownloadException($"{request.Url}: the server sent it encoded ({string.Join(", ", response.Content.Headers.ContentEncoding)})");
        if (part.Total is { } total && request.Bytes is { } expected && total != expected)
        {
            part.Discard();
            throw new DownloadException($"{request.Url}: the server has {total:N0} bytes where the published file has {expected:N0}");
        }

        return true;
    }

    private async Task CopyAsync(
        PartFile part, DownloadRequest request, HttpResponseMessage response, long? total, IProgress<DownloadProgress>? progress, CancellationTokenSource watch, CancellationToken cancellation)
    {
        string name = Path.GetFileName(request.Path);
        var block = new byte[BlockBytes];
        var meter = new RateMeter();
        using Stream body = await Guard(() => response.Content.ReadAsStreamAsync(watch.Token), watch, cancellation).ConfigureAwait(false);
        while (await Guard(() => body.ReadAsync(block, watch.Token).AsTask(), watch, cancellation).ConfigureAwait(false) is > 0 and int read)
        {
            if (part.Length + read > (total ?? MaxBytes))
            {
                part.Discard();
                throw new DownloadException($"{request.Url}: the server sends more than {total ?? MaxBytes:N0} bytes");
            }

            part.Append(block.AsSpan(0, read));
            if (meter.Add(read))
                progress?.Report(new DownloadProgress(name, DownloadPhase.Receiving, part.Length, total, meter.Rate));
            if (total is null && part.Length / UnannouncedBytes > (part.Length - read) / UnannouncedBytes)
                RequireRoom(request, 0);
        }

        progress?.Report(new DownloadProgress(name, DownloadPhase.Receiving, part.Length, total, meter.Rate));
    }

    /// <summary>Runs one step of the network: what breaks it is an interruption, and so is silence.</summary>
    private async Task<T> Guard<T>(Func<Task<T>> step, CancellationTokenSource watch, CancellationToken cancellation)
    {
        watch.CancelAfter(Patience);
        try
        {
            T result = await step().ConfigureAwait(false);
            watch.CancelAfter(Timeout.InfiniteTimeSpan);
            return result;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new Interruption($"the server sent nothing for {Patience.TotalSeconds:0} s");
        }
        catch (Exception e) when (e is HttpRequestException { InnerException: not AuthenticationException } or IOException && !cancellation.IsCancellationRequested)
        {
            throw new Interruption($"the connection failed ({e.GetBaseException().Message})");
        }
    }

    private void RequireRoom(DownloadRequest request, long bytes) =>
        FreeSpace.Require(Path.GetDirectoryName(Path.GetFullPath(request.Path))!, bytes, Path.GetFileName(request.Path), FreeBytes);

    private Uri AddressOf(Uri url) => mirror is null ? url : new Uri(mirror, url.Host + url.PathAndQuery);

    private static string Status(HttpResponseMessage response) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode} {response.ReasonPhrase}").TrimEnd();

    private static TimeSpan? RetryAfterOf(HttpResponseMessage response) =>
        response.Headers.RetryAfter?.Delta ?? (response.Headers.RetryAfter?.Date is { } date ? date - DateTimeOffset.UtcNow : null);

    /// <summary>A failure that the next attempt may not meet.</summary>
    private sealed class Interruption(string message, TimeSpan? retryAfter = null) : Exception(message)
    {
        public TimeSpan? RetryAfter => retryAfter;
    }
}
