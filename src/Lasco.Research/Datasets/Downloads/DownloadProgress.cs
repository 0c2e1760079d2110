namespace Lasco.Research.Datasets.Downloads;

/// <summary>What a download is doing.</summary>
public enum DownloadPhase
{
    /// <summary>Bytes arrive.</summary>
    Receiving,

    /// <summary>The connection failed; the next attempt is due soon.</summary>
    Waiting,

    /// <summary>The checksum is computed.</summary>
    Checking,

    /// <summary>The archive is unpacked.</summary>
    Unpacking,
}

/// <summary>How far a download is.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Phase">What is being done.</param>
/// <param name="Done">Bytes that are done in this phase.</param>
/// <param name="Total">Bytes in all, where known.</param>
/// <param name="BytesPerSecond">The recent rate; 0 where it is not known yet.</param>
/// <param name="Note">Why it waits.</param>
public readonly record struct DownloadProgress(
    string Name, DownloadPhase Phase, long Done, long? Total, double BytesPerSecond = 0, string? Note = null)
{
    /// <summary>How long the rest takes at the recent rate.</summary>
    public TimeSpan? TimeLeft => Total is { } total && BytesPerSecond > 0 ? TimeSpan.FromSeconds(Math.Max(0, total - Done) / BytesPerSecond) : null;
}
