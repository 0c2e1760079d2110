using System.Net;
using System.Text.RegularExpressions;
using Lasco.Notebooks.Site;

namespace Lasco.Notebooks.Tests.Site;

public sealed partial class CSharpColoursTests
{
    [Theory]
    [InlineData("#!time\n#r \"nuget: A, 1\"\nvar x = $\"a{1 + 1:F2}b\"; // c\nforeach (var (k, v) in d) M<int>(k)?.N();")]
    [InlineData("this is no C# at all } ) \" unterminated\n<&>")]
    [InlineData("#if NEVER\nskipped\n#endif\nrecord R(int A);\n/* open")]
    [InlineData("\"\"\"\n raw {x}\n \"\"\"")]
    [InlineData("")]
    public void Nothing_is_lost(string code) =>
        Assert.Equal(code, WebUtility.HtmlDecode(Tag().Replace(CSharpColours.Html(code), "")));

    [Fact]
    public void Parts_have_their_classes()
    {
        string html = CSharpColours.Html("var list = new List<int>(); Console.WriteLine(\"a\", 1.5); // end");
        foreach (string part in new[] { "<span class=\"k\">var</span>", "<span class=\"t\">List</span>", "<span class=\"m\">WriteLine</span>", "<span class=\"s\">&quot;a&quot;</span>", "<span class=\"n\">1.5</span>", "<span class=\"c\">// end</span>" })
            Assert.Contains(part, html);
    }

    [GeneratedRegex("</?span[^>]*>")]
    private static partial Regex Tag();
}
