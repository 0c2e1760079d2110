using System.Buffers;
using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Checkpoints;

/// <summary>Writes safetensors files.</summary>
public static class SafetensorsWriter
{
    private const int Alignment = 8;

    /// <summary>
    /// Writes tensors so that the same names and values always give the same bytes, those of the format's own writer:
    /// widest elements first, which keeps every tensor aligned, then by name. The file appears in one step, complete or not at all; besides the
    /// given tensors, a contiguous copy of one of them at most is in memory at a time.
    /// </summary>
    /// <param name="path">The file to create or replace.</param>
    /// <param name="tensors">Tensors by name, of any layout and on any device. The caller keeps them.</param>
    /// <param name="metadata">Free-form text to keep in the header.</param>
    /// <exception cref="ArgumentException">A name occurs twice or is <c>__metadata__</c>, the format has no such element
    /// type (complex, quantized), or the header would exceed the format's 100 MB.</exception>
    public static void Write(
        string path, IEnumerable<KeyValuePair<string, Tensor>> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        var sorted = tensors
            .Select(tensor => (Name: tensor.Key, Tensor: tensor.Value, Type: TypeOf(tensor.Key, tensor.Value)))
            .OrderByDescending(tensor => tensor.Type.Rank)
            .ThenBy(tensor => tensor.Name, StringComparer.Ordinal)
            .ToList();
        byte[] header = Header(sorted, metadata);
        AtomicFile.Write(path, stream =>
        {
            stream.Write(header);
            foreach (var (_, tensor, _) in sorted)
                TensorBytes.Write(tensor, stream);
        });
    }

    private static ElementType TypeOf(string name, Tensor tensor) =>
        ElementType.Of(tensor.dtype)
        ?? throw new ArgumentException($"tensor '{name}' is {tensor.dtype}, which safetensors cannot hold", nameof(tensor));

    private static byte[] Header(
        List<(string Name, Tensor Tensor, ElementType Type)> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        var names = new HashSet<string> { SafetensorsHeader.MetadataKey };
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write(stackalloc byte[SafetensorsHeader.LengthBytes]);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            if (metadata is { Count: > 0 })
                WriteMetadata(json, metadata);

            long offset = 0;
            foreach (var (name, tensor, type) in tensors)
            {
                if (!names.Add(name))
                    throw new ArgumentException($"a tensor cannot be named '{name}': the name is reserved or occurs twice", nameof(tensors));

                long end = offset + (tensor.numel() * type.Bytes);
                json.WriteStartObject(name);
                json.WriteString("dtype", type.Name);
                WriteNumbers(json, "shape", tensor.shape);
                WriteNumbers(json, "data_offsets", [offset, end]);
                json.WriteEndObject();
                offset = end;
            }

            json.WriteEndObject();
        }

        buffer.Write("       "u8[..((Alignment - (buffer.WrittenCount % Alignment)) % Alignment)]);
        int length = buffer.WrittenCount - SafetensorsHeader.LengthBytes;
        if (length > SafetensorsHeader.MaxLength)
            throw new ArgumentException($"the header would have {length} bytes, more than safetensors allows", nameof(tensors));

        byte[] header = buffer.WrittenSpan.ToArray();
        BinaryPrimitives.WriteInt64LittleEndian(header, length);
        return header;
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string> metadata)
    {
        json.WriteStartObject(SafetensorsHeader.MetadataKey);
        foreach (var (key, value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, ReadOnlySpan<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (long number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
