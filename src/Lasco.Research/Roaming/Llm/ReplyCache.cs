using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lasco.Research.Roaming.Llm;

/// <summary>
/// The replies of language models on disk, by a hash of model and prompt, so that none is paid for twice. Each is
/// appended as one line <c>{"key":…,"reply":…}</c> at once; of a run that is killed at most the line in hand is lost.
/// </summary>
public sealed class ReplyCache : IDisposable
{
    private const int LongestLine = 1 << 20;
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ConcurrentDictionary<UInt128, string> replies = new();
    private readonly FileStream file;
    private readonly ArrayBufferWriter<byte> line = new(1024);

    /// <summary>Opens or creates the cache, and drops a last line that was not written to its end.</summary>
    /// <param name="path">The file. Its folder is created.</param>
    /// <exception cref="InputException">The file cannot be written, or another run writes it.</exception>
    public ReplyCache(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, $"cannot be opened as the cache of replies; does another run use it? {e.Message}", e);
        }

        file.SetLength(Load());
        file.Position = file.Length;
    }

    /// <summary>The number of replies.</summary>
    public int Count => replies.Count;

    /// <summary>The first 128 bits of the SHA-256 of model and prompt.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="prompt">The whole prompt.</param>
    public static UInt128 KeyOf(string model, string prompt)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{model}\0{prompt}"));
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    /// <summary>The reply that is known, or null.</summary>
    /// <param name="key">Of model and prompt.</param>
    public string? Find(UInt128 key) => replies.GetValueOrDefault(key);

    /// <summary>Keeps a reply. May be called by several threads.</summary>
    /// <param name="key">Of model and prompt.</param>
    /// <param name="reply">What the model said.</param>
    public void Add(UInt128 key, string reply)
    {
        if (!replies.TryAdd(key, reply))
            return;
        lock (line)
        {
            line.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(line, Plain))
            {
                json.WriteStartObject();
                json.WriteString("key", key.ToString("x32", CultureInfo.InvariantCulture));
                json.WriteString("reply", reply);
                json.WriteEndObject();
            }

            line.Write("\n"u8);
            file.Write(line.WrittenSpan);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    /// <summary>Reads the lines; one that is no record is passed over.</summary>
    /// <returns>The length of the file up to its last line's end.</returns>
    private long Load()
    {
        var block = new byte[1 << 16];
        int kept = 0;
        long end = 0;
        while (true)
        {
            if (kept == block.Length)
            {
                if (kept > LongestLine)
                    throw new InputException(file.Name, "is no cache of replies: it has a line of more than a megabyte");
                Array.Resize(ref block, 2 * block.Length);
            }

            int read = file.Read(block.AsSpan(kept));
            if (read == 0)
                return end;
            int length = kept + read, start = 0;
            while (block.AsSpan(start, length - start).IndexOf((byte)'\n') is >= 0 and int size)
            {
                LoadLine(block.AsMemory(start, size));
                start += size + 1;
                end += size + 1;
            }

            kept = length - start;
            block.AsSpan(start, kept).CopyTo(block);
        }
    }

    private void LoadLine(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using JsonDocument record = JsonDocument.Parse(bytes);
            if (record.RootElement.GetProperty("reply").GetString() is { } reply
                && UInt128.TryParse(record.RootElement.GetProperty("key").GetString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out UInt128 key))
                replies[key] = reply;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
        }
    }
}
