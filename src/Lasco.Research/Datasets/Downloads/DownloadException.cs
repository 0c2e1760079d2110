namespace Lasco.Research.Datasets.Downloads;

/// <summary>A download that cannot go on: one line that says what was fetched, why it failed and what is kept.</summary>
/// <param name="message">The line.</param>
/// <param name="inner">The exception that revealed it.</param>
public sealed class DownloadException(string message, Exception? inner = null) : IOException(OneLine.Of(message), inner);
