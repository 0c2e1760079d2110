using System.CommandLine;
using Lasco.Research;
using Lasco.Research.Datasets.Catalog;
using Lasco.Research.Datasets.Downloads;

namespace Lasco.Cli.Verbs;

internal static class DataVerb
{
    private const int NamedImages = 10;

    private static readonly string[] Names = [.. DatasetCatalog.All.Select(entry => entry.Name)];

    public static Command Create() =>
        new("data", "What each dataset consists of, what is there of it, whether it is right, and how to get it.") { List(), Status(), Verify(), Download() };

    private static Command List()
    {
        var json = CommonOptions.Json();
        var command = new Command("list", "All datasets and weights: size, licence, and where they come from.") { json };
        command.SetAction((parse, _) =>
        {
            if (parse.GetValue(json))
            {
                Display.WriteJson(new { Datasets = DatasetCatalog.All.Select(Describe) });
            }
            else
            {
                Display.WriteTable("Datasets and weights", ["Name", "What", "Download", "Licence", "From"], DatasetCatalog.All.Select(entry => new[]
                {
                    entry.Name, entry.Summary, Size(entry), entry.Licence, entry.Home,
                }));
            }

            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static Command Status()
    {
        var name = new Argument<string?>("name") { Description = $"{string.Join(", ", Names)}; by default all, each in the folder of its name.", DefaultValueFactory = _ => null };
        name.AcceptOnlyFromAmong(Names);
        var root = new Option<string>("--root") { Description = "Folder of the dataset, or of all of them.", DefaultValueFactory = _ => "." };
        var json = CommonOptions.Json();
        var command = new Command("status", "Which files are there: a quick look that reads none of them.") { name, root, json };
        command.SetAction((parse, _) =>
        {
            string folder = parse.GetRequiredValue(root);
            var entries = parse.GetValue(name) is { } one ? [(Entry: DatasetCatalog.Find(one), Root: folder)] : DatasetCatalog.All.Select(entry => (Entry: entry, Root: Path.Combine(folder, entry.Name))).ToArray();
            var items = entries.SelectMany(entry => DatasetStatus.Of(entry.Entry, entry.Root).Select(item => (entry.Entry.Name, Item: item))).ToArray();
            if (parse.GetValue(json))
                Display.WriteJson(new { Items = items.Select(item => new { Dataset = item.Name, item.Item.Path, State = Word(item.Item.State), item.Item.Note }) });
            else
                Display.WriteTable("Files", ["Dataset", "State", "Note", "Path"], items.Select(item => new[] { item.Name, Word(item.Item.State), item.Item.Note, item.Item.Path }));
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static Command Verify()
    {
        var name = Name();
        var root = CommonOptions.Root();
        var images = CommonOptions.Images();
        var json = CommonOptions.Json();
        var command = new Command("verify", "Checks files, counts, ids and every image; ends with 1 where something is wrong.") { name, root, images, json };
        command.SetAction((parse, cancellation) =>
        {
            var entry = DatasetCatalog.Find(parse.GetRequiredValue(name));
            var report = Display.WithProgress($"verifying {entry.Name}", tell =>
                DatasetVerifier.Verify(entry, parse.GetRequiredValue(root), parse.GetValue(images), new DirectProgress<(double Share, string Subject)>(done => tell(done.Share, done.Subject)), cancellation));
            if (parse.GetValue(json))
                Display.WriteJson(report);
            else
                Print(report, entry);
            return Task.FromResult(report.Passed ? ExitCode.Success : ExitCode.Failed);
        });
        return command;
    }

    private static Command Download()
    {
        var name = Name();
        var root = CommonOptions.Root();
        var json = CommonOptions.Json();
        var command = new Command("download", "Fetches what may be fetched and is not there, and says what must be asked for by hand.") { name, root, json };
        command.SetAction((parse, cancellation) =>
        {
            var entry = DatasetCatalog.Find(parse.GetRequiredValue(name));
            string folder = parse.GetRequiredValue(root);
            Display.Note($"{entry.Title}: {entry.Licence}; {entry.Home}");
            using var downloader = new Downloader();
            var download = new DatasetDownload(downloader);
            var summary = Display.WithProgress($"downloading {entry.Name}", tell =>
                download.RunAsync(entry, folder, new DirectProgress<DownloadProgress>(progress => tell(progress.Total is > 0 and { } total ? (double)progress.Done / total : 0, Text(progress))), cancellation).GetAwaiter().GetResult());
            if (parse.GetValue(json))
                Display.WriteJson(new { Dataset = entry.Name, Root = folder, summary.Fetched, summary.Present, summary.ByHand, entry.ImagesOf });
            else
                Print(summary, entry, folder);
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static object Describe(CatalogEntry entry) => new
    {
        entry.Name, entry.Title, entry.Summary, entry.Home, entry.Licence, entry.ImagesOf, entry.KnownBytes, entry.UnknownLengths,
        Files = entry.Files.Select(file => new { file.Path, file.Url, file.Bytes, Checksum = file.Checksum?.ToString(), Optional = file.IsOptional }),
        Archives = entry.Archives.Select(archive => new { archive.Url, archive.Members, archive.Bytes, archive.RoughBytes, Checksum = archive.Checksum?.ToString() }),
        Images = entry.Images.Select(images => new { images.Path, images.Count }),
        entry.ByHand,
    };

    private static Argument<string> Name()
    {
        var argument = new Argument<string>("name") { Description = string.Join(", ", Names) + "." };
        argument.AcceptOnlyFromAmong(Names);
        return argument;
    }

    private static void Print(DatasetReport report, CatalogEntry entry)
    {
        Display.WriteTable($"{entry.Title} in {report.Root}", ["What", "", "Found"], report.Checks.Select(check => new[] { check.Subject, check.Passed ? "ok" : "WRONG", check.Found }));
        if (report.Images > 0)
            Console.WriteLine($"{report.Images:N0} images: {report.MissingImages:N0} missing, {report.DamagedImages:N0} that cannot be decoded");
        foreach (var problem in report.ImageProblems.Take(NamedImages))
            Console.WriteLine($"  {problem.Path}: {problem.Problem}");
        if (report.MissingImages + report.DamagedImages > NamedImages)
            Console.WriteLine($"  and {report.MissingImages + report.DamagedImages - NamedImages:N0} more (--json names {DatasetVerifier.NamedImages})");
        if (report.MissingImages > 0 && entry.ImagesOf is { } images)
            Console.WriteLine($"Its images are those of {images} (lasco data download {images}); name their folder with --images.");
    }

    private static void Print(DownloadSummary summary, CatalogEntry entry, string folder)
    {
        foreach (string file in summary.Fetched)
            Console.WriteLine($"fetched {file}");
        foreach (string file in summary.Present)
            Console.WriteLine($"was there: {file}");
        for (int i = 0; i < summary.ByHand.Count; i++)
            Console.WriteLine($"{(i == 0 ? "By hand: " : $"{i}. ")}{summary.ByHand[i]}");
        if (entry.ImagesOf is { } images)
            Console.WriteLine($"Its images are those of {images}: lasco data download {images} --root FOLDER, then name that folder with --images.");
        Console.WriteLine($"Check it with: lasco data verify {entry.Name} --root {folder}{(entry.ImagesOf is null ? "" : " --images FOLDER")}");
    }

    private static string Text(DownloadProgress progress)
    {
        string done = progress.Total is { } total ? $"{ByteSize.Format(progress.Done)} of {ByteSize.Format(total)}" : ByteSize.Format(progress.Done);
        string rate = progress.BytesPerSecond > 0 ? $", {ByteSize.Format(progress.BytesPerSecond)}/s" : "";
        string left = progress.TimeLeft is { } time && time < TimeSpan.FromDays(30) ? $", {Display.Duration(time)} left" : "";
        string phase = progress.Phase switch
        {
            DownloadPhase.Waiting => $", trying again: {progress.Note}",
            DownloadPhase.Checking => ", checking",
            DownloadPhase.Unpacking => ", unpacking",
            _ => "",
        };
        return $"{progress.Name} {done}{rate}{left}{phase}";
    }

    private static string Size(CatalogEntry entry)
    {
        var parts = new List<string>();
        if (entry.KnownBytes > 0)
            parts.Add((entry.Archives.Any(archive => archive.Bytes is null && archive.RoughBytes is not null) ? "about " : "") + ByteSize.Format(entry.KnownBytes));
        if (entry.UnknownLengths is > 0 and var unknown)
            parts.Add($"{unknown} {(unknown == 1 ? "file" : "files")} of unpublished length");
        if (entry.ByHand.Count > 0)
            parts.Add(parts.Count > 0 ? "images by hand" : "by hand");
        return string.Join(", ", parts);
    }

    private static string Word(ItemState state) => state switch
    {
        ItemState.Present => "there",
        ItemState.Missing => "missing",
        ItemState.OptionalMissing => "not there",
        ItemState.Different => "different",
        _ => "partial",
    };
}
