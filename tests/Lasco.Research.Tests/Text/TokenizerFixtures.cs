using System.Text.Json;

namespace Lasco.Research.Tests.Text;

/// <summary>Texts with what the reference tokenizers make of them, and small files to load.</summary>
internal static class TokenizerFixtures
{
    public static IEnumerable<JsonElement> Lines(string name) => File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "tokenizers", name))
        .Select(line => JsonDocument.Parse(line).RootElement);

    /// <summary>A string that may hold lone surrogates, which <see cref="JsonElement.GetString"/> refuses.</summary>
    public static string Text(JsonElement element)
    {
        string raw = element.GetRawText()[1..^1];
        return System.Text.RegularExpressions.Regex.Replace(raw, @"\\(u([0-9a-f]{4})|.)", match => match.Groups[2].Success
            ? ((char)Convert.ToInt32(match.Groups[2].Value, 16)).ToString()
            : match.Groups[1].Value switch { "n" => "\n", "r" => "\r", "t" => "\t", "b" => "\b", "f" => "\f", var c => c });
    }

    public static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(Text)];

    public static int[] Ids(JsonElement line) => [.. line.GetProperty("input_ids").EnumerateArray().Select(id => id.GetInt32())];

    /// <summary>All captions of FashionIQ, each of the two of a triplet by itself.</summary>
    public static List<string> FashionIqCaptions()
    {
        List<string> captions = [];
        foreach (string file in Directory.GetFiles(SharedFolder.Require("data/fashioniq/captions")).Order(StringComparer.Ordinal))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (JsonElement triplet in document.RootElement.EnumerateArray())
                captions.AddRange(Strings(triplet.GetProperty("captions")));
        }

        return captions;
    }

    /// <summary>Runs <paramref name="use"/> on a file that holds <paramref name="content"/>, then removes it.</summary>
    public static void WithFile(byte[] content, Action<string> use)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, content);
            use(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Asserts that reading <paramref name="content"/> ends in one line that names the file and says <paramref name="expected"/>.</summary>
    public static void Rejects(byte[] content, Action<string> read, string expected) => WithFile(content, path =>
    {
        InputException e = Assert.Throws<InputException>(() => read(path));
        Assert.StartsWith(path, e.Message);
        Assert.Contains(expected, e.Message);
        Assert.DoesNotContain('\n', e.Message);
    });
}
