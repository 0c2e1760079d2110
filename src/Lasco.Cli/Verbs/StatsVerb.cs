using System.CommandLine;
using System.Globalization;
using Lasco.Research.Datasets;
using Lasco.Research.Datasets.Statistics;
using Lasco.Research.Experiments;
using Lasco.Research.Text;

namespace Lasco.Cli.Verbs;

internal static class StatsVerb
{
    private const string Mini = "mini";
    private const int WordsShown = 10;

    public static Command Create()
    {
        var dataset = new Argument<string>("dataset") { Description = $"{string.Join(", ", CoirDatasets.Names)}, or mini for the mini world's three." };
        dataset.AcceptOnlyFromAmong([.. CoirDatasets.Names, Mini]);
        var root = CommonOptions.Root();
        var vocabulary = new Option<string?>("--vocab") { Description = "BERT's vocab.txt; without it tokens are not counted." };
        var csv = new Option<string?>("--csv") { Description = "CSV to write: every count, one a line." };
        var chart = new Option<string?>("--chart") { Description = "Chart to write, .png or .html: lengths of texts, uses of images, first words, verbs." };
        var json = CommonOptions.Json();
        var command = new Command("stats", "Table 1 of a dataset, for each split and in all, beside the paper's; its texts, images, duplicates and overlaps.")
        {
            dataset, root, vocabulary, csv, chart, json,
        };
        command.SetAction((parse, _) =>
        {
            string name = parse.GetRequiredValue(dataset), folder = parse.GetRequiredValue(root);
            var tokenizer = parse.GetValue(vocabulary) is { } file ? BertTokenizer.Load(file) : null;
            Func<string, int[]>? tokenize = tokenizer is null ? null : text => tokenizer.Encode(text);
            DatasetAnalysis[] analyses = name == Mini
                ? [.. CoirDatasets.Names.Select(set => DatasetAnalysis.Compute(set, Path.Combine(folder, set), tokenize) with { Domain = "Rendered" })]
                : [DatasetAnalysis.Compute(name, folder, tokenize)];
            var table1 = name == Mini ? [] : Table1.Compare(analyses[0]);
            if (parse.GetValue(csv) is { } csvPath)
            {
                StatisticsCsv.Write(analyses, csvPath);
                Display.Note($"wrote {csvPath}");
            }

            if (parse.GetValue(chart) is { } chartPath)
            {
                ChartFile.Write(StatsChart.Of(analyses), chartPath);
                Display.Note($"wrote {chartPath}");
            }

            if (parse.GetValue(json))
                Display.WriteJson(ToJson(analyses, table1));
            else
                Print(analyses, table1, tokenize is not null);
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static object ToJson(DatasetAnalysis[] analyses, IReadOnlyList<Table1Figure> table1) => new
    {
        Splits = analyses.SelectMany(analysis => analysis.Splits.Select(split => new
        {
            analysis.Dataset, split.Row.Split, split.Row.Triplets, split.Row.Corpus, split.Row.TripletImages, split.Row.Texts,
            UniqueTokens = split.TextTokens.Count == 0 && split.Row.Texts > 0 ? (int?)null : split.Row.UniqueTokens, split.Row.AverageTextLength,
            ImageDomain = analysis.Domain,
            split.EmptyTexts, split.DuplicateTriplets, split.RepeatedPairs, split.SelfTargets,
            TextLengths = ToJson(split.TextLengths), TextTokens = ToJson(split.TextTokens), ImageUses = ToJson(split.ImageUses),
            split.FirstWords, split.Verbs,
        })),
        Overlaps = analyses.SelectMany(analysis => analysis.Overlaps.Select(overlap => new
        {
            analysis.Dataset, overlap.First, overlap.Second, overlap.CorpusImages, overlap.TripletImages, overlap.Triplets,
        })),
        MissingSplits = analyses.SelectMany(analysis => analysis.MissingSplits.Select(split => new { analysis.Dataset, Split = split })),
        Table1 = table1,
    };

    private static object ToJson(Histogram histogram) => new
    {
        histogram.Count, histogram.Min, histogram.Max, histogram.Mean, histogram.Median,
        Counts = histogram.Values.Select(entry => new[] { entry.Key, entry.Value }),
    };

    private static void Print(DatasetAnalysis[] analyses, IReadOnlyList<Table1Figure> table1, bool hasTokens)
    {
        var splits = analyses.SelectMany(analysis => analysis.Splits.Select(split => (analysis.Dataset, analysis.Domain, Split: split))).ToArray();
        IEnumerable<string[]> Rows(Func<SplitAnalysis, string[]> cells) =>
            splits.Select(split => (string[])[split.Dataset, split.Split.Row.Split, .. cells(split.Split)]);

        Display.WriteTable("Table 1", ["Dataset", "Split", "Triplets", "Corpus", "Images in triplets", "Texts", "Unique tokens", "Average text length", "Image domain"],
            splits.Select(set => new[]
            {
                set.Dataset, set.Split.Row.Split, Number(set.Split.Row.Triplets), Number(set.Split.Row.Corpus), Number(set.Split.Row.TripletImages), Number(set.Split.Row.Texts),
                hasTokens ? Number(set.Split.Row.UniqueTokens) : "", Decimal(set.Split.Row.AverageTextLength), set.Domain,
            }));
        if (table1.Count > 0)
        {
            Display.WriteTable("Beside the paper's Table 1", ["Column", "Here", "Paper", "Difference"], table1.Select(figure => new[]
            {
                figure.Column, Figure(figure.Measured, figure), Figure(figure.Paper, figure), figure.Difference is 0 ? "none" : Figure(figure.Difference, figure),
            }));
            foreach (Table1Figure figure in table1)
                Console.WriteLine($"{figure.Column}: {figure.Definition}. {char.ToUpperInvariant(figure.Finding[0])}{figure.Finding[1..]}.");
        }

        Display.WriteTable("Lengths and repetitions",
            ["Dataset", "Split", "Characters: 5%", "median", "95%", "most", "Tokens: 5%", "median", "95%", "most", "Empty texts", "Duplicate triplets", "Repeated pairs", "Query is target"],
            Rows(split =>
            [
                .. Quantiles(split.TextLengths), .. Quantiles(split.TextTokens),
                Number(split.EmptyTexts), Number(split.DuplicateTriplets), Number(split.RepeatedPairs), Number(split.SelfTargets),
            ]));
        Display.WriteTable("Images by the number of triplets that name them", ["Dataset", "Split", "0", "1", "2", "3", "4", "5 to 9", "10 or more", "most"],
            Rows(split => [.. Uses(split.ImageUses).Select(Number), Number(split.ImageUses.Max)]));
        foreach ((string title, Func<SplitAnalysis, IReadOnlyList<WordFrequency>> words) in new (string, Func<SplitAnalysis, IReadOnlyList<WordFrequency>>)[]
                 { ("Most frequent first words", split => split.FirstWords), ("Most frequent verbs, by a list of forms", split => split.Verbs) })
        {
            Display.WriteTable(title, ["Dataset", "Rank", "Word", "Times", "In 100 texts"], analyses.SelectMany(analysis => words(analysis.All).Take(WordsShown).Select((word, rank) => new[]
            {
                analysis.Dataset, Number(rank + 1), word.Word, Number(word.Count), (100.0 * word.Count / analysis.All.Row.Texts).ToString("F1", CultureInfo.InvariantCulture),
            })));
        }

        if (analyses.Any(analysis => analysis.Overlaps.Count > 0))
        {
            Display.WriteTable("What splits have in common", ["Dataset", "Splits", "Corpus images", "Images in triplets", "Triplets"],
                analyses.SelectMany(analysis => analysis.Overlaps.Select(overlap => new[]
                {
                    analysis.Dataset, $"{overlap.First}, {overlap.Second}", Number(overlap.CorpusImages), Number(overlap.TripletImages), Number(overlap.Triplets),
                })));
        }

        foreach (DatasetAnalysis analysis in analyses.Where(analysis => analysis.MissingSplits.Count > 0))
            Display.Note($"{analysis.Dataset}: without {string.Join(" and ", analysis.MissingSplits)}, whose annotations are not there");
        if (!hasTokens)
            Display.Note("tokens need --vocab FILE (bert-base-uncased's vocab.txt)");
    }

    private static string[] Quantiles(Histogram histogram) => histogram.Count == 0
        ? ["", "", "", ""]
        : [Number(histogram.Quantile(0.05)), Number(histogram.Median), Number(histogram.Quantile(0.95)), Number(histogram.Max)];

    private static long[] Uses(Histogram uses)
    {
        (int From, int To)[] ranges = [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 9), (10, int.MaxValue)];
        return [.. ranges.Select(range => uses.Values.Where(entry => entry.Key >= range.From && entry.Key <= range.To).Sum(entry => entry.Value))];
    }

    private static string Figure(double? value, Table1Figure figure) => value switch
    {
        null => "",
        { } number => figure.Column == "Average text length" ? Decimal(number) : Number((long)number),
    };

    private static string Number(int count) => Number((long)count);

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Decimal(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
