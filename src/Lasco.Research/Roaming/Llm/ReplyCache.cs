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
/// appended as one line <c>{"key":…,"reply":…}</c>, with a <c>"flaw"</c> where it has one, at once; of a run that is killed
/// at most the line in hand is lost.
/// </summary>
public sealed class ReplyCache : IDisposable
{
    private const int LongestLine = 1 << 20;
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ConcurrentDictionary<UInt128, ChatAnswer> replies = new();
    private readonly FileStream file;
    private readonly ArrayBufferWriter<byte> line = new(1024);

    /// <summary>Opens or creates the cache, and drops a last line that was not written to its end.</summary>
    /// <param name="path">The file. Its folder is created.</param>
    /// <exception cref="InputException">The file cannot be written, another run writes it, or it is something else.</exception>
    public ReplyCache(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException(path, $"cannot be opened as the cache of replies; does another run use it? {e.Message}", e);
        }

        try
        {
            if (!file.CanSeek)
                throw new InputException(path, "cannot be the cache of replies: it is no file on a disk");
            file.SetLength(Load());
            file.Position = file.Length;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static ReadOnlySpan<byte> Start => "{\"key\":"u8;

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

    /// <summary>The text of the reply that is known, or null.</summary>
    /// <param name="key">Of model and prompt.</param>
    public string? Find(UInt128 key) => replies.GetValueOrDefault(key)?.Text;

    /// <summary>The answer that is known, or null; also null where more tokens might make a reply whole that was cut short.</summary>
    /// <param name="key">Of model and prompt.</param>
    /// <param name="tokens">The most tokens of a reply.</param>
    public ChatAnswer? Find(UInt128 key, int tokens) => replies.GetValueOrDefault(key) is { } answer && answer.Holds(tokens) ? answer : null;

    /// <summary>Keeps a reply. May be called by several threads.</summary>
    /// <param name="key">Of model and prompt.</param>
    /// <param name="reply">What the model said.</param>
    public void Add(UInt128 key, string reply) => Add(key, ChatAnswer.Of(reply));

    /// <summary>Keeps an answer, in the place of an earlier one. May be called by several threads.</summary>
    /// <param name="key">Of model and prompt.</param>
    /// <param name="answer">The answer.</param>
    public void Add(UInt128 key, ChatAnswer answer)
    {
        lock (line)
        {
            if (answer.Equals(replies.GetValueOrDefault(key)))
                return;
            replies[key] = answer;
            line.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(line, Plain))
            {
                json.WriteStartObject();
                json.WriteString("key", key.ToString("x32", CultureInfo.InvariantCulture));
                json.WriteString("reply", answer.Text);
                if (answer.Flaw is not null)
                    json.WriteString("flaw", answer.Flaw);
                if (answer.Tokens is { } tokens)
                    json.WriteNumber("tokens", tokens);
                json.WriteEndObject();
            }

            line.Write("\n"u8);
            file.Write(line.WrittenSpan);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    /// <summary>Reads the lines; one that is no record, or far too long for one, is passed over.</summary>
    /// <returns>The length of the file up to its last line's end.</returns>
    /// <exception cref="InputException">The file has something in it, but no record.</exception>
    private long Load()
    {
        var block = new byte[LongestLine];
        int kept = 0, read;
        long position = 0, end = 0;
        bool isCache = false, isTooLong = false;
        while ((read = file.Read(block.AsSpan(kept))) > 0)
        {
            position += read;
            int length = kept + read, start = 0;
            while (block.AsSpan(start, length - start).IndexOf((byte)'\n') is >= 0 and int size)
            {
                if (!isTooLong)
                {
                    isCache |= IsRecord(block.AsSpan(start, size));
                    LoadLine(block.AsMemory(start, size));
                }

                isTooLong = false;
                start += size + 1;
                end = position - length + start;
            }

            kept = length - start;
            block.AsSpan(start, kept).CopyTo(block);
            isCache |= !isTooLong && IsRecord(block.AsSpan(0, kept));
            isTooLong |= kept == block.Length;
            if (isTooLong)
                kept = 0;
        }

        return position == 0 || isCache ? end : throw new InputException(file.Name, "is no cache of replies: no line of it is a reply");
    }

    /// <summary>Whether a line begins as records do, as far as it goes.</summary>
    private static bool IsRecord(ReadOnlySpan<byte> line) => line.StartsWith(Start) || (line.Length > 0 && Start.StartsWith(line));

    private void LoadLine(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(bytes);
            JsonElement record = json.RootElement;
            if (record.GetProperty("reply").GetString() is { } reply
                && UInt128.TryParse(record.GetProperty("key").GetString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out UInt128 key))
            {
                replies[key] = !record.TryGetProperty("flaw", out JsonElement flaw) ? ChatAnswer.Of(reply)
                    : new ChatAnswer(reply, flaw.GetString(), record.TryGetProperty("tokens", out JsonElement tokens) ? tokens.GetInt32() : null);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
        }
    }
}
