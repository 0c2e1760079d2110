using Lasco.Research.Experiments;

namespace Lasco.Research.Tests.Experiments;

public class PaperTableTests
{
    [Theory]
    [InlineData(1, "LaSCo (ours)", "Triplets", 389305)]
    [InlineData(2, "CASE", "Average R@10", 48.79)]
    [InlineData(2, "CASE (image-only)", "Toptee R@50", 18.05)]
    [InlineData(2, "CIRPLANT", "Toptee R@10", 61.64)] // printed so; its average says 21.64
    [InlineData(3, "CASE Init.", "Rsubset@3", 88.48)]
    [InlineData(3, "CASE Pre-LaSCo.Ca.", "R@1", 49.35)]
    [InlineData(4, "CASE (Text-only)", "R@10", 10.39)]
    [InlineData(5, "Freeze ViT", "R@1", 21.03)]
    [InlineData(6, "No-RQ", "R@500", 99.86)]
    [InlineData(7, "1024", "R@10", 48.24)]
    public void Figures_are_the_papers(int table, string method, string column, double value) =>
        Assert.Equal(value, PaperTable.Read(table)[method, column]);

    [Fact]
    public void What_the_paper_does_not_report_is_absent()
    {
        Assert.Null(PaperTable.Read(4)["No-RQ", "R@10"]);
        Assert.Null(PaperTable.Read(4)["CASE", "R@100"]);
        Assert.Null(PaperTable.Read(1)["CIRR", "Image domain"]);
        Assert.Equal("Natural", PaperTable.Read(1).Text("CIRR", "Image domain"));
        Assert.Throws<ArgumentOutOfRangeException>(() => PaperTable.Read(9));
    }
}
