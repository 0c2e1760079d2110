using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lasco.Research.Datasets.Downloads;

/// <summary>How a <see cref="Checksum"/> is computed.</summary>
public enum ChecksumKind
{
    /// <summary>SHA-256 of the content.</summary>
    Sha256,

    /// <summary>MD5 of the content: finds damage, not forgery.</summary>
    Md5,

    /// <summary>Git's name of the content: SHA-1 of <c>blob</c>, a space, the length in decimal, a zero byte and the content.</summary>
    GitBlob,
}

/// <summary>What a file's content must add up to.</summary>
/// <param name="Kind">How it is computed.</param>
/// <param name="Value">Lower-case hexadecimal.</param>
public sealed record Checksum(ChecksumKind Kind, string Value)
{
    private const int BlockBytes = 1 << 20;

    /// <summary>Whether a file adds up to this.</summary>
    /// <param name="path">The file.</param>
    /// <param name="progress">Told how many bytes were read.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public bool Matches(string path, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        return Matches(file, progress, cancellation);
    }

    /// <summary>Whether a stream, from its beginning, adds up to this.</summary>
    internal bool Matches(FileStream content, IProgress<long>? progress, CancellationToken cancellation) =>
        Compute(content, progress, cancellation) == Value;

    /// <inheritdoc/>
    public override string ToString() => $"{(Kind switch { ChecksumKind.Sha256 => "sha256", ChecksumKind.Md5 => "md5", _ => "git blob" })} {Value}";

    private string Compute(FileStream file, IProgress<long>? progress, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(Kind switch
        {
            ChecksumKind.Sha256 => HashAlgorithmName.SHA256,
            ChecksumKind.Md5 => HashAlgorithmName.MD5,
            _ => HashAlgorithmName.SHA1,
        });
        if (Kind == ChecksumKind.GitBlob)
            hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {file.Length}\0")));
        var block = new byte[BlockBytes];
        long done = 0;
        while (file.Read(block) is > 0 and int read)
        {
            cancellation.ThrowIfCancellationRequested();
            hash.AppendData(block, 0, read);
            progress?.Report(done += read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
