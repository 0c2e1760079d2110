using System.Text.Json;
using Lasco.Notebooks.Kernel;

namespace Lasco.Notebooks.Tests.Kernel;

public sealed class CellLanguageTests
{
    [Theory]
    [InlineData("""{}""", "x", "x")]
    [InlineData("""{"polyglot_notebook":{"kernelName":"csharp"}}""", "x", "x")]
    [InlineData("""{"dotnet_interactive":{"language":"csharp"}}""", "x", "x")]
    [InlineData("""{"polyglot_notebook":{"kernelName":"html"}}""", "<b>x</b>", "#!html\n<b>x</b>")]
    [InlineData("""{"dotnet_interactive":{"language":"fsharp"}}""", "let x = 1", "#!fsharp\nlet x = 1")]
    [InlineData("""{"polyglot_notebook":{"kernelName":"html"}}""", "#!csharp\nx", "#!csharp\nx")]
    [InlineData("""{"polyglot_notebook":{"kernelName":5},"dotnet_interactive":"x"}""", "x", "x")]
    [InlineData("""{"polyglot_notebook":{"kernelName":"a\nb"}}""", "x", "x")]
    public void The_cells_metadata_choose_the_language(string metadata, string code, string expected) =>
        Assert.Equal(expected, CellLanguage.Apply(code, JsonElement.Parse(metadata)));
}
