using System.Text.Json;

namespace Lasco.Notebooks.Protocol;

/// <summary>Reads the fields of a request. A field that is absent or null has its default; one of another type is an error.</summary>
/// <param name="Json">A JSON object.</param>
internal readonly record struct MessageContent(JsonElement Json)
{
    /// <exception cref="InvalidDataException">It is not a string.</exception>
    public string Text(string name, string otherwise = "") =>
        Find(name) is not { } value ? otherwise
        : value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Bad(name, "a string");

    /// <exception cref="InvalidDataException">It is neither true nor false.</exception>
    public bool Flag(string name, bool otherwise) =>
        Find(name) is not { } value ? otherwise
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Bad(name, "true or false");

    /// <summary>A whole number, or null where it is absent.</summary>
    /// <exception cref="InvalidDataException">It is not a whole number.</exception>
    public int? Number(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number : throw Bad(name, "a whole number");

    private JsonElement? Find(string name) =>
        Json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static InvalidDataException Bad(string name, string expected) => new($"{name} is not {expected}");
}
