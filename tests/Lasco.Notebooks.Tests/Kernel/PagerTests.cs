using Lasco.Notebooks.Kernel;

namespace Lasco.Notebooks.Tests.Kernel;

public sealed class PagerTests
{
    [Theory]
    [InlineData("?Console.WriteLine", "Console.WriteLine")]
    [InlineData(" Console.WriteLine? \n", "Console.WriteLine")]
    [InlineData("x??", "x")]
    [InlineData("?? List<int>", "List<int>")]
    [InlineData("@class?", "@class")]
    public void Questions_are_recognised(string code, string name) => Assert.Equal(name, Pager.Question(code));

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("x")]
    [InlineData("a ? b : c")]
    [InlineData("x?.Length")]
    [InlineData("var x = y ??")]
    [InlineData("// really?")]
    [InlineData("\"why?\"")]
    [InlineData("1?")]
    public void Everything_else_is_code(string code) => Assert.Null(Pager.Question(code));
}
