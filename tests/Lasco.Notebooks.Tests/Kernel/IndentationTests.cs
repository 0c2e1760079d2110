using Lasco.Notebooks.Kernel;

namespace Lasco.Notebooks.Tests.Kernel;

public sealed class IndentationTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("for (;;)", "")]
    [InlineData("for (;;) {", "    ")]
    [InlineData("for (;;) {\n    if (x) {\n", "        ")]
    [InlineData("Call(\n  a,", "  ")]
    public void The_next_line_goes_on_where_the_last_one_leads(string code, string indent) => Assert.Equal(indent, Indentation.After(code));
}
