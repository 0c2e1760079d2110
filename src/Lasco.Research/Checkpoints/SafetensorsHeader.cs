using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Unicode;

namespace Lasco.Research.Checkpoints;

/// <summary>
/// The header of a safetensors file: eight bytes N, little-endian, then N bytes of JSON, then the tensors' bytes.
/// It is refused unless every byte after it belongs to exactly one tensor, which is what the format demands.
/// </summary>
internal sealed class SafetensorsHeader
{
    /// <summary>The size of the length field before the header.</summary>
    public const int LengthBytes = 8;

    /// <summary>The format's limit on N.</summary>
    public const int MaxLength = 100_000_000;

    /// <summary>The key of the free-form metadata, which no tensor may have.</summary>
    public const string MetadataKey = "__metadata__";

    private readonly MappedFile file;
    private readonly OrderedDictionary<string, SafetensorsEntry> entries = [];
    private readonly Dictionary<string, string> metadata = [];
    private bool hasMetadata;
    private readonly long dataStart;

    private SafetensorsHeader(MappedFile file, long dataStart) => (this.file, this.dataStart) = (file, dataStart);

    /// <summary>The tensors by name, in the header's order.</summary>
    public IReadOnlyDictionary<string, SafetensorsEntry> Entries => entries;

    /// <summary>The free-form metadata.</summary>
    public IReadOnlyDictionary<string, string> Metadata => metadata;

    /// <exception cref="InputException">The header is not one that the format allows, or does not fit the file.</exception>
    public static SafetensorsHeader Read(MappedFile file)
    {
        if (file.Length < LengthBytes)
            throw new InputException(file.Path, $"has {file.Length} bytes, expected a safetensors header");

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(file.Span(0, LengthBytes));
        if (length > MaxLength)
            throw new InputException(file.Path, $"declares a header of {length} bytes, expected at most {MaxLength}");
        if ((long)length > file.Length - LengthBytes)
            throw new InputException(file.Path, $"declares a header of {length} bytes, but the file ends after {file.Length}");

        var json = file.Span(LengthBytes, (long)length);
        if (json.IsEmpty || json[0] != '{')
            throw new InputException(file.Path, "the header does not start with '{'");
        if (!Utf8.IsValid(json))
            throw new InputException(file.Path, "the header is not UTF-8");

        var header = new SafetensorsHeader(file, LengthBytes + (long)length);
        try
        {
            header.ReadJson(json);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InputException(file.Path, $"the header is not the JSON that the format demands: {e.Message}", e);
        }

        header.CheckCoverage();
        return header;
    }

    private void ReadJson(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            if (name == MetadataKey)
                ReadMetadata(ref reader);
            else if (!entries.TryAdd(name, ReadEntry(ref reader, name)))
                throw Wrong(name, "occurs twice in the header");
        }

        reader.Read(); // only white space may follow: anything else throws
    }

    private void ReadMetadata(ref Utf8JsonReader reader)
    {
        if (hasMetadata)
            throw new InputException(file.Path, $"{MetadataKey} occurs twice in the header");
        hasMetadata = true;
        if (reader.TokenType == JsonTokenType.Null)
            return;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new InputException(file.Path, $"{MetadataKey} is not an object");

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
                throw new InputException(file.Path, $"{MetadataKey} {Quoted.Text(key)} is not a string");
            if (!metadata.TryAdd(key, reader.GetString()!))
                throw new InputException(file.Path, $"{MetadataKey} {Quoted.Text(key)} occurs twice");
        }
    }

    private SafetensorsEntry ReadEntry(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Wrong(name, "is not an object with dtype, shape and data_offsets");

        string? dtype = null;
        long[]? shape = null, offsets = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("dtype"u8))
            {
                Once(dtype, name, "dtype");
                reader.Read();
                dtype = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw Wrong(name, "has a dtype that is not a string");
            }
            else if (reader.ValueTextEquals("shape"u8))
            {
                Once(shape, name, "shape");
                shape = ReadSizes(ref reader, name, "shape", TensorShape.MaxDimensions);
            }
            else if (reader.ValueTextEquals("data_offsets"u8))
            {
                Once(offsets, name, "data_offsets");
                offsets = ReadSizes(ref reader, name, "data_offsets", 2);
            }
            else
            {
                reader.Skip();
            }
        }

        if (dtype is null || shape is null || offsets is not [long begin, long end])
            throw Wrong(name, "lacks dtype, shape or data_offsets [begin, end]");
        return Validated(name, dtype, shape, begin, end);
    }

    private SafetensorsEntry Validated(string name, string dtype, long[] shape, long begin, long end)
    {
        var type = ElementType.Named(dtype) ?? throw Wrong(name, $"has the dtype {Quoted.Text(dtype)}, which the format does not know");
        long count = TensorShape.Count(shape) ?? throw Wrong(name, "has a shape whose product overflows");
        if (begin > end || end > file.Length - dataStart)
            throw Wrong(name, $"has data_offsets [{begin}, {end}], but {file.Length - dataStart} bytes follow the header");

        Int128 needed = (Int128)count * type.Bits;
        if (needed != (Int128)(end - begin) * 8)
            throw Wrong(name, $"has {end - begin} bytes, but its dtype and shape need {needed / 8}");

        return new SafetensorsEntry(name, dtype, shape, dataStart + begin, end - begin);
    }

    private long[] ReadSizes(ref Utf8JsonReader reader, string name, string field, int most)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Wrong(name, $"has a {field} that is not an array");

        var sizes = new List<long>(4);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out long size) || size < 0)
                throw Wrong(name, $"has a {field} with something other than integers from 0 to 2^63 - 1");
            if (sizes.Count == most)
                throw Wrong(name, $"has a {field} of more than {most} numbers");
            sizes.Add(size);
        }

        return [.. sizes];
    }

    private void CheckCoverage()
    {
        long covered = dataStart;
        foreach (var entry in entries.Values.OrderBy(entry => entry.Offset).ThenBy(entry => entry.Length))
        {
            if (entry.Offset != covered)
                throw Wrong(entry.Name, $"begins at byte {entry.Offset} of the file, {(entry.Offset < covered ? "inside another tensor, which ends" : "leaving a hole after the one that ends")} at {covered}");
            covered += entry.Length;
        }

        if (covered != file.Length)
            throw new InputException(file.Path, $"the tensors end at byte {covered}, but the file at {file.Length}");
    }

    private void Once(object? value, string name, string field)
    {
        if (value is not null)
            throw Wrong(name, $"has {field} twice");
    }

    private InputException Wrong(string name, string problem) => new(file.Path, $"tensor {Quoted.Text(name)} {problem}");
}
