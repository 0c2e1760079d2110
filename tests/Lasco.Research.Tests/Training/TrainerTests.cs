using Lasco.Research.Models;
using Lasco.Research.Training;
using TorchSharp;

namespace Lasco.Research.Tests.Training;

[Collection(nameof(MiniSetup))]
public sealed class TrainerTests : IDisposable
{
    private static readonly TrainingRecipe Recipe = TrainingRecipe.Mini with { BatchSize = 16, Epochs = 2, Seed = 5 };
    private readonly MiniSetup setup;
    private readonly int threads = torch.get_num_threads();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lasco-trainer-");

    public TrainerTests(MiniSetup setup)
    {
        this.setup = setup;
        torch.set_num_threads(1);
    }

    [Fact]
    public void Training_on_the_same_seed_gives_the_same_weights_and_lowers_the_loss()
    {
        var losses = new List<double>();
        byte[] first = Train("first", progress: new DirectProgress<TrainingProgress>(step => losses.Add(step.Result.Forward + step.Result.Reverse)), epochs: 12);
        Assert.Equal(first, Train("second", epochs: 12));
        Assert.True(losses.TakeLast(3).Average() < losses.Take(3).Average(), $"{losses[0]} to {losses[^1]}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_run_that_is_stopped_and_resumed_ends_with_the_weights_of_an_unbroken_one(int stopAfter)
    {
        byte[] unbroken = Train("unbroken");
        using var stop = new CancellationTokenSource();
        int steps = 0;
        var stopper = new DirectProgress<TrainingProgress>(_ =>
        {
            if (++steps == stopAfter)
                stop.Cancel();
        });
        Assert.Throws<OperationCanceledException>(() => Train("stopped", progress: stopper, cancellation: stop.Token));
        Assert.False(File.Exists(Path.Combine(folder.FullName, "stopped", "model.safetensors")));

        Assert.Equal(unbroken, Train("stopped", resume: true));
        Assert.Equal(LogOf("unbroken"), LogOf("stopped"));
    }

    [Fact]
    public void A_checkpoint_of_other_settings_is_not_resumed()
    {
        Train("run");
        var e = Assert.Throws<InputException>(() => Train("run", resume: true, epochs: 3));
        Assert.Contains("other settings", e.Message);
    }

    [Fact]
    public void A_trained_model_loads_again_as_it_was()
    {
        Train("run");
        using var model = CaseModel.Load(Path.Combine(folder.FullName, "run"));
        Assert.Equal(setup.Vocabulary.Tokens, model.Vocabulary.Tokens);
        Assert.False(model.Case.training);
    }

    public void Dispose()
    {
        torch.set_num_threads(threads);
        folder.Delete(recursive: true);
    }

    private byte[] Train(string name, bool resume = false, IProgress<TrainingProgress>? progress = null, int epochs = 2, CancellationToken cancellation = default)
    {
        string output = Path.Combine(folder.FullName, name);
        using var model = setup.Model(config => config with { TextDropout = 0.1, AttentionDropout = 0.1 });
        Trainer.Train(model, setup.Split("lasco", "train"), Recipe with { Epochs = epochs }, output, resume, progress, cancellation: cancellation);
        return File.ReadAllBytes(Path.Combine(output, "model.safetensors"));
    }

    /// <summary>The log without speeds.</summary>
    private string[] LogOf(string name) =>
        [.. File.ReadAllLines(Path.Combine(folder.FullName, name, "log.jsonl")).Select(line => line[..line.IndexOf("\"images_per_second\"", StringComparison.Ordinal)])];
}
