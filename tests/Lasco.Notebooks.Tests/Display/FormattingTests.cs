using System.Globalization;
using Lasco.Notebooks.Display;
using Microsoft.DotNet.Interactive.Formatting;
using Formatting = Lasco.Notebooks.Display.Formatting;

namespace Lasco.Notebooks.Tests.Display;

[Collection(nameof(Sessions))]
public class FormattingTests
{
    private sealed record Row(string Method, double Recall, int? Count);

    private sealed record Cyclic(string Name)
    {
        public Cyclic? Next { get; set; }

        public List<Cyclic> All { get; } = [];
    }

    private sealed class Hostile
    {
        public int Good => 1;

        public int Bad => throw new InvalidOperationException("boom");

        public Span<int> Span => default;

        public int this[int i] => i;

        public Task<int> Never { get; } = new TaskCompletionSource<int>().Task;
    }

    private static string Text(object? value) => Formatting.Bundle(value).Data[MimeBundle.Text];

    private static string? Html(object? value) => Formatting.Bundle(value).Data.GetValueOrDefault(MimeBundle.Html);

    [Theory]
    [InlineData(1, "1")]
    [InlineData(-0.1, "-0.1")]
    [InlineData(0.1f, "0.1")]
    [InlineData(double.NaN, "NaN")]
    [InlineData("a<b", "a<b")]
    [InlineData('x', "x")]
    [InlineData(true, "True")]
    [InlineData(DayOfWeek.Friday, "Friday")]
    [InlineData(typeof(Dictionary<string, int[]>), "Dictionary<string, int[]>")]
    public void A_scalar_is_its_text_and_nothing_else(object value, string expected)
    {
        var data = Formatting.Bundle(value).Data;
        Assert.Equal(expected, data[MimeBundle.Text]);
        Assert.Single(data);
    }

    [Fact]
    public void Null_is_shown() => Assert.Equal(Formatter.NullString, Text(null));

    [Fact]
    public void Numbers_do_not_follow_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
            Assert.Equal("-1.5", Text(-1.5));
            Assert.Contains(">-1.5<", Html(new Row("a", -1.5, null)), StringComparison.Ordinal);
            Assert.Equal("[-1.5, 2]", Text(new[] { -1.5, 2 }));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Records_are_tables_in_both_forms()
    {
        Row[] rows = [new("CASE", 0.523456789, 12), new("late fusion", double.NaN, null)];
        Assert.Equal("""
            Method         Recall  Count
            -----------  --------  -----
            CASE         0.523457     12
            late fusion       NaN
            """, Text(rows));
        Assert.Equal(
            "<table><thead><tr><th style=\"text-align:left\">Method</th><th style=\"text-align:right\">Recall</th><th style=\"text-align:right\">Count</th></tr></thead>"
            + "<tbody><tr><td style=\"text-align:left\">CASE</td><td style=\"text-align:right\">0.523457</td><td style=\"text-align:right\">12</td></tr>"
            + "<tr><td style=\"text-align:left\">late fusion</td><td style=\"text-align:right\">NaN</td><td style=\"text-align:right\"></td></tr></tbody></table>", Html(rows));
        Assert.Contains("<th style=\"text-align:left\">Recall</th>", Html(rows[0]), StringComparison.Ordinal);
        Assert.StartsWith("Row\nMethod  CASE\n", Text(rows[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_cannot_be_broken_out_of()
    {
        const string attack = "</td></table><script>alert('x')</script><img src=x onerror=\"alert(1)\">";
        object[] values =
        [
            new Row(attack, 1, 1), new[] { new Row(attack, 1, 1) }, new Dictionary<string, object> { [attack] = attack }, new Exception(attack),
            new[] { new Dictionary<string, string> { [attack] = attack } }, new { a = new { b = attack } }, new[] { (attack, attack) },
        ];
        foreach (object value in values)
        {
            string html = Html(value)!;
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void A_sequence_is_read_once_and_only_as_far_as_it_is_shown()
    {
        int read = 0;
        IEnumerable<Row> Endless()
        {
            while (true)
                yield return new("row", read++, null);
        }

        var data = Formatting.Bundle(Endless()).Data;
        Assert.Equal(Formatter.ListExpansionLimit + 1, read);
        Assert.EndsWith("… more", data[MimeBundle.Text], StringComparison.Ordinal);
        Assert.Contains("… 80 more", Text(Enumerable.Range(0, 100)), StringComparison.Ordinal);
        Assert.Contains("… 80 more", Html(Enumerable.Range(0, 100).Select(i => new { i })), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sequence_that_fails_shows_what_came_before()
    {
        static IEnumerable<int> Failing()
        {
            yield return 1;
            throw new InvalidOperationException("broken");
        }

        Assert.Equal("[1, … InvalidOperationException: broken]", Text(Failing()));
    }

    [Fact]
    public void Cycles_end()
    {
        var cyclic = new Cyclic("a");
        cyclic.Next = cyclic;
        cyclic.All.Add(cyclic);
        var list = new List<object>();
        list.Add(list);
        var dictionary = new Dictionary<string, object>();
        dictionary["self"] = dictionary;
        foreach (object value in new object[] { cyclic, new[] { cyclic }, list, dictionary })
            Assert.InRange(Text(value).Length, 1, 2000);
    }

    [Fact]
    public void A_property_that_throws_says_so_in_its_place()
    {
        string text = Text(new Hostile());
        Assert.Contains("Good   1", text, StringComparison.Ordinal);
        Assert.Contains("Bad    InvalidOperationException: boom", text, StringComparison.Ordinal);
        Assert.Contains("Never  Task<int>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Span", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wide_deep_and_long_values_stay_short()
    {
        object deep = "end";
        for (int i = 0; i < 10_000; i++)
            deep = new object[] { deep };
        var wide = Enumerable.Range(0, 500).ToDictionary(i => $"column {i}", i => i);
        string longText = new('x', 100_000);
        Assert.InRange(Text(deep).Length, 1, 200);
        Assert.InRange(Html(new[] { wide })!.Length, 1, 10_000);
        Assert.InRange(Html(new[] { new { longText } })!.Length, 1, 500);
        Assert.InRange(Text(new string('x', 5_000_000)).Length, 1, 1_100_000);
    }

    [Fact]
    public void Records_of_several_kinds_share_a_table()
    {
        string text = Text(new object[] { new { a = 1, b = 2 }, new { b = 3, c = "x" } });
        Assert.Equal("a  b  c\n-  -  -\n1  2\n   3  x", text);
    }

    [Fact]
    public void Exceptions_tell_their_causes_and_no_machine_paths()
    {
        Exception thrown;
        try
        {
            throw new InvalidOperationException("outer <b>", new FormatException("inner"));
        }
        catch (InvalidOperationException e)
        {
            thrown = e;
        }

        string text = Text(thrown);
        Assert.StartsWith("InvalidOperationException: outer <b>\n ---> FormatException: inner\n   at ", text, StringComparison.Ordinal);
        Assert.DoesNotContain(".cs", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", Html(thrown), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_notebook_registers_comes_first()
    {
        try
        {
            Formatter.Register<Row>(row => $"<i>{row.Method}</i>", MimeBundle.Html);
            Formatter.Register<Cyclic>(_ => throw new InvalidOperationException("bad formatter"), MimeBundle.Html);
            Assert.Equal("<i>CASE</i>", Html(new Row("CASE", 1, 1)));
            Assert.Contains("<td style=\"text-align:left\"><i>CASE</i></td>", Html(new[] { new { row = new Row("CASE", 1, 1) } }), StringComparison.Ordinal);
            Assert.StartsWith("The formatter of Cyclic as text/html failed: InvalidOperationException: bad formatter\n", Text(new Cyclic("x")), StringComparison.Ordinal);
            Formatter.SetPreferredMimeTypesFor(typeof(Row), MimeBundle.Text);
            Assert.Null(Html(new Row("CASE", 1, 1)));
        }
        finally
        {
            Formatter.ResetToDefault();
        }
    }

    [Fact]
    public void A_type_can_bring_its_own_formatter_by_name()
    {
        var data = Formatting.Bundle(new Pictured()).Data;
        Assert.Equal("iVBORw0KGgo=", data[MimeBundle.Png]);
        Assert.Equal("a picture", data[MimeBundle.Text]);
        Assert.Contains("<img src=\"data:image/png;base64,iVBORw0KGgo=\"", Html(new[] { new { picture = new Pictured() } }), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_value_has_the_same_forms()
    {
        object[] values = [new Row("a", 1, 2), new Dictionary<string, int> { ["x"] = 1 }, PocketViewTags.div[id: "x"]("y")];
        foreach (object value in values)
            Assert.Equal(Formatting.Bundle(value).Data, Formatting.Bundle(value).Data);
    }

    [Fact]
    public void Html_and_PocketView_stay_as_they_are()
    {
        Assert.Equal("<b>x</b>", Html(Microsoft.DotNet.Interactive.Kernel.HTML("<b>x</b>")));
        Assert.Equal("<div id=\"a\">x &lt; y</div>", Html((object)PocketViewTags.div[id: "a"]("x < y")));
    }

    [TypeFormatterSource(typeof(PicturedFormatters), PreferredMimeTypes = ["image/png"])]
    internal sealed class Pictured;

    internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
    {
        public Type FormatterSourceType { get; } = formatterSourceType;

        public string[] PreferredMimeTypes { get; set; } = [];
    }

    internal sealed class PicturedFormatters
    {
        public IEnumerable<object> CreateTypeFormatters() => [new PicturedFormatter("image/png", "iVBORw0KGgo="), new PicturedFormatter("text/plain", "a picture")];
    }

    internal sealed class PicturedFormatter(string mimeType, string form)
    {
        public string MimeType => mimeType;

        public bool Format(object instance, TextWriter writer)
        {
            writer.Write(form);
            return true;
        }
    }
}
