using Lasco.Research.Text;

namespace Lasco.Cli.Tests;

public sealed class TokenizeTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lasco-cli-");

    private string Vocabulary
    {
        get
        {
            string path = Path.Combine(folder.FullName, "vocab.txt");
            VocabularyFile.Write(path, ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "red", "cube", "##s", "caf", "##e"]);
            return path;
        }
    }

    [Fact]
    public void Lines_in_are_lines_out()
    {
        var (exitCode, output, error) = Command.RunWithInput("{\"text\":\"Red cubes\"}\n{\"text\":\"café\"}\n", "tokenize", "--tokenizer", "bert", "--vocab", Vocabulary);
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal("{\"input_ids\":[2,5,6,7,3]}\n{\"input_ids\":[2,8,9,3]}\n", output);
    }

    [Fact]
    public void A_malformed_line_is_named_after_the_lines_before_it()
    {
        var (exitCode, output, error) = Command.RunWithInput("{\"text\":\"red\"}\n{\"txt\":1}\n", "tokenize", "--tokenizer", "bert", "--vocab", Vocabulary);
        Assert.Equal((2, "{\"input_ids\":[2,5,3]}\n"), (exitCode, output));
        Assert.Contains("line 2", error);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
