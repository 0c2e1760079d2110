namespace Lasco.Research.Datasets.Downloads;

/// <summary>A file to be fetched.</summary>
/// <param name="Url">Where it is.</param>
/// <param name="Path">Where it goes.</param>
/// <param name="Bytes">Its length, where that is published.</param>
/// <param name="Checksum">What it must add up to, where that is known.</param>
public sealed record DownloadRequest(Uri Url, string Path, long? Bytes = null, Checksum? Checksum = null);
