using System.Text.Json;
using Lasco.Research.Text;
using Lasco.Research.Text.Unicode;

namespace Lasco.Research.Tests.Text.Unicode;

/// <summary>Against Python's <c>unicodedata</c> and <c>str.lower</c>, Unicode 14.</summary>
public class CanonicalNormalizationTests
{
    private delegate void Append(ReadOnlySpan<char> text, ref CharBuffer output);

    [Fact]
    public void Decomposes_composes_and_lower_cases_as_Unicode_says()
    {
        int cases = 0;
        foreach (JsonElement line in TokenizerFixtures.Lines("normalization.jsonl"))
        {
            string text = TokenizerFixtures.Text(line.GetProperty("text"));
            Assert.Equal(TokenizerFixtures.Text(line.GetProperty("nfd")), Run(CanonicalNormalization.AppendDecomposed, text));
            Assert.Equal(TokenizerFixtures.Text(line.GetProperty("nfc")), Run(CanonicalNormalization.AppendComposed, text));
            Assert.Equal(TokenizerFixtures.Text(line.GetProperty("lower")), Run(LowerCase.Append, text));
            cases++;
        }

        Assert.Equal(600, cases);
    }

    [Fact]
    public void Composing_undoes_decomposing_for_every_Hangul_syllable()
    {
        for (char c = '\uAC00'; c <= '\uD7A3'; c++)
        {
            string decomposed = Run(CanonicalNormalization.AppendDecomposed, c.ToString());
            Assert.InRange(decomposed.Length, 2, 3);
            Assert.Equal(c.ToString(), Run(CanonicalNormalization.AppendComposed, decomposed));
        }
    }

    [Theory]
    [InlineData("ΟΔΟΣ", "οδος")]
    [InlineData("Σ", "σ")]
    [InlineData("ΑΣ.Α", "ασ.α")]
    [InlineData("ΑΣ.", "ας.")]
    [InlineData("İ", "i\u0307")]
    [InlineData("\u1C90", "\u10D0")]
    [InlineData("\U00010400", "\U00010428")]
    public void Lower_case_minds_context_and_planes(string text, string expected) => Assert.Equal(expected, Run(LowerCase.Append, text));

    [Fact]
    public void Lone_surrogates_pass_through()
    {
        Assert.Equal("\uDC00e\u0301\uD800", Run(CanonicalNormalization.AppendDecomposed, "\uDC00é\uD800"));
        Assert.Equal("\uDC00a\uD800", Run(LowerCase.Append, "\uDC00A\uD800"));
    }

    private static string Run(Append append, string text)
    {
        var output = new CharBuffer([]);
        append(text, ref output);
        string result = output.Written.ToString();
        output.Dispose();
        return result;
    }
}
