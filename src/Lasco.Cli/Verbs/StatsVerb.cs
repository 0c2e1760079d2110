using System.CommandLine;
using System.Globalization;
using Lasco.Research.Datasets;
using Lasco.Research.Text;

namespace Lasco.Cli.Verbs;

internal static class StatsVerb
{
    private const string Mini = "mini";

    public static Command Create()
    {
        var dataset = new Argument<string>("dataset") { Description = $"{string.Join(", ", CoirDatasets.Names)}, or mini for the mini world's three." };
        dataset.AcceptOnlyFromAmong([.. CoirDatasets.Names, Mini]);
        var root = CommonOptions.Root();
        var vocabulary = new Option<string?>("--vocab") { Description = "BERT's vocab.txt; without it unique tokens are not counted." };
        var json = CommonOptions.Json();
        var command = new Command("stats", "The columns of the paper's Table 1, for each split and in all.") { dataset, root, vocabulary, json };
        command.SetAction((parse, _) =>
        {
            string name = parse.GetRequiredValue(dataset), folder = parse.GetRequiredValue(root);
            var tokenizer = parse.GetValue(vocabulary) is { } file ? BertTokenizer.Load(file) : null;
            int[] Encode(string text) => tokenizer?.Encode(text) ?? [];
            var sets = (name == Mini ? CoirDatasets.Names.Select(set => (set, Path.Combine(folder, set))) : [(name, folder)])
                .SelectMany(set => DatasetStatistics.Compute(set.Item1, set.Item2, Encode).Select(row => (Dataset: set.Item1, Row: row)))
                .ToArray();

            if (parse.GetValue(json))
            {
                Display.WriteJson(new
                {
                    Splits = sets.Select(set => new
                    {
                        set.Dataset, set.Row.Split, set.Row.Triplets, set.Row.Corpus, set.Row.TripletImages, set.Row.Texts,
                        UniqueTokens = tokenizer is null ? (int?)null : set.Row.UniqueTokens, set.Row.AverageTextLength,
                    }),
                });
            }
            else
            {
                Display.WriteTable("Table 1", ["Dataset", "Split", "Triplets", "Corpus", "Images in triplets", "Texts", "Unique tokens", "Average text length"],
                    sets.Select(set => new[]
                    {
                        set.Dataset, set.Row.Split, Number(set.Row.Triplets), Number(set.Row.Corpus), Number(set.Row.TripletImages), Number(set.Row.Texts),
                        tokenizer is null ? "" : Number(set.Row.UniqueTokens), set.Row.AverageTextLength.ToString("F2", CultureInfo.InvariantCulture),
                    }));
                if (tokenizer is null)
                    Display.Note("unique tokens need --vocab FILE (bert-base-uncased's vocab.txt)");
            }

            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
