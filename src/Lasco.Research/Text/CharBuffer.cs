using System.Buffers;

namespace Lasco.Research.Text;

/// <summary>A growing run of UTF-16 that begins on the stack and continues in pooled arrays.</summary>
/// <param name="initial">Where the first characters go.</param>
internal ref struct CharBuffer(Span<char> initial)
{
    private Span<char> chars = initial;
    private char[]? rented;

    /// <summary>The number of characters written.</summary>
    public int Length { get; private set; }

    /// <summary>What has been written; valid until the next <see cref="Append(char)"/>.</summary>
    public readonly ReadOnlySpan<char> Written => chars[..Length];

    /// <summary>Adds one UTF-16 unit.</summary>
    public void Append(char c)
    {
        if (Length == chars.Length)
            Grow(1);
        chars[Length++] = c;
    }

    /// <summary>Adds a run.</summary>
    public void Append(scoped ReadOnlySpan<char> text)
    {
        if (text.Length > chars.Length - Length)
            Grow(text.Length);
        text.CopyTo(chars[Length..]);
        Length += text.Length;
    }

    /// <summary>Adds a code point; a lone surrogate is written as it is.</summary>
    public void AppendCodePoint(int codePoint)
    {
        if (codePoint < 0x10000)
        {
            Append((char)codePoint);
            return;
        }

        Append((char)(0xD800 + ((codePoint - 0x10000) >> 10)));
        Append((char)(0xDC00 + (codePoint & 0x3FF)));
    }

    /// <summary>Forgets what has been written and keeps the memory.</summary>
    public void Clear() => Length = 0;

    /// <summary>Gives pooled memory back.</summary>
    public void Dispose()
    {
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
        this = default;
    }

    private void Grow(int extra)
    {
        char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(Length + extra, 2 * chars.Length));
        Written.CopyTo(larger);
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
        chars = rented = larger;
    }
}
