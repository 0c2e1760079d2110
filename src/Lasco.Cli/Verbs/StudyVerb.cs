using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Lasco.Research;
using Lasco.Research.Datasets;
using Lasco.Research.Roaming.Study;

namespace Lasco.Cli.Verbs;

internal static class StudyVerb
{
    private const string Mini = "mini";

    public static Command Create() => new("study", "User studies of triplets: a page to rate them on, and the scores of what raters hand in.") { Make(), Score() };

    private static Command Make()
    {
        var dataset = new Argument<string>("dataset") { Description = $"{string.Join(", ", CoirDatasets.Names)}, or mini for the mini world's three together." };
        dataset.AcceptOnlyFromAmong([.. CoirDatasets.Names, Mini]);
        var root = CommonOptions.Root();
        var images = CommonOptions.Images();
        var part = new Option<string>("--split") { Description = "Split to draw from.", DefaultValueFactory = _ => "val" };
        var count = Positive("--count", "How many triplets.", 300);
        var scale = CommonOptions.Choice("--scale", "How raters answer", [.. RatingScale.All.Select(scale => scale.Name)]);
        var size = Positive("--size", "Longer side of a picture, pixels.", 448);
        var title = new Option<string?>("--title") { Description = "What raters read above the page." };
        var seed = CommonOptions.Seed();
        var page = new Option<string>("--out") { Description = "HTML file to write.", Required = true };
        var json = CommonOptions.Json();
        var command = new Command("make", "Draws triplets at random into one HTML page that needs neither network nor server.")
        {
            dataset, root, images, part, count, scale, size, title, seed, page, json,
        };
        command.SetAction((parse, cancellation) =>
        {
            string name = parse.GetRequiredValue(dataset), folder = parse.GetRequiredValue(root), path = parse.GetRequiredValue(page);
            if (name == Mini && parse.GetValue(images) is not null)
                throw new InputException("--images is for one dataset; the mini world's three have their images in their own folders");
            CoirSplit[] splits = name == Mini
                ? [.. CoirDatasets.Names.SelectMany(set => CoirDatasets.Read(set, Path.Combine(folder, set), parse.GetRequiredValue(part)))]
                : [.. CoirDatasets.Read(name, folder, parse.GetRequiredValue(part), parse.GetValue(images))];
            var study = UserStudy.Draw(
                splits, parse.GetValue(count), parse.GetValue(seed), RatingScale.Of(parse.GetRequiredValue(scale))!,
                parse.GetValue(title) ?? "Image search: rating of examples");
            Display.WithProgress("pictures", report =>
            {
                StudyPage.Write(study, path, parse.GetValue(size), new DirectProgress<(int Done, int Total)>(made => report(made.Done / (double)made.Total, $"{made.Done:N0} of {made.Total:N0}")), cancellation);
                return true;
            });

            if (parse.GetValue(json))
                Display.WriteJson(new { study.Id, study.Title, Scale = study.Scale.Name, Items = study.Items.Count, Path = path });
            Display.Note(string.Create(CultureInfo.InvariantCulture, $"wrote {path}: study {study.Id}, {study.Items.Count:N0} triplets{(study.Items.Count < parse.GetValue(count) ? ", all there are" : "")}"));
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static Command Score()
    {
        var files = new Argument<string[]>("files") { Description = "Files of answers that pages saved.", Arity = ArgumentArity.OneOrMore };
        var pages = new Option<string[]>("--page") { Description = "Page that the answers should be for, to check items against; may be given for each study.", AllowMultipleArgumentsPerToken = false };
        var seed = CommonOptions.Seed();
        var json = CommonOptions.Json();
        var command = new Command("score", "Positive rates, mean opinion scores and agreement of raters, by study and in all, with 95% confidence intervals.") { files, pages, seed, json };
        command.SetAction((parse, _) =>
        {
            StudyKey[] keys = [.. (parse.GetValue(pages) ?? []).Select(StudyPage.ReadKey)];
            var report = StudyReport.Read(parse.GetRequiredValue(files), keys, parse.GetValue(seed));
            if (report.Studies.Count == 0 && report.Problems is [var only])
                throw new InputException(only);
            foreach (string problem in report.Problems)
                Display.Note(problem);
            if (report.Studies.Count == 0)
                throw new InputException($"there is nothing to score in {(parse.GetRequiredValue(files) is [var file] ? file : $"the {parse.GetRequiredValue(files).Length} files")}");
            if (parse.GetValue(json))
                Display.WriteJson(new { Studies = report.Studies.Select(ToJson), All = report.All is { } all ? ToJson(all) : null, report.Problems });
            else
                Print(report);
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static object ToJson(StudyScore score) => new
    {
        score.Study, score.Title, Scale = score.Scale?.Name, score.Raters, score.Items, score.Ratings, score.Scores,
        score.PositiveRate, score.MeanOpinionScore, score.Kappa, score.ScoreKappa,
    };

    private static void Print(StudyReport report)
    {
        Display.WriteTable("User study (95% confidence intervals)",
            ["Study", "Title", "Scale", "Raters", "Items", "Ratings", "Good, percent", "", "Mean opinion score", "", "Kappa, Good or Bad", "Kappa, 1 to 5"],
            (report.All is null ? report.Studies : report.Studies.Append(report.All)).Select(score => new[]
            {
                score.Study, score.Title, score.Scale?.Name ?? "", Number(score.Raters), Number(score.Items), Number(score.Ratings),
                Decimal(100 * score.PositiveRate.Value), $"{Decimal(100 * score.PositiveRate.Low)} to {Decimal(100 * score.PositiveRate.High)}",
                score.MeanOpinionScore is { } mean ? Decimal(mean.Value) : "", score.MeanOpinionScore is { } interval ? $"{Decimal(interval.Low)} to {Decimal(interval.High)}" : "",
                score.Kappa is { } kappa ? Decimal(kappa) : "", score.ScoreKappa is { } scoreKappa ? Decimal(scoreKappa) : "",
            }));
    }

    private static Option<int> Positive(string name, string description, int value)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out int number) && number < 1)
                result.AddError($"{name} {token.Value}: expected at least 1");
        });
        return option;
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Decimal(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
