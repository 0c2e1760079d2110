using System.Globalization;
using System.Text.Json;

namespace Lasco.Research.Datasets.Catalog;

/// <summary>
/// Lists everything that is wrong with a file of annotations. Readers stop at the first problem, as training and
/// evaluation must; someone who has to repair a file wants all of them, by item and id.
/// </summary>
internal sealed class AnnotationAudit
{
    private const long MaxBytes = 1L << 30;

    private readonly List<string> problems = [];
    private readonly HashSet<long> ids = [];
    private readonly string noun;
    private string place = "";
    private JsonElement item;

    private AnnotationAudit(string noun) => this.noun = noun;

    /// <summary>Looks at each item of a list.</summary>
    /// <param name="path">The file.</param>
    /// <param name="noun">What an item is called.</param>
    /// <param name="check">Looks at one.</param>
    /// <returns>The problems, in the file's order; none where the file is not a list of JSON at all.</returns>
    public static IReadOnlyList<string> OfList(string path, string noun, Action<AnnotationAudit> check)
    {
        using JsonDocument? json = Parse(path);
        if (json?.RootElement.ValueKind != JsonValueKind.Array)
            return [];
        var audit = new AnnotationAudit(noun);
        int index = 0;
        foreach (JsonElement element in json.RootElement.EnumerateArray())
        {
            audit.place = string.Create(CultureInfo.InvariantCulture, $"{noun} {index++}");
            audit.item = element;
            if (element.ValueKind == JsonValueKind.Object)
                check(audit);
            else
                audit.Add("expected an object");
        }

        return audit.problems;
    }

    /// <summary>The names that a split file lists, as keys or as elements; null where it cannot be read.</summary>
    public static HashSet<string>? NamesIn(string path)
    {
        using JsonDocument? json = Parse(path);
        return json?.RootElement.ValueKind switch
        {
            JsonValueKind.Object => [.. json.RootElement.EnumerateObject().Select(entry => entry.Name)],
            JsonValueKind.Array => [.. json.RootElement.EnumerateArray().Select(Text).OfType<string>()],
            _ => null,
        };
    }

    /// <summary>Checks the whole number that names the item, which must be its own.</summary>
    public void Id(string key)
    {
        if (Int64(key) is not { } id)
            return;
        place = string.Create(CultureInfo.InvariantCulture, $"{place} ({key} {id})");
        if (!ids.Add(id))
            Add($"the {key} stands in an earlier {noun} too");
    }

    /// <summary>Checks a whole number.</summary>
    public long? Int64(string key)
    {
        if (Find(key) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number))
            return number;
        Add($"\"{key}\": expected a whole number, found {Describe(value)}");
        return null;
    }

    /// <summary>Checks a text.</summary>
    public string? Text(string key)
    {
        if (Find(key) is not { } value)
            return null;
        string? text = Text(value);
        if (text is null)
            Add($"\"{key}\": expected text, found {Describe(value)}");
        return text;
    }

    /// <summary>Checks the name of an image.</summary>
    public void Image(string key, HashSet<string>? known)
    {
        if (Text(key) is { } name && known?.Contains(name) == false)
            Add($"\"{key}\": the image \"{name}\" is not in the split file");
    }

    /// <summary>Checks an image <c>[id, path]</c>.</summary>
    public void CocoImage(string key, ImageCorpus? known)
    {
        if (Find(key) is not { } pair)
            return;
        if (pair.ValueKind != JsonValueKind.Array || pair.GetArrayLength() != 2 || pair[0].ValueKind != JsonValueKind.Number || !pair[0].TryGetInt64(out long id) || Text(pair[1]) is null)
            Add($"\"{key}\": expected a pair [id, path], found {Describe(pair)}");
        else if (known?.IndexOf(id.ToString(CultureInfo.InvariantCulture)) < 0)
            Add($"\"{key}\": the image {id} is not in the corpus");
    }

    /// <summary>Checks a list of texts.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="count">How many there must be; null for any number.</param>
    /// <param name="known">What they must be among; null for anything.</param>
    public void Texts(string key, int? count = null, HashSet<string>? known = null)
    {
        if (Find(key) is not { } list)
            return;
        if (list.ValueKind != JsonValueKind.Array || (count is { } expected && list.GetArrayLength() != expected))
        {
            Add($"\"{key}\": expected a list{(count is null ? "" : $" of {count} texts")}, found {Describe(list)}");
            return;
        }

        foreach (JsonElement element in list.EnumerateArray())
        {
            if (Text(element) is not { } text)
                Add($"\"{key}\": expected text, found {Describe(element)}");
            else if (known?.Contains(text) == false)
                Add($"\"{key}\": the image \"{text}\" is not in the split file");
        }
    }

    /// <summary>Looks inside an object that the item has.</summary>
    public void Inside(string key, Action check)
    {
        if (Find(key) is not { } value)
            return;
        if (value.ValueKind != JsonValueKind.Object)
        {
            Add($"\"{key}\": expected an object, found {Describe(value)}");
            return;
        }

        JsonElement outer = item;
        item = value;
        check();
        item = outer;
    }

    private static JsonDocument? Parse(string path)
    {
        try
        {
            return File.Exists(path) && FileLength.Of(path) <= MaxBytes ? JsonDocument.Parse(File.ReadAllBytes(path)) : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // not UTF-8, or half of a surrogate pair
        }
    }

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Create(CultureInfo.InvariantCulture, $"a list of {value.GetArrayLength()}"),
        JsonValueKind.Object => "an object",
        JsonValueKind.String when Text(value) is { } text => $"the string \"{(text.Length > 60 ? $"{text[..60]}…" : text)}\"",
        JsonValueKind.String => "bytes that are not UTF-8 text",
        JsonValueKind.Number => $"the number {value.GetRawText()}",
        var other => other.ToString().ToLowerInvariant(),
    };

    private JsonElement? Find(string key)
    {
        if (item.TryGetProperty(key, out JsonElement value))
            return value;
        Add($"\"{key}\" is missing");
        return null;
    }

    private void Add(string problem) => problems.Add(OneLine.Of($"{place}: {problem}"));
}
