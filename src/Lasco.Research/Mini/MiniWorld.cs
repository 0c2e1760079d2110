using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lasco.Research.Mini;

/// <summary>
/// A small synthetic world in the real datasets' formats, rendered by this library: three sets for composed image
/// retrieval whose modality redundancy differs as the real ones' does (section 5), and captioned images for
/// pre-training. The same seed gives the same bytes on every machine and with any number of threads.
/// </summary>
public static class MiniWorld
{
    private const int Version = 2;
    private const string StateFile = "mini.json", MarkFile = "mini.unfinished.json";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Writes the LaSCo-like, CIRR-like and FashionIQ-like sets into <c>lasco</c>, <c>cirr</c> and <c>fashioniq</c>,
    /// unless they are there already with the same seed and size.
    /// </summary>
    /// <param name="folder">The folder to write into. It is created.</param>
    /// <param name="seed">Decides everything that is random.</param>
    /// <param name="size">How much to write.</param>
    /// <param name="progress">Hears of every hundredth image.</param>
    /// <param name="cancellation">Stops the writing; what is written so far is recognised as unfinished and replaced later.</param>
    /// <exception cref="InputException">The folder has a subfolder of one of those names that is no mini world.</exception>
    /// <exception cref="OperationCanceledException">The writing was stopped.</exception>
    public static void Write(string folder, int seed, MiniWorldSize size, IProgress<MiniWorldProgress>? progress = null, CancellationToken cancellation = default) =>
        Write(folder, folder, seed, size, [LascoSet.Plan, CirrSet.Plan, FashionIqSet.Plan], Environment.ProcessorCount, progress, cancellation);

    /// <summary>Writes the captioned images for pre-training into <c>pretrain</c>, unless they are there already with the same seed and size.</summary>
    /// <inheritdoc cref="Write(string, int, MiniWorldSize, IProgress{MiniWorldProgress}?, CancellationToken)"/>
    public static void WritePretraining(string folder, int seed, MiniWorldSize size, IProgress<MiniWorldProgress>? progress = null, CancellationToken cancellation = default) =>
        Write(folder, Path.Combine(folder, "pretrain"), seed, size, [PretrainingSet.Plan], Environment.ProcessorCount, progress, cancellation);

    /// <summary>Writes planned sets, with the record of what they are last.</summary>
    internal static void Write(
        string folder, string stateFolder, int seed, MiniWorldSize size, IReadOnlyList<Func<int, MiniWorldSize, MiniSet>> plans,
        int threads, IProgress<MiniWorldProgress>? progress, CancellationToken cancellation)
    {
        string state = Path.Combine(stateFolder, StateFile), mark = Path.Combine(stateFolder, MarkFile);
        var record = new Record(Version, seed, size, new SortedDictionary<string, int>());
        if (Read(state) is { } written && written with { Images = record.Images } == record)
            return;

        MiniSet[] sets = [.. plans.Select(plan => plan(seed, size))];
        bool ours = File.Exists(state) || File.Exists(mark);
        foreach (string path in sets.Select(set => Path.Combine(folder, set.Name)).Where(Directory.Exists))
        {
            if (!ours)
                throw new InputException(path, "holds files that are not the mini world's; choose another folder");
        }

        AtomicFile.WriteText(mark, JsonSerializer.Serialize(record, Readable));
        File.Delete(state);
        foreach (MiniSet set in sets)
        {
            Clear(Path.Combine(folder, set.Name), mark);
            WriteImages(folder, seed, set, threads, progress, cancellation);
            foreach (Document document in set.Documents)
                WriteDocument(Path.Combine(folder, document.Path), document);
            set.Derive?.Invoke(Path.Combine(folder, set.Name));
            record.Images.Add(set.Name, set.Photographs.Count);
        }

        AtomicFile.WriteText(state, JsonSerializer.Serialize(record, Readable) + "\n");
        File.Delete(mark);
    }

    /// <summary>The record of a finished world, or null where there is none that can be read.</summary>
    private static Record? Read(string state)
    {
        try
        {
            return File.Exists(state) ? JsonSerializer.Deserialize<Record>(File.ReadAllText(state), Readable) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Clear(string folder, string mark)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (string entry in Directory.EnumerateFileSystemEntries(folder).Where(entry => entry != mark).ToArray())
        {
            if (Directory.Exists(entry))
                Directory.Delete(entry, recursive: true);
            else
                File.Delete(entry);
        }
    }

    private static void WriteImages(string folder, int seed, MiniSet set, int threads, IProgress<MiniWorldProgress>? progress, CancellationToken cancellation)
    {
        foreach (string parent in set.Photographs.Select(photograph => Path.GetDirectoryName(Path.Combine(folder, photograph.Path))!).Distinct())
            Directory.CreateDirectory(parent);

        int done = 0, total = set.Photographs.Count;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, total, options, i =>
        {
            Photograph photograph = set.Photographs[i];
            File.WriteAllBytes(Path.Combine(folder, photograph.Path), photograph.Encode(new SplitMix64(seed, set.Stream, int.MinValue, i)));
            int count = Interlocked.Increment(ref done);
            if (count % 100 == 0 || count == total)
                progress?.Report(new MiniWorldProgress(set.Name, count, total));
        });
    }

    private static void WriteDocument(string path, Document document) => AtomicFile.Write(path, stream =>
    {
        using var json = new Utf8JsonWriter(stream, Plain);
        document.Write(json);
    });

    /// <summary>What <c>mini.json</c> says.</summary>
    /// <param name="Version">Of the generator: another one draws another world.</param>
    /// <param name="Seed">The seed.</param>
    /// <param name="Size">The size asked for.</param>
    /// <param name="Images">The number of images of each set.</param>
    private sealed record Record(int Version, int Seed, MiniWorldSize Size, SortedDictionary<string, int> Images);
}
