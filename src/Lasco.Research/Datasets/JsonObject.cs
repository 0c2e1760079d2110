using System.Text;
using System.Text.Json;

namespace Lasco.Research.Datasets;

/// <summary>The keys of a JSON object that matter to a reader.</summary>
internal sealed class JsonKeys
{
    private readonly string[] names;
    private readonly byte[][] encoded;

    /// <summary>The keys that must be there, then those that may be.</summary>
    public JsonKeys(string[] required, params string[] optional)
    {
        names = [.. required, .. optional];
        encoded = [.. names.Select(Encoding.UTF8.GetBytes)];
        RequiredCount = required.Length;
    }

    /// <summary>How many keys, from the first, must be there.</summary>
    public int RequiredCount { get; }

    /// <summary>The key at an index.</summary>
    public string this[int index] => names[index];

    /// <summary>How many keys there are.</summary>
    public int Count => names.Length;

    /// <summary>Whether <paramref name="reader"/> stands on the property name at an index.</summary>
    public bool IsAt(int index, ref Utf8JsonReader reader) => reader.ValueTextEquals(encoded[index]);

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", names.Take(RequiredCount).Select(name => $"\"{name}\""));
}

/// <summary>An object that is being read: which of its keys were seen.</summary>
/// <param name="keys">The keys that matter.</param>
/// <param name="offset">The file offset of its opening brace.</param>
internal struct JsonObject(JsonKeys keys, long offset)
{
    private ulong seen;
    private int next;

    /// <summary>The keys that matter.</summary>
    public readonly JsonKeys Keys => keys;

    /// <summary>The file offset of its opening brace.</summary>
    public readonly long Offset => offset;

    /// <summary>The key whose value is to be read.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Finds the property name that <paramref name="reader"/> stands on; files keep one order, so the next key is tried first.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="isFirst">Whether the key was not met before.</param>
    /// <returns>Whether it is a key that matters; it is then <see cref="Key"/>.</returns>
    public bool Match(ref Utf8JsonReader reader, out bool isFirst)
    {
        isFirst = false;
        for (int tried = 0; tried < keys.Count; tried++, next++)
        {
            int index = next % keys.Count;
            if (!keys.IsAt(index, ref reader))
                continue;
            isFirst = (seen >> index & 1) == 0;
            seen |= 1UL << index;
            next = index + 1;
            Key = keys[index];
            return true;
        }

        return false;
    }

    /// <summary>The first required key that was not met, or null.</summary>
    public readonly string? FirstMissing()
    {
        for (int i = 0; i < keys.RequiredCount; i++)
        {
            if ((seen >> i & 1) == 0)
                return keys[i];
        }

        return null;
    }
}
