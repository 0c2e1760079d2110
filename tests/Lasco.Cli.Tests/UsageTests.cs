namespace Lasco.Cli.Tests;

public class UsageTests
{
    public static TheoryData<string> Verbs =>
    [
        "reproduce", "mini", "pretrain", "train", "eval", "submit", "embed", "query", "stats", "data", "roam", "study", "tokenize", "verify", "bench", "notebooks", "lab", "kernel",
    ];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_verb_has_help(string verb)
    {
        var (exitCode, output, error) = Command.Run(verb, "--help");
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains($"lasco {verb}", output);
        Assert.Contains("--help", output);
    }

    [Fact]
    public void Without_a_verb_the_verbs_are_listed()
    {
        var (exitCode, output, _) = Command.Run();
        Assert.Equal(0, exitCode);
        Assert.All(Verbs, verb => Assert.Contains(verb.Data, output));
    }

    public static TheoryData<string[], string> BadUsage => new()
    {
        { ["nothing"], "nothing" },
        { ["train", "--root", "."], "required" },
        { ["train", "cirr", "--root", "."], "--" },
        { ["eval", "coco", "--root", ".", "--model", "."], "coco" },
        { ["mini"], "--out" },
        { ["mini", "--out", "/etc/hostname"], "is a file; expected a folder" },
        { ["roam", "--vqa", "/nowhere", "--out", "/etc/hostname"], "is a file; expected a folder" },
        { ["mini", "--out", "x", "--size", "huge"], "huge" },
        { ["stats", "cirr", "--root", "/nowhere"], "/nowhere" },
        { ["verify", "/nowhere"], "/nowhere" },
        { ["submit", "lasco", "--root", ".", "--model", ".", "--out", "."], "lasco" },
        { ["submit", "circo", "--root", "/nowhere", "--model", "/nowhere", "--out", "."], "/nowhere" },
        { ["eval", "cirr", "--root", "/nowhere", "--model", "/nowhere"], "/nowhere" },
        { ["query", "--model", "/nowhere", "--embeddings", "e", "--image", "i", "--text", "t"], "/nowhere" },
        { ["query", "--model", "/nowhere", "--embeddings", "e", "--image", "i", "--text", "t", "--top", "0"], "--top" },
        { ["embed", "--model", "/nowhere", "--out", "o"], "--images" },
        { ["embed", "--model", "/nowhere", "--out", "o", "--images", "/nowhere"], "/nowhere" },
        { ["tokenize", "--tokenizer", "bert", "--vocab", "/nowhere"], "/nowhere" },
        { ["reproduce", "--weights", "/nowhere", "--out", "/proc/nowhere"], "" },
        { ["train", "lasco", "--root", "/nowhere", "--init", "/nowhere", "--out", "o"], "/nowhere" },
        { ["pretrain", "--root", "/nowhere", "--out", "o"], "/nowhere" },
    };

    [Theory]
    [MemberData(nameof(BadUsage))]
    public void Bad_input_is_one_line_that_names_it(string[] arguments, string named)
    {
        var (exitCode, output, error) = Command.Run(arguments);
        Assert.Equal("", output);
        string line = Assert.Single(error.TrimEnd().Split('\n'), text => text.StartsWith("lasco: ", StringComparison.Ordinal));
        Assert.Contains(named, line);
        Assert.DoesNotContain("   at ", error);
        Assert.Equal(named == "" ? exitCode : 2, exitCode);
        Assert.NotEqual(0, exitCode);
    }
}
