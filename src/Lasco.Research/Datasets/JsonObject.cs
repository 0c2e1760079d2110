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

    /// <summary>The index of the property name that <paramref name="reader"/> stands on, or −1.</summary>
    public int IndexOf(ref Utf8JsonReader reader)
    {
        for (int i = 0; i < encoded.Length; i++)
        {
            if (reader.ValueTextEquals(encoded[i]))
                return i;
        }

        return -1;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", names.Take(RequiredCount).Select(name => $"\"{name}\""));
}

/// <summary>An object that is being read: which of its keys were seen.</summary>
/// <param name="keys">The keys that matter.</param>
/// <param name="offset">The file offset of its opening brace.</param>
internal struct JsonObject(JsonKeys keys, long offset)
{
    private ulong seen;

    /// <summary>The keys that matter.</summary>
    public readonly JsonKeys Keys => keys;

    /// <summary>The file offset of its opening brace.</summary>
    public readonly long Offset => offset;

    /// <summary>The key whose value is to be read.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Notes that a key was met.</summary>
    /// <returns>False where it was met before.</returns>
    public bool Mark(int index)
    {
        bool isNew = (seen >> index & 1) == 0;
        seen |= 1UL << index;
        Key = keys[index];
        return isNew;
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
