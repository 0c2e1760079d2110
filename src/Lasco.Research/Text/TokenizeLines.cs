using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace Lasco.Research.Text;

/// <summary>
/// Tokenizes JSON lines: <c>{"text":"…"}</c> becomes <c>{"input_ids":[…]}</c>, line for line. What is read is answered before
/// more is waited for, so that another process can converse with it.
/// </summary>
public static class TokenizeLines
{
    private const int MaximumLine = 64 << 20;

    /// <summary>Answers every line of <paramref name="input"/> on <paramref name="output"/>.</summary>
    /// <param name="encode">Turns a text into token ids.</param>
    /// <param name="input">UTF-8 lines, each a JSON object whose <c>text</c> is a string; other properties are ignored.</param>
    /// <param name="output">Receives one line for each, flushed when the input pauses, ends, or has a bad line.</param>
    /// <param name="name">What to call the input in messages.</param>
    /// <exception cref="InputException">A line is not such an object, or has more than 64 MiB; the message has its number.</exception>
    public static void Run(Func<string, int[]> encode, Stream input, Stream output, string name = "standard input")
    {
        var answers = new ArrayBufferWriter<byte>(1 << 16);
        byte[] buffer = new byte[1 << 16];
        int filled = 0;
        long number = 0;
        try
        {
            while (true)
            {
                int read = input.Read(buffer, filled, buffer.Length - filled);
                int searched = filled, start = 0;
                filled += read;
                while (buffer.AsSpan(searched, filled - searched).IndexOf((byte)'\n') is var offset and >= 0)
                {
                    int end = searched + offset;
                    Answer(buffer.AsSpan(start, end - start));
                    start = searched = end + 1;
                }

                if (read == 0)
                {
                    if (filled > start)
                        Answer(buffer.AsSpan(start, filled - start));
                    return;
                }

                buffer.AsSpan(start, filled - start).CopyTo(buffer);
                filled -= start;
                if (filled > MaximumLine)
                    throw new InputException(name, $"line {number + 1} has more than {MaximumLine >> 20} MiB");
                if (filled == buffer.Length)
                    Array.Resize(ref buffer, 2 * filled);
                Flush();
            }
        }
        finally
        {
            Flush();
        }

        void Answer(ReadOnlySpan<byte> line)
        {
            if (++number == 1 && line.StartsWith("\uFEFF"u8))
                line = line[3..];
            try
            {
                Append(encode(Text(line)), answers);
            }
            catch (Exception e) when (e is JsonException or FormatException)
            {
                string problem = e is JsonException { BytePositionInLine: { } column } ? $"not JSON, byte {column + 1}" : e.Message;
                throw new InputException(name, $"line {number}: {problem}; expected {{\"text\": \"…\"}}", e);
            }

            if (answers.WrittenCount > 1 << 16)
                Flush();
        }

        void Flush()
        {
            if (answers.WrittenCount == 0)
                return;
            output.Write(answers.WrittenSpan);
            output.Flush();
            answers.ResetWrittenCount();
        }
    }

    private static string Text(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        string? text = null;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new FormatException("not an object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isText = reader.ValueTextEquals("text"u8);
            reader.Read();
            if (isText)
                text = reader.TokenType == JsonTokenType.String ? Unescape(reader) : throw new FormatException("the text is not a string");
            reader.Skip();
        }

        // Only white space may follow the object: Read throws on anything else.
        while (reader.Read())
        {
        }

        return text ?? throw new FormatException("the object has no text");
    }

    // GetString refuses an escaped surrogate without its partner, which JSON allows; tokenizers have an answer for it.
    private static string Unescape(in Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> escaped = reader.ValueSpan;
        char[] chars = ArrayPool<char>.Shared.Rent(escaped.Length);
        int length = 0;
        try
        {
            while (true)
            {
                int backslash = escaped.IndexOf((byte)'\\');
                ReadOnlySpan<byte> plain = backslash < 0 ? escaped : escaped[..backslash];
                if (Utf8.ToUtf16(plain, chars.AsSpan(length), out _, out int written, replaceInvalidSequences: false) != OperationStatus.Done)
                    throw new FormatException("not UTF-8");
                length += written;
                if (backslash < 0)
                    return new string(chars, 0, length);

                byte code = escaped[backslash + 1];
                chars[length++] = code switch
                {
                    (byte)'b' => '\b',
                    (byte)'f' => '\f',
                    (byte)'n' => '\n',
                    (byte)'r' => '\r',
                    (byte)'t' => '\t',
                    (byte)'u' => (char)ushort.Parse(escaped.Slice(backslash + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                    _ => (char)code,
                };
                escaped = escaped[(backslash + (code == 'u' ? 6 : 2))..];
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars);
        }
    }

    private static void Append(ReadOnlySpan<int> ids, ArrayBufferWriter<byte> output)
    {
        Span<byte> target = output.GetSpan((12 * ids.Length) + 32);
        int length = Copy("{\"input_ids\":["u8, target);
        for (int i = 0; i < ids.Length; i++)
        {
            if (i > 0)
                target[length++] = (byte)',';
            Utf8Formatter.TryFormat(ids[i], target[length..], out int written);
            length += written;
        }

        length += Copy("]}\n"u8, target[length..]);
        output.Advance(length);
    }

    private static int Copy(ReadOnlySpan<byte> source, Span<byte> target)
    {
        source.CopyTo(target);
        return source.Length;
    }
}
