using Lasco.Research.Experiments;

namespace Lasco.Research.Tests.Experiments;

public sealed class ResultTableTests : IDisposable
{
    private static readonly ResultTable Table = new("t", "A <title>", "paper, Table 4 (LaSCo)", ["R@1", "R@10"],
    [
        new ResultRow("Random", [0.05, 0.5], [0, 0.03]),
        new ResultRow("CASE, \"ours\"", [12.345, 99], [null, null]),
    ]);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lasco-table-");

    [Fact]
    public void Csv_has_the_measured_columns_then_the_papers()
    {
        string path = Path.Combine(folder.FullName, "t.csv");
        Table.WriteCsv(path);
        Assert.Equal(
            ["Method,R@1,R@10,\"paper, Table 4 (LaSCo): R@1\",\"paper, Table 4 (LaSCo): R@10\"", "Random,0.05,0.50,0.00,0.03", "\"CASE, \"\"ours\"\"\",12.35,99.00,,"],
            File.ReadAllLines(path));
    }

    [Fact]
    public void The_page_escapes_text_marks_the_best_and_keeps_the_papers_row_apart()
    {
        string html = ResultPage.Html(Table);
        Assert.Contains("A &lt;title&gt;", html);
        Assert.Contains("CASE, &quot;ours&quot;", html);
        Assert.Equal(1, html.Split("<td>paper</td>").Length - 1);
        Assert.Contains("best\" style=\"--share: 99.00%\">99.00", html);
    }

    [Fact]
    public void A_figure_is_found_by_its_row_and_column()
    {
        Assert.Equal(0.5, Table["Random", "R@10"]);
        Assert.Equal(double.NaN, Table["Random", "R@7"]);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
