using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Lasco.Notebooks.Protocol;

/// <summary>
/// Messages of Jupyter's protocol 5.3 to ZeroMQ frames and back: identities, a delimiter, the signature in hexadecimal digits, then
/// header, parent's header, metadata and content in JSON. The signature is HMAC-SHA256 over these four.
/// </summary>
/// <param name="key">The key; empty where messages are not signed.</param>
internal sealed class MessageCodec(byte[] key)
{
    /// <summary>The protocol's version.</summary>
    public const string Version = "5.3";

    private const int JsonFrames = 4;
    private static readonly byte[] EmptyObject = "{}"u8.ToArray();

    private readonly string session = Guid.NewGuid().ToString();
    private long sent;

    private static ReadOnlySpan<byte> Delimiter => "<IDS|MSG>"u8;

    /// <summary>Makes the frames of a message.</summary>
    /// <param name="identities">Who is to get it, or on iopub its topic.</param>
    /// <param name="type">Its type.</param>
    /// <param name="parent">The header of the request that it answers, as it came; null where it answers none.</param>
    /// <param name="content">Its content, a JSON object.</param>
    public byte[][] Encode(IReadOnlyList<byte[]> identities, string type, byte[]? parent, byte[] content)
    {
        byte[] header = Header(type);
        parent ??= EmptyObject;
        return [.. identities, Delimiter.ToArray(), Sign(header, parent, EmptyObject, content), header, parent, EmptyObject, content];
    }

    /// <summary>Reads the frames of a message. Frames after the content (buffers) are not looked at.</summary>
    /// <exception cref="InvalidDataException">They are not a message that was signed with the key; the message says why.</exception>
    public Message Decode(IReadOnlyList<byte[]> frames)
    {
        int start = 0;
        while (start < frames.Count && !Delimiter.SequenceEqual(frames[start]))
            start++;
        if (frames.Count < start + 2 + JsonFrames)
            throw new InvalidDataException(start == frames.Count ? "it has no delimiter <IDS|MSG>" : "it has too few frames");
        byte[] header = frames[start + 2], parent = frames[start + 3], metadata = frames[start + 4], content = frames[start + 5];
        if (key.Length > 0 && !CryptographicOperations.FixedTimeEquals(frames[start + 1], Sign(header, parent, metadata, content)))
            throw new InvalidDataException("its signature is wrong");

        var head = new MessageContent(Parse(header, "header"));
        if (head.Text("msg_type") is not { Length: > 0 } type)
            throw new InvalidDataException("its header has no msg_type");
        return new([.. frames.Take(start)], header, type, Parse(metadata, "metadata"), new(Parse(content, "content")));
    }

    private static JsonElement Parse(byte[] frame, string name)
    {
        try
        {
            var json = JsonElement.Parse(frame);
            return json.ValueKind == JsonValueKind.Object ? json : throw new InvalidDataException($"its {name} is not a JSON object");
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"its {name} is not JSON");
        }
    }

    private byte[] Header(string type) => JsonText.Object(json =>
    {
        json.WriteString("msg_id", $"{session}_{Interlocked.Increment(ref sent)}");
        json.WriteString("session", session);
        json.WriteString("username", "kernel");
        json.WriteString("date", DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture));
        json.WriteString("msg_type", type);
        json.WriteString("version", Version);
    });

    /// <summary>The signature's digits in ASCII; none where messages are not signed.</summary>
    private byte[] Sign(byte[] header, byte[] parent, byte[] metadata, byte[] content)
    {
        if (key.Length == 0)
            return [];
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(header);
        hash.AppendData(parent);
        hash.AppendData(metadata);
        hash.AppendData(content);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
