using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lasco.Research.Datasets;

namespace Lasco.Research.Roaming;

/// <summary>Writes a roamed split in LaSCo's own format, as <see cref="LaSCo"/> reads it, each file in one step.</summary>
public static class RoamedFiles
{
    private const int ItemsPerFlush = 4096;
    private const int LongestCaption = 1000;
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// Writes <c>lasco_{split}.json</c>, <c>lasco_{split}_corpus.json</c>, <c>lasco_{split}_rejects.jsonl</c> (a line for
    /// each fault of the input and each triplet that was given up) and <c>lasco_{split}_report.json</c>.
    /// </summary>
    /// <param name="folder">The folder. It is created.</param>
    /// <param name="set">The triplets, rejects and corpus.</param>
    /// <param name="faults">The faults of the input.</param>
    /// <param name="report">The counts.</param>
    public static void Write(string folder, RoamedSet set, VqaFaults faults, RoamingReport report)
    {
        string split = report.Split;
        WriteRejects(folder, split, set, faults);
        AtomicFile.Write(Path.Combine(folder, $"lasco_{split}_corpus.json"), stream => WriteList(stream, set.Corpus, (json, image) => WriteCorpusImage(json, split, image)));
        WriteTriplets(folder, split, set.Triplets);
        AtomicFile.WriteText(Path.Combine(folder, $"lasco_{split}_report.json"), JsonSerializer.Serialize(report, Readable) + "\n");
    }

    /// <summary>Writes <c>lasco_{split}_rejects.jsonl</c> alone, as for a run that made no triplet.</summary>
    /// <param name="folder">The folder. It is created.</param>
    /// <param name="split"><c>train</c> or <c>val</c>.</param>
    /// <param name="set">The rejects.</param>
    /// <param name="faults">The faults of the input.</param>
    /// <returns>The file's path.</returns>
    public static string WriteRejects(string folder, string split, RoamedSet set, VqaFaults faults)
    {
        string path = Path.Combine(folder, $"lasco_{split}_rejects.jsonl");
        AtomicFile.Write(path, stream => WriteRejects(stream, set, faults));
        return path;
    }

    /// <summary>Writes <c>lasco_{split}.json</c>.</summary>
    internal static void WriteTriplets(string folder, string split, IReadOnlyList<RoamedTriplet> triplets) =>
        AtomicFile.Write(Path.Combine(folder, $"lasco_{split}.json"), stream => WriteList(stream, triplets, (json, triplet) => WriteTriplet(json, split, triplet)));

    private static void WriteList<T>(Stream stream, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        using var json = new Utf8JsonWriter(stream, Plain);
        json.WriteStartArray();
        for (int i = 0; i < items.Count; i++)
        {
            write(json, items[i]);
            if (i % ItemsPerFlush == 0)
                json.Flush();
        }

        json.WriteEndArray();
    }

    private static void WriteTriplet(Utf8JsonWriter json, string split, RoamedTriplet triplet)
    {
        json.WriteStartObject();
        json.WriteNumber("qid", triplet.Id);
        WriteImage(json, "query-image", split, triplet.QueryImage);
        json.WriteString("query-text", triplet.Text);
        WriteImage(json, "target-image", split, triplet.TargetImage);
        json.WriteEndObject();
    }

    private static void WriteCorpusImage(Utf8JsonWriter json, string split, long image)
    {
        json.WriteStartObject();
        json.WriteNumber("id", image);
        json.WriteString("path", $"{split}/{PathOf(split, image)}");
        json.WriteEndObject();
    }

    private static void WriteImage(Utf8JsonWriter json, string name, string split, long image)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(image);
        json.WriteStringValue(PathOf(split, image));
        json.WriteEndArray();
    }

    private static string PathOf(string split, long image) => string.Create(CultureInfo.InvariantCulture, $"{split}2014/COCO_{split}2014_{image:D12}.jpg");

    private static void WriteRejects(Stream stream, RoamedSet set, VqaFaults faults)
    {
        using var json = new Utf8JsonWriter(stream, Plain with { SkipValidation = true });
        foreach (VqaFault fault in faults.All)
        {
            json.WriteStartObject();
            json.WriteString("stage", "input");
            json.WriteString("reason", RoamingReport.NameOf(fault.Kind));
            json.WriteString("file", fault.File);
            if (fault.Id is { } id)
                json.WriteNumber("id", id);
            if (fault.Detail is not null)
                json.WriteString("detail", fault.Detail);
            EndLine();
        }

        foreach (RoamingReject reject in set.Rejects)
        {
            json.WriteStartObject();
            json.WriteString("stage", RoamingReport.NameOf(reject.Stage));
            json.WriteString("reason", reject.Reason);
            json.WriteNumber("qid", reject.Query.Id);
            json.WriteNumber("target-qid", reject.Target.Id);
            json.WriteNumber("query-image", reject.Query.ImageId);
            json.WriteNumber("target-image", reject.Target.ImageId);
            json.WriteString("question", reject.Target.Text);
            json.WriteString("answer", reject.Target.Answer);
            if (reject.Text is not null)
                json.WriteString("query-text", reject.Text);
            EndLine();
        }

        foreach (CaptionReject reject in set.CaptionRejects)
        {
            json.WriteStartObject();
            json.WriteString("stage", "caption");
            json.WriteString("reason", reject.Reason);
            json.WriteNumber("image", reject.Image);
            json.WriteString("caption", reject.Caption.Length <= LongestCaption ? reject.Caption : reject.Caption[..LongestCaption] + "…");
            EndLine();
        }

        void EndLine()
        {
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            stream.WriteByte((byte)'\n');
        }
    }
}
