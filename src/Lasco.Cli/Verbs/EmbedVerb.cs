using System.CommandLine;
using System.Globalization;
using Lasco.Research;
using Lasco.Research.Datasets;
using Lasco.Research.Models;
using Lasco.Research.Retrieval;

namespace Lasco.Cli.Verbs;

internal static class EmbedVerb
{
    public static Command Create()
    {
        var model = CommonOptions.Model();
        var images = new Option<string?>("--images") { Description = "Folder of pictures to embed (with its sub-folders)." };
        var dataset = new Option<string?>("--dataset") { Description = $"Embed a dataset's gallery instead: {string.Join(", ", CoirDatasets.Names)}." };
        var root = new Option<string?>("--root") { Description = "Folder of the dataset's annotations." };
        var part = new Option<string>("--split") { Description = "The dataset's split.", DefaultValueFactory = _ => "val" };
        var file = new Option<string>("--out") { Description = "Embeddings file to write (.safetensors).", Required = true };
        var device = CommonOptions.Device();
        var command = new Command("embed", "Embeds a corpus of images into a file that lasco query searches. Run again, it goes on where it stopped.")
        {
            model, images, dataset, root, part, file, device,
        };
        command.SetAction((parse, cancellation) =>
        {
            var corpus = (parse.GetValue(images), parse.GetValue(dataset), parse.GetValue(root)) switch
            {
                ({ } folder, null, null) => ImageFolder.Read(folder),
                (null, { } name, { } annotations) => Gallery(CoirDatasets.Read(name, annotations, parse.GetRequiredValue(part))),
                _ => throw new InputException("name what to embed: --images FOLDER, or --dataset NAME with --root FOLDER"),
            };
            using var trained = CaseModel.Load(parse.GetRequiredValue(model));
            trained.MoveTo(parse.GetRequiredValue(device));
            string output = parse.GetRequiredValue(file);
            Display.WithProgress("embedding", report =>
            {
                EmbeddingFile.Write(output, trained, corpus, new DirectProgress<int>(done => report(
                    done / (double)corpus.Count, string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {corpus.Count:N0} images"))), cancellation);
                return true;
            });
            Display.Note($"wrote {output}");
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static List<ImageRef> Gallery(IReadOnlyList<CoirSplit> splits) =>
        [.. splits.SelectMany(split => split.Gallery.Select(image => split.Images[image])).DistinctBy(image => image.Id)];
}
