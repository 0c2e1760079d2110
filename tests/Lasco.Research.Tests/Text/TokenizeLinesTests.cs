using System.Text;
using Lasco.Research.Text;

namespace Lasco.Research.Tests.Text;

public class TokenizeLinesTests
{
    [Theory]
    [InlineData("{\"text\":\"ab\"}\n", "97,98")]
    [InlineData("{\"text\":\"ab\"}", "97,98")]
    [InlineData("\uFEFF{\"text\":\"ab\"}\r\n", "97,98")]
    [InlineData("{\"id\":[1,{\"text\":\"no\"}],\"text\":\"\\u00e9\\\\\\\"\\/\\n\",\"x\":null} ", "233,92,34,47,10")]
    [InlineData("{\"te\\u0078t\":\"\\ud83d\"}", "55357")]
    [InlineData("{\"text\":\"\\ud83d\\ude00é\"}", "55357,56832,233")]
    [InlineData("{\"text\":\"a\",\"text\":\"b\"}", "98")]
    [InlineData("{\"text\":\"\"}", "")]
    public void A_line_becomes_a_line(string line, string ids) => Assert.Equal($"{{\"input_ids\":[{ids}]}}\n", Run(Encoding.UTF8.GetBytes(line)));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("{\"text\":1}")]
    [InlineData("{\"text\":null}")]
    [InlineData("{\"text\":\"a\"")]
    [InlineData("{\"text\":\"a\"} x")]
    [InlineData("{\"text\":\"a\"}{}")]
    [InlineData("{\"text\":\"\\x\"}")]
    [InlineData("{\"text\":\"\u0001\"}")]
    [InlineData("{\"other\":\"a\"}")]
    [InlineData("nonsense")]
    public void A_bad_line_is_named_and_those_before_it_are_answered(string bad)
    {
        var output = new MemoryStream();
        byte[] input = Encoding.UTF8.GetBytes($"{{\"text\":\"a\"}}\n{bad}\n{{\"text\":\"b\"}}\n");
        InputException e = Assert.Throws<InputException>(() => TokenizeLines.Run(Codes, new MemoryStream(input), output));
        Assert.StartsWith("standard input: line 2: ", e.Message);
        Assert.Contains("expected", e.Message);
        Assert.Equal("{\"input_ids\":[97]}\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused() =>
        Assert.Throws<InputException>(() => Run([.. "{\"text\":\""u8, 0xC3, .. "\"}"u8]));

    [Fact]
    public void Deep_nesting_is_refused_and_not_a_crash() =>
        Assert.Throws<InputException>(() => Run([.. "{\"x\":"u8, .. Enumerable.Repeat((byte)'[', 100_000)]));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1 << 20)]
    public void Lines_may_arrive_in_any_portions(int portion)
    {
        string[] texts = [.. Enumerable.Range(0, 300).Select(i => new string('x', i * i % 1500))];
        byte[] input = Encoding.UTF8.GetBytes(string.Concat(texts.Append(new string('y', 200_000)).Select(text => $"{{\"text\":\"{text}\"}}\n")));
        var output = new MemoryStream();
        TokenizeLines.Run(text => [text.Length], new Portions(input, portion), output);
        string expected = string.Concat(texts.Select(text => text.Length).Append(200_000).Select(length => $"{{\"input_ids\":[{length}]}}\n"));
        Assert.Equal(expected, Encoding.UTF8.GetString(output.ToArray()));
    }

    private static int[] Codes(string text) => [.. text.Select(c => (int)c)];

    private static string Run(byte[] input)
    {
        var output = new MemoryStream();
        TokenizeLines.Run(Codes, new MemoryStream(input), output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private sealed class Portions(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, size));
    }
}
