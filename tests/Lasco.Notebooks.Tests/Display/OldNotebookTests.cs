using Lasco.Notebooks.Display;
using Lasco.Notebooks.Scripting;
using Microsoft.DotNet.Interactive.Formatting;

namespace Lasco.Notebooks.Tests.Display;

/// <summary>Cells as notebooks of .NET Interactive have them, compiled unchanged.</summary>
[Collection(nameof(Sessions))]
public class OldNotebookTests
{
    private static RecordedOutput Run(RecordedOutput output, params string[] cells)
    {
        using var session = new CSharpSession(Path.GetTempPath());
        for (int i = 0; i < cells.Length; i++)
        {
            var result = session.Execute(cells[i], $"cell {i + 1}", output);
            Assert.True(result.Error is null, $"{cells[i]}: {result.Error?.Message}");
        }

        return output;
    }

    [Theory]
    [InlineData("display(\"hello\");", "hello")]
    [InlineData("var x = 123; display(x);", "123")]
    [InlineData("new { Name = \"Jean\", Age = 42 }.Display();", "Name  Jean")]
    [InlineData("using Microsoft.DotNet.Interactive.Formatting; display(new[] { 1, 2 }, PlainTextFormatter.MimeType);", "[1, 2]")]
    [InlineData("\"# title\".DisplayAs(\"text/markdown\");", "# title")]
    [InlineData("Kernel.display(3.5);", "3.5")]
    [InlineData("Microsoft.DotNet.Interactive.Kernel.display(3.5);", "3.5")]
    [InlineData("KernelInvocationContext.Current.Display(7, \"text/plain\");", "7")]
    [InlineData("display(HTML(\"<b>bold</b>\"));", "<b>bold</b>")]
    public void A_cell_shows(string cell, string expected)
    {
        var shown = Run(new(), cell).Events.Single(e => e.Kind == "display");
        Assert.Contains(expected, shown.Bundle!.Data[MimeBundle.Text], StringComparison.Ordinal);
    }

    [Fact]
    public void A_displayed_value_is_updated_from_another_cell()
    {
        var output = Run(new(), "var fruitOutput = display(\"Let's get some fruit!\");\nvar basket = new[] { \"apple\", \"orange\" };", """
            foreach (var fruit in basket)
            {
                System.Threading.Thread.Sleep(1);
                var updateMessage = $"I have 1 {fruit}";
                fruitOutput.Update(updateMessage);
            }
            """);
        var shown = output.Events.Where(e => e.Kind is "display" or "update").ToList();
        Assert.Equal(["display", "update", "update"], shown.Select(e => e.Kind));
        Assert.Single(shown.Select(e => e.Id).Distinct());
        Assert.Equal("I have 1 orange", shown[^1].Bundle!.Data[MimeBundle.Text]);
    }

    [Fact]
    public void Formatters_are_registered()
    {
        try
        {
            var output = Run(new(), """
                using Microsoft.DotNet.Interactive.Formatting;
                public class Person { public string FirstName { get; set; } public int Age { get; set; } }
                Formatter.Register<Person>((person, writer) => { writer.Write("<b>"); writer.Write(person.FirstName); writer.Write("</b>"); }, mimeType: "text/html");
                Formatter.SetPreferredMimeTypesFor(typeof(Person), "text/html");
                """, "new Person { FirstName = \"Ann\", Age = 3 }");
            Assert.Equal("<b>Ann</b>", output.LastResult!.Data[MimeBundle.Html]);
        }
        finally
        {
            Formatter.ResetToDefault();
        }
    }

    [Fact]
    public void PocketView_builds_html()
    {
        var output = Run(new(), """
            using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;
            var pocketView = span[style: "font-style:italic"]("Hello", b(" & more"));
            display(pocketView);
            """);
        Assert.Equal("<span style=\"font-style:italic\">Hello<b> &amp; more</b></span>", output.Events.Single(e => e.Kind == "display").Bundle!.Data[MimeBundle.Html]);
    }

    [Fact]
    public void Scripts_and_styles_go_to_the_page()
    {
        var output = Run(new(), "Javascript(@\"console.log('x')\");\nCSS(\"b { color: red }\");");
        Assert.Equal(["<script type=\"text/javascript\">console.log('x')</script>", "<style>b { color: red }</style>"],
            output.Events.Where(e => e.Kind == "display").Select(e => e.Bundle!.Data[MimeBundle.Html]));
    }

    [Fact]
    public void Input_is_asked_for()
    {
        var output = Run(new() { Answer = (prompt, password) => $"{prompt}{password}" },
            "var name = await Kernel.GetInputAsync(\"name? \"); var secret = await Kernel.GetPasswordAsync(\"password? \");", "(name, secret.GetClearTextPassword(), secret.ToString().Length)");
        Assert.Equal("(\"name? False\", \"password? True\", 14)", output.LastResult!.Data[MimeBundle.Text]);
    }

    [Fact]
    public void Input_that_nobody_gives_is_not_supported()
    {
        using var session = new CSharpSession(Path.GetTempPath());
        Assert.Equal("NotSupportedException", session.Execute("await Kernel.GetInputAsync()", "cell 1", new RecordedOutput()).Error?.Name);
    }

    [Fact]
    public void Output_is_cleared_and_loops_show_progress()
    {
        var output = Run(new(), "foreach (var x in Enumerable.Range(0, 3).WithProgress(\"epoch\")) { }\nclear_output(wait: true);\nMarkdown(\"*x*\")");
        Assert.Equal("clear later", output.Events[^2].Kind);
        Assert.Equal("*x*", output.LastResult!.Data["text/markdown"]);
    }

    [Fact]
    public void A_figure_is_a_last_expression()
    {
        var output = Run(new(), "Chart.Line(new[] { 1, 2, 3 }, new[] { 1.0, double.NaN, 3.0 }, \"loss\") with { Title = \"t\", YAxis = new(\"loss\", Scale.Log) }");
        Assert.Contains("\"y\":[1,null,3]", output.LastResult!.Data[MimeBundle.Plotly], StringComparison.Ordinal);
    }

    [Fact]
    public void A_cells_own_names_come_before_the_imported_ones()
    {
        var output = Run(new(), "static class Chart { public static string Line => \"mine\"; }\nrecord Gallery(int X);", "Chart.Line + new Gallery(1).X");
        Assert.Equal("mine1", output.LastResult!.Data[MimeBundle.Text]);
    }
}
