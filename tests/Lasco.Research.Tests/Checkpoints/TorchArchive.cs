using System.IO.Compression;

namespace Lasco.Research.Tests.Checkpoints;

/// <summary>Archives as torch.save makes them, around a pickle.</summary>
internal static class TorchArchive
{
    public static byte[] Of(byte[] pickle, params (string Name, byte[] Content)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries.Prepend(("archive/data.pkl", pickle)))
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>With one storage, 0, of the floats 0, 1, 2, …</summary>
    public static byte[] WithFloats(byte[] pickle, int count)
    {
        byte[] storage = new byte[4 * count];
        for (int i = 0; i < count; i++)
            BitConverter.TryWriteBytes(storage.AsSpan(4 * i), (float)i);
        return Of(pickle, ("archive/data/0", storage));
    }
}
