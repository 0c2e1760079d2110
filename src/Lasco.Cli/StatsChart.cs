using Lasco.Notebooks.Charts;
using Lasco.Research.Datasets.Statistics;

namespace Lasco.Cli;

/// <summary>The figures of <c>lasco stats</c>: how long texts are, how often images are used, and how texts begin.</summary>
internal static class StatsChart
{
    private const int CharactersABin = 5, MostUses = 10, WordsShown = 8;

    public static FigureGrid Of(IReadOnlyList<DatasetAnalysis> analyses)
    {
        (string Name, SplitAnalysis Split)[] series = analyses is [var only]
            ? [.. only.Splits.SkipLast(1).Select(split => (split.Row.Split, split))]
            : [.. analyses.Select(analysis => (analysis.Dataset, analysis.All))];
        var panels = new List<Figure> { Shares("Texts by length", "characters", split => split.TextLengths, CharactersABin, int.MaxValue) };
        if (series.Any(entry => entry.Split.TextTokens.Count > 0))
            panels.Add(Shares("Texts by tokens", "tokens, [CLS] and [SEP] among them", split => split.TextTokens, 1, int.MaxValue));
        panels.Add(Shares("Images by use", $"triplets that name the image ({MostUses}: or more)", split => split.ImageUses, 1, MostUses - 1));
        foreach (DatasetAnalysis analysis in analyses)
        {
            panels.Add(Words($"First words, {analysis.Dataset}", analysis, analysis.All.FirstWords));
            panels.Add(Words($"Verbs, {analysis.Dataset}", analysis, analysis.All.Verbs));
        }

        return Chart.Grid(2, panels) with { Title = string.Join(", ", analyses.Select(analysis => analysis.Dataset)), Width = 1100 };

        Figure Shares(string title, string unit, Func<SplitAnalysis, Histogram> histogramOf, int width, int last)
        {
            Figure[] lines =
            [
                .. series.Where(entry => histogramOf(entry.Split).Count > 0).Select(entry =>
                {
                    Histogram histogram = histogramOf(entry.Split);
                    var bins = histogram.Bins(width, last);
                    return Chart.Line(bins.Select(bin => bin.From), bins.Select(bin => (double)bin.Count / histogram.Count), entry.Name, markers: width == 1);
                }),
            ];
            var figure = lines.Length == 0 ? new Figure() : lines.Aggregate((first, second) => first + second);
            return figure with { Title = title, XAxis = new(unit), YAxis = new(TickFormat: ".0%") };
        }
    }

    private static Figure Words(string title, DatasetAnalysis analysis, IReadOnlyList<WordFrequency> words)
    {
        WordFrequency[] shown = [.. words.Take(WordsShown)];
        var figure = Chart.Bar(shown.Select(word => word.Word), shown.Select(word => 100.0 * word.Count / analysis.All.Row.Texts), horizontal: true);
        return figure with { Title = title, XAxis = new("in 100 texts"), Traces = [.. figure.Traces.Select(trace => trace with { ShowLegend = false })] };
    }
}
