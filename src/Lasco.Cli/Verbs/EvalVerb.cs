using System.CommandLine;
using System.Globalization;
using Lasco.Research;
using Lasco.Research.Datasets;
using Lasco.Research.Models;
using Lasco.Research.Retrieval;

namespace Lasco.Cli.Verbs;

internal static class EvalVerb
{
    public static Command Create()
    {
        var dataset = CommonOptions.Benchmark();
        var root = CommonOptions.Root();
        var images = CommonOptions.Images();
        var model = CommonOptions.Model();
        var part = new Option<string>("--split") { Description = "Split to evaluate on.", DefaultValueFactory = _ => "val" };
        var exclude = new Option<bool>("--exclude-query") { Description = "Leave the query image out of LaSCo's or CIRCO's ranking (CIRR's always is)." };
        var tripletImages = new Option<bool>("--triplet-images-only") { Description = "FashionIQ: search among the images that occur in triplets, not the whole split file." };
        var device = CommonOptions.Device();
        var json = CommonOptions.Json();
        var command = new Command("eval", "Recall@K of a trained model on a split, and CIRCO's mAP@K, beside those of chance.")
        {
            dataset, root, images, model, part, exclude, tripletImages, device, json,
        };
        command.SetAction((parse, cancellation) =>
        {
            string name = parse.GetRequiredValue(dataset);
            bool tripletImagesOnly = parse.GetValue(tripletImages);
            if (tripletImagesOnly && name != "fashioniq")
                throw new InputException($"--triplet-images-only is a protocol of fashioniq, not of {name}");
            var splits = CoirDatasets.Read(name, parse.GetRequiredValue(root), parse.GetRequiredValue(part), parse.GetValue(images), tripletImagesOnly)
                .Select(split => split with { ExcludeQuery = split.ExcludeQuery || parse.GetValue(exclude) })
                .ToArray();
            foreach (var split in splits)
                split.RequireImages();
            using var trained = CaseModel.Load(parse.GetRequiredValue(model));
            trained.MoveTo(parse.GetRequiredValue(device));

            var evaluations = Display.WithProgress($"evaluating {name}", report => splits
                .Select((split, i) => Evaluator.Evaluate(trained, split, new DirectProgress<double>(done => report((i + done) / splits.Length, split.Name)), cancellation))
                .ToArray());
            if (parse.GetValue(json))
                Display.WriteJson(new { Dataset = name, Evaluations = evaluations, Average = Average(evaluations) });
            else
                Print(evaluations, [.. splits.Select(Evaluator.Random)]);
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static Dictionary<int, double> Average(Evaluation[] evaluations) =>
        evaluations[0].Recall.Keys.ToDictionary(k => k, k => evaluations.Average(evaluation => evaluation.Recall[k]));

    private static void Print(Evaluation[] evaluations, Evaluation[] random)
    {
        var first = evaluations[0];
        var columns = new[] { "Split", "Queries", "Gallery" }
            .Concat(first.Recall.Keys.Select(k => $"R@{k}"))
            .Concat(first.SubsetRecall.Keys.Select(k => $"Rsubset@{k}"))
            .Concat(first.MeanAveragePrecision.Keys.Select(k => $"mAP@{k}"));
        var rows = evaluations.Select(Row).ToList();
        if (evaluations.Length > 1)
            rows.Add(["Average", "", "", .. Average(evaluations).Values.Select(Percent)]);
        rows.AddRange(random.Select(evaluation => Row(evaluation with { Split = $"Random, {evaluation.Split}" })));
        Display.WriteTable(first.MeanAveragePrecision.Count > 0 ? "Recall and mean average precision, percent" : "Recall, percent", columns, rows);
    }

    private static string[] Row(Evaluation evaluation) =>
    [
        evaluation.Split, evaluation.Queries.ToString("N0", CultureInfo.InvariantCulture), evaluation.Gallery.ToString("N0", CultureInfo.InvariantCulture),
        .. evaluation.Recall.Values.Select(Percent), .. evaluation.SubsetRecall.Values.Select(Percent),
        .. evaluation.MeanAveragePrecision.Values.Select(Percent),
    ];

    private static string Percent(double share) => (100 * share).ToString("F2", CultureInfo.InvariantCulture);
}
