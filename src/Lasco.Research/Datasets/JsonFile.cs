using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Lasco.Research.Datasets;

/// <summary>Reads the value that <paramref name="json"/> stands on, to its last token.</summary>
internal delegate void JsonValueReader(ref JsonFile json);

/// <summary>
/// Walks over a JSON file through a bounded buffer. As in System.Text.Json's converters, a value is read with the
/// reader on its first token and left on its last one. Whatever is wrong becomes one <see cref="InputException"/> that
/// names the file, line and column (both from 1, columns in bytes), the item (from 0), its key and what was expected.
/// </summary>
internal ref struct JsonFile
{
    /// <summary>The longest string or number that is accepted, in bytes.</summary>
    public const int LongestToken = 1 << 24;

    private readonly string path;
    private readonly Stream stream;
    private readonly bool tolerant;
    private byte[] buffer = new byte[1 << 17];
    private long bufferOffset;
    private int length;
    private bool atEnd;
    private Utf8JsonReader reader;
    private string? itemName;
    private long itemIndex;
    private string? key;

    private JsonFile(string path, Stream stream, bool tolerant)
    {
        this.path = path;
        this.stream = stream;
        this.tolerant = tolerant;
        length = stream.ReadAtLeast(buffer, 3, throwOnEndOfStream: false);
        int mark = buffer.AsSpan(0, length).StartsWith("\uFEFF"u8) ? 3 : 0;
        bufferOffset = mark;
        length -= mark;
        buffer.AsSpan(mark, length).CopyTo(buffer);
        reader = new Utf8JsonReader(buffer.AsSpan(0, length), isFinalBlock: false, state: default);
    }

    /// <summary>Reads the whole of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Reads its one value.</param>
    /// <exception cref="InputException">The file cannot be read or is not what <paramref name="read"/> expects.</exception>
    public static void Read(string path, JsonValueReader read) => Read(path, read, onCut: null);

    /// <summary>Reads what there is of a file; what is passed over may be no UTF-8.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Reads its one value. What it has kept by then stays when the file ends too early.</param>
    /// <returns>What is wrong with the end of a file that is cut short; otherwise null.</returns>
    /// <exception cref="InputException">The file cannot be read or is not what <paramref name="read"/> expects.</exception>
    public static InputException? ReadWhatIsThere(string path, JsonValueReader read)
    {
        InputException? cut = null;
        Read(path, read, exception => cut = exception);
        return cut;
    }

    private static void Read(string path, JsonValueReader read, Action<InputException>? onCut)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            var json = new JsonFile(path, stream, tolerant: onCut is not null);
            try
            {
                json.Advance();
                read(ref json);
                json.key = json.itemName = null;
                json.ReadToEnd();
            }
            catch (JsonException exception) when (json.atEnd && onCut is not null)
            {
                onCut(json.Malformed(exception));
            }
            catch (JsonException exception)
            {
                throw json.Malformed(exception);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw InputException.Unreadable(path, exception);
        }
    }

    /// <summary>The file offset of the current token's first byte.</summary>
    public readonly long Offset => bufferOffset + reader.TokenStartIndex;

    /// <summary>What the reader stands on.</summary>
    public readonly JsonTokenType TokenType => reader.TokenType;

    /// <summary>Enters a list: expects the reader on its opening bracket.</summary>
    public readonly void BeginList(string expected) => Expect(JsonTokenType.StartArray, expected);

    /// <summary>Steps to the next element of a list whose elements messages call <c>name index</c>.</summary>
    /// <returns>Whether there is one; otherwise the reader stands on the closing bracket.</returns>
    public bool NextItem(string name, long index)
    {
        itemName = name;
        itemIndex = index;
        key = null;
        if (NextElement())
            return true;
        itemName = null;
        return false;
    }

    /// <summary>Steps to the next element of a list inside an item.</summary>
    /// <returns>Whether there is one; otherwise the reader stands on the closing bracket.</returns>
    public bool NextElement()
    {
        Advance();
        return reader.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Enters an object of which only <paramref name="keys"/> matter.</summary>
    public readonly JsonObject BeginObject(JsonKeys keys)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Expected($"an object with {keys}");
        return new JsonObject(keys, Offset);
    }

    /// <summary>
    /// Steps to the value of the next key that matters, passing over all others; refuses a key that stands there twice
    /// and, at the end, a required one that is missing.
    /// </summary>
    /// <returns>Whether there is one; otherwise the reader stands on the closing brace.</returns>
    public bool Next(ref JsonObject item)
    {
        while (true)
        {
            Advance();
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                key = null;
                if (item.FirstMissing() is { } missing)
                    throw FailAt(item.Offset, $"\"{missing}\" is missing");
                return false;
            }

            if (item.Match(ref reader, out bool isFirst))
            {
                key = item.Key;
                if (!isFirst)
                    throw Fail($"\"{key}\" stands twice in one object");
                Advance();
                return true;
            }

            ExpectUtf8();
            Advance();
            Skip();
        }
    }

    /// <summary>Enters an object that maps names to values: expects the reader on its opening brace.</summary>
    public readonly void BeginMap(string expected) => Expect(JsonTokenType.StartObject, expected);

    /// <summary>Steps to the next entry's value.</summary>
    /// <returns>The entry's name, or null at the closing brace.</returns>
    public string? NextEntry()
    {
        key = null;
        Advance();
        if (reader.TokenType == JsonTokenType.EndObject)
            return null;
        string name = Text();
        Advance();
        key = name;
        return name;
    }

    /// <summary>The whole number that the reader stands on.</summary>
    public long Int64()
    {
        Expect(JsonTokenType.Number, "a whole number");
        return reader.TryGetInt64(out long value) ? value : throw Expected("a whole number of at most 64 bits");
    }

    /// <summary>The string that the reader stands on.</summary>
    public string String(string expected = "a string")
    {
        Expect(JsonTokenType.String, expected);
        return Text();
    }

    /// <summary>The whole number that the reader stands on, which may be in quotation marks.</summary>
    /// <param name="value">The number.</param>
    /// <param name="isQuoted">Whether it is a string.</param>
    /// <returns>Whether there is such a number; any other value is passed over.</returns>
    public bool TryInt64(out long value, out bool isQuoted)
    {
        isQuoted = reader.TokenType == JsonTokenType.String;
        value = 0;
        if (isQuoted)
            return Utf8Parser.TryParse(reader.ValueSpan, out value, out int read) && read == reader.ValueSpan.Length;
        if (reader.TokenType == JsonTokenType.Number)
            return reader.TryGetInt64(out value);
        Skip();
        return false;
    }

    /// <summary>The string that the reader stands on.</summary>
    /// <param name="pool">Has one instance of each text.</param>
    /// <returns>The text, or null where the value is no string or no UTF-8; any other value is passed over.</returns>
    public string? TryString(TextPool pool)
    {
        if (reader.TokenType == JsonTokenType.String)
            return pool.Read(ref reader);
        Skip();
        return null;
    }

    /// <summary>Appends the string that the reader stands on in UTF-8.</summary>
    public void CopyString(IBufferWriter<byte> destination)
    {
        Expect(JsonTokenType.String, "a string");
        try
        {
            destination.Advance(reader.CopyString(destination.GetSpan(reader.ValueSpan.Length)));
        }
        catch (InvalidOperationException)
        {
            throw NotText();
        }
    }

    /// <summary>A hash of the file name, as it is written, at the end of the path that the reader stands on.</summary>
    public readonly int FileNameHash()
    {
        ReadOnlySpan<byte> path = reader.ValueSpan;
        var hash = new HashCode();
        hash.AddBytes(path[(path.LastIndexOf((byte)'/') + 1)..]);
        return hash.ToHashCode();
    }

    /// <summary>Passes over the value that the reader stands on.</summary>
    public void Skip()
    {
        int depth = reader.CurrentDepth;
        ExpectUtf8();
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return;
        do
        {
            Advance();
            ExpectUtf8();
        }
        while (reader.CurrentDepth > depth);
    }

    /// <summary>Refuses a value of another kind.</summary>
    public readonly void Expect(JsonTokenType type, string expected)
    {
        if (reader.TokenType != type)
            throw Expected(expected);
    }

    /// <summary>An error at the current token: something else was expected there.</summary>
    public readonly InputException Expected(string expected) => Fail($"expected {expected}, found {Describe()}");

    /// <summary>An error at the current token.</summary>
    public readonly InputException Fail(string problem) => FailAt(Offset, problem);

    /// <summary>An error at a place in the file that was remembered by <see cref="Offset"/>.</summary>
    public readonly InputException FailAt(long offset, string problem)
    {
        (long line, long column) = FindPosition(path, offset);
        return new InputException(path, $"{Place(line, column)}: {problem}");
    }

    private readonly string Place(long line, long column)
    {
        string item = itemName is null ? "" : $", {itemName} {itemIndex}";
        return $"line {line}, column {column}{item}{(key is null ? "" : $", \"{key}\"")}";
    }

    private static (long Line, long Column) FindPosition(string path, long offset)
    {
        using FileStream file = File.OpenRead(path);
        var block = new byte[1 << 16];
        long line = 1, lineStart = 0, position = 0;
        while (position < offset)
        {
            int read = file.Read(block.AsSpan(0, (int)Math.Min(block.Length, offset - position)));
            if (read == 0)
                break;
            ReadOnlySpan<byte> bytes = block.AsSpan(0, read);
            line += bytes.Count((byte)'\n');
            if (bytes.LastIndexOf((byte)'\n') is >= 0 and int last)
                lineStart = position + last + 1;
            position += read;
        }

        return (line, offset - lineStart + 1);
    }

    private readonly InputException Malformed(JsonException exception)
    {
        string place = Place((exception.LineNumber ?? 0) + 1, (exception.BytePositionInLine ?? 0) + 1);
        string reason = exception.Message;
        if (reason.IndexOf(" LineNumber:", StringComparison.Ordinal) is > 0 and int end)
            reason = reason[..end];
        return new InputException(path, atEnd ? $"{place}: the file ends before its JSON does; is it cut short?" : $"{place}: not JSON: {reason}", exception);
    }

    private readonly string Describe() => reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.EndArray => "the end of the list",
        JsonTokenType.Null => "null",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.String => $"the string {Excerpt()}",
        _ => $"the number {Excerpt()}",
    };

    private readonly string Excerpt()
    {
        string text = Encoding.UTF8.GetString(reader.ValueSpan[..Math.Min(reader.ValueSpan.Length, 60)]);
        string more = reader.ValueSpan.Length > 60 ? "…" : "";
        return reader.TokenType == JsonTokenType.String ? $"\"{text}{more}\"" : text + more;
    }

    private string Text()
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw NotText();
        }
    }

    private readonly InputException NotText() =>
        Fail(Utf8.IsValid(reader.ValueSpan) ? "expected text, found half of a surrogate pair" : "expected UTF-8, found other bytes");

    private readonly void ExpectUtf8()
    {
        if (!tolerant && (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) && !Utf8.IsValid(reader.ValueSpan))
            throw Fail("expected UTF-8, found other bytes");
    }

    private void Advance()
    {
        while (!reader.Read())
            Refill();
    }

    private void ReadToEnd()
    {
        while (!atEnd)
        {
            reader.Read();
            Refill();
        }

        reader.Read();
    }

    private void Refill()
    {
        JsonReaderState state = reader.CurrentState;
        int consumed = (int)reader.BytesConsumed;
        ReadOnlySpan<byte> rest = buffer.AsSpan(consumed, length - consumed);
        bufferOffset += consumed;
        length = rest.Length;
        if (rest.Length <= buffer.Length / 2)
        {
            rest.CopyTo(buffer);
        }
        else
        {
            if (rest.Length > LongestToken)
                throw FailAt(bufferOffset, $"expected values of at most {LongestToken} bytes, found a longer one");
            var larger = new byte[buffer.Length * 2];
            rest.CopyTo(larger);
            buffer = larger;
        }

        int read = stream.Read(buffer.AsSpan(length));
        length += read;
        atEnd = read == 0;
        reader = new Utf8JsonReader(buffer.AsSpan(0, length), atEnd, state);
    }
}
