using System.CommandLine;
using Lasco.Research;
using Lasco.Research.Datasets;
using Lasco.Research.Models;
using Lasco.Research.Retrieval;

namespace Lasco.Cli.Verbs;

internal static class SubmitVerb
{
    public static Command Create()
    {
        var dataset = CommonOptions.Dataset(Submission.Datasets);
        var root = CommonOptions.Root();
        var images = CommonOptions.Images();
        var model = CommonOptions.Model();
        var part = new Option<string?>("--split") { Description = "Split to rank; the dataset's test split by default." };
        var folder = CommonOptions.OutFolder("Folder for recall.json and recall_subset.json (cirr) or circo.json (circo).");
        var device = CommonOptions.Device();
        var command = new Command("submit", "Ranks CIRR's or CIRCO's test split, whose targets are hidden, and writes the files that its server takes.")
        {
            dataset, root, images, model, part, folder, device,
        };
        command.SetAction((parse, cancellation) =>
        {
            string name = parse.GetRequiredValue(dataset);
            var split = CoirDatasets.Read(name, parse.GetRequiredValue(root), parse.GetValue(part) ?? Submission.TestSplit(name), parse.GetValue(images))[0];
            split.RequireImages();
            using var trained = CaseModel.Load(parse.GetRequiredValue(model));
            trained.MoveTo(parse.GetRequiredValue(device));
            var files = Display.WithProgress($"ranking {split.Name}", report => Submission.Write(
                name, split, trained, parse.GetRequiredValue(folder), new DirectProgress<double>(done => report(done, "")), cancellation));
            foreach (string file in files)
                Display.Note($"wrote {file}");
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
