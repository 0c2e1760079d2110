using Lasco.Notebooks.Scripting;

namespace Lasco.Notebooks.Tests.Scripting;

public sealed class CompletionTests : SessionTest
{
    [Theory]
    [InlineData("Console.Wri|", new[] { "Write", "WriteLine" }, 8, 11)]
    [InlineData("word.ToUpp|er()", new[] { "ToUpper", "ToUpperInvariant" }, 5, 12)]
    [InlineData("numbers.First|", new[] { "First", "FirstOrDefault" }, 8, 13)]
    [InlineData("System.Collections.Conc|", new[] { "Concurrent" }, 19, 23)]
    [InlineData("using System.Globa|", new[] { "Globalization" }, 13, 18)]
    [InlineData("var own1 = 5; own|", new[] { "own1" }, 14, 17)]
    [InlineData("numbe|", new[] { "numbers" }, 0, 5)]
    [InlineData("new StringBui|", new[] { "StringBuilder" }, 4, 13)]
    [InlineData("new Point(1, 2).Tot|", new[] { "Total" }, 16, 19)]
    [InlineData("point.Tot|", new[] { "Total" }, 6, 9)]
    [InlineData("word?.ToUpperI|", new[] { "ToUpperInvariant" }, 6, 14)]
    [InlineData("numbers.Where(n => n.CompareT|", new[] { "CompareTo" }, 21, 29)]
    [InlineData("int F() { int inner = 1; return inn| }", new[] { "inner" }, 32, 35)]
    [InlineData("Console.WriteLine(numbers.Cou|\nvar next = 1;", new[] { "Count", "CountBy" }, 26, 29)]
    [InlineData("#!ti|", new[] { "#!time" }, 0, 4)]
    [InlineData("#!who|", new[] { "#!who", "#!whos" }, 0, 5)]
    [InlineData("1;\n#!im|", new[] { "#!import" }, 3, 7)]
    [InlineData("\"Console.Wri|\"", new string[0], 12, 12)]
    [InlineData("// Console.Wri|", new string[0], 14, 14)]
    [InlineData("12|", new string[0], 2, 2)]
    [InlineData("#!html\n<b|", new string[0], 9, 9)]
    public void Proposals_fit_the_place(string marked, string[] matches, int start, int end)
    {
        Value("using System.Text; var word = \"w\"; var numbers = new List<int> { 1 }; record Point(int X, int Y) { public int Total => X + Y; } var point = new Point(1, 2);");
        int cursor = marked.IndexOf('|');
        Completions found = Session.Complete(marked.Remove(cursor, 1), cursor);
        Assert.Equal(matches, found.Matches);
        Assert.Equal((start, end), (found.Start, found.End));
    }

    [Theory]
    [InlineData("Math.Ma|x(1, 2)", "Math.Max(", "Returns the larger of two")]
    [InlineData("Console.WriteLine(|", "Console.WriteLine", "")]
    [InlineData("number|s", "List<int> ", "")]
    [InlineData("List<int|>", "int", "32-bit signed integer")]
    [InlineData("numbers.Sele|ct(n => n)", "Select", "Projects each element of a sequence into a new form")]
    [InlineData("Twice|", "int Twice(int x)", "Doubles it")]
    public void Signatures_and_summaries_are_given(string marked, string signature, string summary)
    {
        Value("var numbers = new List<int> { 1 };\n/// <summary>Doubles it.</summary>\nint Twice(int x) => 2 * x;");
        int cursor = marked.IndexOf('|');
        var found = Session.Inspect(marked.Remove(cursor, 1), cursor);
        Assert.NotNull(found);
        Assert.Contains(signature, found.Data["text/plain"]);
        Assert.Contains(summary, found.Data["text/plain"]);
        Assert.Contains("<code>", found.Data["text/html"]);
    }

    [Fact]
    public void Nothing_is_said_about_nothing()
    {
        Assert.Null(Session.Inspect("", 0));
        Assert.Null(Session.Inspect("missing", 3));
        Assert.Null(Session.Inspect("1 + 1", 2));
    }

    [Theory]
    [InlineData("1 + 1", Completeness.Complete)]
    [InlineData("", Completeness.Complete)]
    [InlineData("for (int i = 0; i < 3; i++) {", Completeness.Incomplete)]
    [InlineData("var x =", Completeness.Incomplete)]
    [InlineData("F(1,", Completeness.Incomplete)]
    [InlineData("/* open", Completeness.Incomplete)]
    [InlineData("} 1", Completeness.Invalid)]
    [InlineData("int x = 1; }", Completeness.Invalid)]
    [InlineData("var 1x = ;", Completeness.Invalid)]
    [InlineData("#!time\n1", Completeness.Complete)]
    [InlineData("#!markdown\n{", Completeness.Complete)]
    [InlineData("#!nonsense", Completeness.Invalid)]
    [InlineData("#r \"nuget: A, 1\"\nif (true) {", Completeness.Incomplete)]
    public void A_text_is_complete_incomplete_or_invalid(string code, Completeness expected) => Assert.Equal(expected, Session.Check(code));

    [Fact]
    public void Questions_are_answered_while_a_cell_runs()
    {
        Value("var number = 1;");
        RunningCell cell = Begin("while (true) { }");
        Assert.Contains("CompareTo", Session.Complete("number.", 7).Matches);
        Assert.NotNull(Session.Inspect("number", 3));
        Assert.Equal(Completeness.Complete, Session.Check("1"));
        Session.Interrupt();
        Assert.True(cell.EndsWithin(5000));
    }

    [Fact]
    public void No_position_of_any_text_throws()
    {
        Value("var numbers = new List<int>();");
        foreach (string code in new[] { "numbers.Where(n => n > 1).", "#!ti", "$\"{numbers.}\" + @\"", "class A { void", "#r \"", "new ", "using ", "<>{}()..", "x?.y[0]!.z", "\"\"\"\n x" })
        {
            for (int i = -1; i <= code.Length + 1; i += 3)
            {
                Session.Complete(code, i);
                Session.Inspect(code, i);
            }
        }
    }
}
