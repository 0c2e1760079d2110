using Lasco.Research.Imaging;

namespace Lasco.Research.Datasets.Catalog;

/// <summary>
/// Checks a dataset's folder against what was published: files, lengths and checksums; counts and ids, by the readers
/// that training and evaluation use; and every image, by decoding it. What is wrong is reported, never thrown.
/// </summary>
public static class DatasetVerifier
{
    /// <summary>How many of the images that are missing or damaged a report names.</summary>
    public const int NamedImages = 100;

    private const int NamedProblems = 20;

    /// <summary>Checks everything.</summary>
    /// <param name="entry">The dataset.</param>
    /// <param name="root">Its folder.</param>
    /// <param name="imageRoot">The folder of its images, where it is another.</param>
    /// <param name="progress">Told the share that is done, 0 to 1, and what is being checked.</param>
    /// <param name="cancellation">Stops between files and images.</param>
    /// <exception cref="InputException">There is no such folder.</exception>
    public static DatasetReport Verify(
        CatalogEntry entry, string root, string? imageRoot = null, IProgress<(double Share, string Subject)>? progress = null, CancellationToken cancellation = default)
    {
        foreach (string folder in imageRoot is null ? [root] : new[] { root, imageRoot })
        {
            if (!Directory.Exists(folder))
                throw new InputException(folder, "there is no such folder");
        }

        var checks = new List<DatasetCheck>();
        var images = new HashSet<string>(StringComparer.Ordinal);
        double steps = entry.Files.Count + entry.Parts.Count;
        int done = 0;
        foreach (CatalogFile file in entry.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report((AnnotationShare * done++ / steps, file.Path));
            checks.Add(CheckFile(file, root, cancellation));
        }

        foreach (CatalogPart part in entry.Parts)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report((AnnotationShare * done++ / steps, part.Name));
            if (part.File is null || File.Exists(part.File.In(root)))
                checks.AddRange(CheckPart(part, root, imageRoot, images));
        }

        return CheckImages(new DatasetReport(entry.Name, root, checks, images.Count, 0, 0, []), images, progress, cancellation);
    }

    private const double AnnotationShare = 0.1;

    private static DatasetCheck CheckFile(CatalogFile file, string root, CancellationToken cancellation)
    {
        var there = new FileInfo(file.In(root));
        try
        {
            if (!there.Exists)
                return new DatasetCheck(file.Path, file.IsOptional, file.IsOptional ? "not there (optional)" : "is missing");
            long length = FileLength.Of(there.FullName);
            if (file.Bytes is { } bytes && bytes != length)
                return new DatasetCheck(file.Path, false, $"{length:N0} bytes; the published file has {bytes:N0}");
            if (file.Checksum is not { } checksum)
                return new DatasetCheck(file.Path, true, $"{length:N0} bytes");
            return checksum.Matches(there.FullName, cancellation: cancellation)
                ? new DatasetCheck(file.Path, true, $"{length:N0} bytes, checksum as published")
                : new DatasetCheck(file.Path, false, $"another content than was published ({checksum})");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new DatasetCheck(file.Path, false, $"cannot be read: {e.Message}");
        }
    }

    private static IEnumerable<DatasetCheck> CheckPart(CatalogPart part, string root, string? imageRoot, HashSet<string> images)
    {
        PartContent content;
        try
        {
            content = part.Read(root, imageRoot);
            images.UnionWith(content.Images);
        }
        catch (Exception e) when (e is InputException or IOException or UnauthorizedAccessException)
        {
            return [new DatasetCheck(part.Name, false, e.Message), .. Named(part, part.Audit(root))];
        }

        return [.. content.Counts.Select(count => ToCheck(part.Name, count)), .. Named(part, content.Problems)];
    }

    private static IEnumerable<DatasetCheck> Named(CatalogPart part, IReadOnlyList<string> problems)
    {
        foreach (string problem in problems.Take(NamedProblems))
            yield return new DatasetCheck(part.Name, false, problem);
        if (problems.Count > NamedProblems)
            yield return new DatasetCheck(part.Name, false, $"and {problems.Count - NamedProblems:N0} more problems, {problems.Count:N0} in all");
    }

    private static DatasetCheck ToCheck(string part, (string What, long Published, long Found) count) => new(
        $"{part}: {count.What}", count.Found == count.Published, count.Found == count.Published ? $"{count.Found:N0}" : $"{count.Found:N0}; published: {count.Published:N0}");

    private static DatasetReport CheckImages(DatasetReport report, HashSet<string> images, IProgress<(double, string)>? progress, CancellationToken cancellation)
    {
        var problems = new SortedDictionary<string, string>(StringComparer.Ordinal);
        int done = 0, missing = 0, damaged = 0;
        Parallel.ForEach(images, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, path =>
        {
            bool isThere = File.Exists(path);
            string? problem = isThere ? ProblemOf(path) : "is missing";
            lock (problems)
            {
                done++;
                missing += isThere ? 0 : 1;
                damaged += isThere && problem is not null ? 1 : 0;
                if (problem is not null)
                {
                    problems.Add(path, problem);
                    if (problems.Count > NamedImages)
                        problems.Remove(problems.Keys.Last());
                }

                if (done % 64 == 0 || done == images.Count)
                    progress?.Report((AnnotationShare + ((1 - AnnotationShare) * done / images.Count), $"{done:N0} of {images.Count:N0} images"));
            }
        });
        return report with
        {
            MissingImages = missing, DamagedImages = damaged, ImageProblems = [.. problems.Select(problem => new ImageProblem(OneLine.Of(problem.Key), problem.Value))],
        };
    }

    private static string? ProblemOf(string path)
    {
        try
        {
            ImageFile.Read(path);
            return null;
        }
        catch (InputException e)
        {
            return e.File is { } file && e.Message.StartsWith($"{file}: ", StringComparison.Ordinal) ? e.Message[(file.Length + 2)..] : e.Message;
        }
        catch (OutOfMemoryException)
        {
            return "is too large to be decoded in the memory that is left";
        }
    }
}
