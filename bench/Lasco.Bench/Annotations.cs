using System.Globalization;
using System.Text.Json;
using Lasco.Research.Datasets;

namespace Lasco.Bench;

/// <summary>
/// Reads a file of the size of LaSCo's training split, every id, path and text of it checked, into a
/// <see cref="CoirSplit"/>. Images are drawn without regard to order, which is hard on memory; LaSCo's own pairs follow each other.
/// </summary>
internal sealed class Annotations : IWork
{
    public const int Triplets = 360_000;

    /// <summary>COCO's images of 2014, of which LaSCo's are.</summary>
    private const int Images = 120_000;

    private static readonly string[] Words = ["a", "red", "car", "stands", "on", "the", "left", "of", "two", "tables", "with", "no", "people", "there"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lasco-bench-");

    public Annotations()
    {
        Input = Path.Combine(folder.FullName, "lasco_train.json");
        using var file = File.Create(Input);
        using var json = new Utf8JsonWriter(file);
        var random = new Random(0);
        json.WriteStartArray();
        for (int i = 0; i < Triplets; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("qid", i);
            WriteImage(json, "query-image", random.Next(Images));
            json.WriteString("query-text", string.Join(' ', random.GetItems(Words, 7)));
            WriteImage(json, "target-image", random.Next(Images));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public string Input { get; }

    public double Run() => LaSCo.Read(folder.FullName, "train").Triplets.Count;

    public void Dispose() => folder.Delete(recursive: true);

    private static void WriteImage(Utf8JsonWriter json, string key, int image)
    {
        int id = image * 4 + 9;
        json.WriteStartArray(key);
        json.WriteNumberValue(id);
        json.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"train2014/COCO_train2014_{id:D12}.jpg"));
        json.WriteEndArray();
    }
}
