using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lasco.Research.Checkpoints;
using Lasco.Research.Datasets;
using Lasco.Research.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Retrieval;

/// <summary>
/// The embeddings of a corpus in one safetensors file: <c>embeddings</c> [N, D] float32, with the images and the model's
/// fingerprint in its metadata. It is written row by row to <c>FILE.partial</c>, so that a run that is killed goes on there.
/// </summary>
public sealed class EmbeddingFile : IDisposable
{
    private const string Name = "embeddings";

    private EmbeddingFile(string path, Tensor embeddings, IReadOnlyList<ImageRef> images, string model)
    {
        (Path, Embeddings, Images, Model) = (path, embeddings, images, model);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>[N, D] float32, L2-normalised rows.</summary>
    public Tensor Embeddings { get; }

    /// <summary>The image of each row.</summary>
    public IReadOnlyList<ImageRef> Images { get; }

    /// <summary>The fingerprint of the model that embedded them.</summary>
    public string Model { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">It is missing, or not a file of embeddings.</exception>
    public static EmbeddingFile Read(string path)
    {
        using var file = SafetensorsFile.Open(path);
        try
        {
            var images = JsonSerializer.Deserialize<string[][]>(file.Metadata["images"])!.Select(image => new ImageRef(image[0], image[1])).ToArray();
            var embeddings = file.Read(Name).DetachFromDisposeScope();
            if (embeddings.ndim != 2 || embeddings.shape[0] != images.Length || embeddings.dtype != ScalarType.Float32)
                throw new InputException(path, $"{Name} is {embeddings.dtype} [{string.Join(", ", embeddings.shape)}], expected Float32 [{images.Length}, D]");
            return new EmbeddingFile(path, embeddings, images, file.Metadata["model"]);
        }
        catch (Exception e) when (e is KeyNotFoundException or JsonException or IndexOutOfRangeException or NullReferenceException)
        {
            throw new InputException(path, "is not a file of embeddings: its metadata lists no images", e);
        }
    }

    /// <summary>Embeds images into a file; goes on where an earlier run on the same images and model stopped.</summary>
    /// <param name="path">The file to write.</param>
    /// <param name="model">The model, in evaluation mode.</param>
    /// <param name="images">The corpus.</param>
    /// <param name="progress">Told how many images are embedded.</param>
    /// <param name="cancellation">Stops between batches; what is written stays.</param>
    /// <exception cref="InputException">An image is missing or damaged.</exception>
    public static void Write(string path, CaseModel model, IReadOnlyList<ImageRef> images, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        var embedder = new Embedder(model);
        int rowBytes = embedder.Dimension * sizeof(float);
        byte[] header = Header(images, embedder.Dimension, Fingerprint(model));
        string partial = path + ".partial";
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);

        using (var stream = new FileStream(partial, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            int done = Resume(stream, header, rowBytes);
            progress?.Report(done);
            foreach (var batch in embedder.Images(images.Skip(done).Select(image => image.Path), cancellation))
            {
                done += (int)batch.shape[0];
                using (batch)
                    stream.Write(batch.bytes);
                stream.Flush();
                progress?.Report(done);
            }

            stream.Flush(flushToDisk: true);
        }

        File.Move(partial, path, overwrite: true);
    }

    /// <summary>SHA-256 of a model's settings and weights, in hexadecimal.</summary>
    /// <param name="model">The model.</param>
    public static string Fingerprint(CaseModel model)
    {
        using var noGradient = no_grad();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(model.Case.Config.ToJson()));
        foreach (var (name, weight) in model.Case.state_dict())
        {
            using var scope = NewDisposeScope();
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(weight.detach().cpu().contiguous().bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose() => Embeddings.Dispose();

    private static int Resume(FileStream stream, byte[] header, int rowBytes)
    {
        byte[] found = new byte[header.Length];
        int rows = 0;
        if (stream.ReadAtLeast(found, found.Length, throwOnEndOfStream: false) == header.Length && found.AsSpan().SequenceEqual(header))
            rows = (int)((stream.Length - header.Length) / rowBytes);
        else
        {
            stream.SetLength(0);
            stream.Write(header);
        }

        stream.SetLength(header.Length + (long)rows * rowBytes);
        stream.Seek(0, SeekOrigin.End);
        return rows;
    }

    private static byte[] Header(IReadOnlyList<ImageRef> images, int dimension, string model)
    {
        string json = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["__metadata__"] = new Dictionary<string, string>
            {
                ["model"] = model,
                ["images"] = JsonSerializer.Serialize(images.Select(image => new[] { image.Id, System.IO.Path.GetFullPath(image.Path) })),
            },
            [Name] = new { dtype = "F32", shape = new long[] { images.Count, dimension }, data_offsets = new long[] { 0, (long)images.Count * dimension * sizeof(float) } },
        });
        byte[] text = Encoding.UTF8.GetBytes(json);
        byte[] header = new byte[8 + (text.Length + 7) / 8 * 8];
        header.AsSpan().Fill((byte)' ');
        MemoryMarshal.Write(header, (ulong)(header.Length - 8));
        text.CopyTo(header, 8);
        return header;
    }
}
