using Lasco.Research;
using Lasco.Research.Checkpoints;
using Lasco.Research.Datasets;
using Lasco.Research.Mini;
using Lasco.Research.Models;
using Lasco.Research.Text;
using TorchSharp;

namespace Lasco.Cli.Tests;

/// <summary>From nothing to an answer through the commands alone, and through a kill in between.</summary>
public sealed class TrainTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lasco-cli-").FullName;

    public TrainTests()
    {
        var size = MiniWorldSize.Quick with
        {
            Resolution = 32, LascoFamily = 16, LascoTrainPairs = 10, LascoValPairs = 6, LascoTrainFamilies = 8, LascoValFamilies = 2, CirrTrainSubsets = 2, CirrValSubsets = 2,
            FashionTrainGroups = 1, FashionValGroups = 1, PretrainingTrainImages = 20, PretrainingValImages = 2,
        };
        MiniWorld.Write(Path("world"), seed: 1, size);
        MiniWorld.WritePretraining(Path("world"), seed: 2, size);
        var captions = CocoCaptions.Read(Path("world/pretrain/captions_train2014.json")).SelectMany(image => image.Captions);
        var vocabulary = new BertTokenizer(WordPieceTrainer.Train(captions, 300));
        var config = BlipConfig.Mini with { ImageSize = 32, VisionWidth = 16, VisionDepth = 1, TextWidth = 16, TextDepth = 1, IntermediateSize = 32, EmbedDim = 8, VocabSize = vocabulary.EncId + 1 };
        using var blip = new Blip(config);
        using var scope = torch.NewDisposeScope();
        AtomicFile.WriteText(Path("blip/config.json"), config.ToJson());
        VocabularyFile.Write(Path("blip/vocab.txt"), vocabulary.Tokens);
        SafetensorsWriter.Write(Path("blip/model.safetensors"), blip.state_dict());
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void A_run_that_is_killed_and_resumed_ends_with_the_weights_of_an_unbroken_one()
    {
        string[] train = ["train", "lasco", "--root", Path("world/lasco"), "--init", Path("blip"), "--batch", "8", "--epochs", "6", "--seed", "3"];
        Assert.Equal(0, Command.Run([.. train, "--out", Path("unbroken")]).ExitCode);

        int kills = 0;
        for (int attempt = 0; !File.Exists(Path("killed/model.safetensors")); attempt++)
        {
            Assert.True(attempt < 50, "training never came to its end");
            using var process = Command.Start([.. train, "--out", Path("killed"), "--resume"]);
            bool ended = process.WaitForExit(TimeSpan.FromMilliseconds(900 + 250 * attempt));
            if (ended)
            {
                Assert.Equal(0, process.ExitCode);
                break;
            }

            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            kills++;
        }

        Assert.True(kills > 0, "the run was over before it could be killed");
        Assert.Equal(File.ReadAllBytes(Path("unbroken/model.safetensors")), File.ReadAllBytes(Path("killed/model.safetensors")));
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void A_trained_model_is_evaluated_embedded_and_queried()
    {
        Assert.Equal(0, Command.Run("train", "cirr", "--root", Path("world/cirr"), "--init", Path("blip"), "--out", Path("run"), "--batch", "4", "--epochs", "1", "--validate").ExitCode);
        var (exitCode, output, _) = Command.Run("eval", "cirr", "--root", Path("world/cirr"), "--model", Path("run"), "--json");
        Assert.Equal(0, exitCode);
        var json = System.Text.Json.JsonDocument.Parse(output).RootElement.GetProperty("evaluations")[0];
        Assert.Equal(11, json.GetProperty("gallery").GetInt32());
        Assert.InRange(json.GetProperty("recall").GetProperty("50").GetDouble(), 1, 1);

        string embeddings = Path("gallery.safetensors");
        Assert.Equal(0, Command.Run("embed", "--model", Path("run"), "--images", Path("world/cirr/dev"), "--out", embeddings).ExitCode);
        string image = Directory.EnumerateFiles(Path("world/cirr/dev"), "*.png", SearchOption.AllDirectories).First();
        (exitCode, output, _) = Command.Run("query", "--model", Path("run"), "--embeddings", embeddings, "--image", image, "--text", "a red cube", "--top", "3", "--json", "--out", Path("page.png"));
        Assert.Equal(0, exitCode);
        Assert.Equal(3, System.Text.Json.JsonDocument.Parse(output).RootElement.GetArrayLength());
        Assert.True(new FileInfo(Path("page.png")).Length > 1000);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Path(string relative) => System.IO.Path.Combine(folder, relative);
}
