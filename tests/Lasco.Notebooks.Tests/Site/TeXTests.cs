using System.Xml.Linq;
using Lasco.Notebooks.Site;

namespace Lasco.Notebooks.Tests.Site;

public sealed class TeXTests
{
    [Theory]
    [InlineData("x", "<math><mrow><mi>x</mi></mrow></math>")]
    [InlineData("a_1^2", "<math><mrow><msubsup><mi>a</mi><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></msubsup></mrow></math>")]
    [InlineData("\\frac12", "<math><mrow><mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac></mrow></math>")]
    [InlineData("a \\lt b \\implies c", "<math><mrow><mi>a</mi><mo stretchy=\"false\">&lt;</mo><mi>b</mi><mo stretchy=\"false\">⟹</mo><mi>c</mi></mrow></math>")]
    [InlineData("\\unknown{x}", "<code class=\"math\">\\unknown{x}</code>")]
    [InlineData("{<", "<code class=\"math\">{&lt;</code>")]
    public void Formulas(string formula, string expected) => Assert.Equal(expected, TeX.MathMl(formula, display: false));

    [Fact]
    public void Whatever_is_typed_gives_well_formed_markup()
    {
        string[] parts = ["\\frac", "\\sqrt", "{", "}", "_", "^", "x", "12", "\\left(", "\\right)", "\\sum", "\\text{a<b}", "\\mathbb{R}", "\\hat", "'", "<", "&", "\\", " ", "\\mathcal L", "😀", "\\\\"];
        var random = new Random(3);
        for (int i = 0; i < 5000; i++)
        {
            string formula = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => parts[random.Next(parts.Length)]));
            _ = XElement.Parse(TeX.MathMl(formula, display: i % 2 == 0).Replace("&nbsp;", " "));
        }
    }

    [Fact]
    public void Deep_nesting_is_shown_as_typed() => Assert.StartsWith("<code", TeX.MathMl(new string('{', 100_000), display: false));
}
