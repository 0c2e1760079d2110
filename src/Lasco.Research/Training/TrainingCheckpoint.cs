using System.Globalization;
using Lasco.Research.Checkpoints;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lasco.Research.Training;

/// <summary>
/// <c>checkpoint.safetensors</c>: weights, AdamW's moments and step counts, the random state and the position, in one file
/// that is replaced atomically. <c>settings</c> is what must be the same when a run is resumed.
/// </summary>
internal sealed class TrainingCheckpoint(string folder, nn.Module model, AdamW optimizer, string settings)
{
    private const string RandomState = "random_state";
    private const string Steps = "optimizer.steps";
    private readonly string path = Path.Combine(folder, "checkpoint.safetensors");

    private IReadOnlyList<AdamW.State> States => [.. optimizer.state_dict().State.Cast<AdamW.State>()];

    public void Write(TrainingPosition position)
    {
        using var scope = NewDisposeScope();
        var tensors = model.state_dict().ToDictionary(pair => "model." + pair.Key, pair => pair.Value);
        foreach (var (state, i) in States.Select((state, i) => (state, i)))
        {
            tensors[ExpAvg(i)] = state.exp_avg;
            tensors[ExpAvgSq(i)] = state.exp_avg_sq;
        }

        tensors[Steps] = tensor(States.Select(state => state.step).ToArray());
        tensors[RandomState] = random.get_rng_state();
        SafetensorsWriter.Write(path, tensors, new Dictionary<string, string>
        {
            ["epoch"] = position.Epoch.ToString(CultureInfo.InvariantCulture),
            ["step"] = position.Step.ToString(CultureInfo.InvariantCulture),
            ["settings"] = settings,
        });
    }

    /// <summary>Restores everything and says where to go on; the start where there is no checkpoint.</summary>
    public TrainingPosition Restore()
    {
        if (!File.Exists(path))
            return new TrainingPosition(0, 0);
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        using var file = SafetensorsFile.Open(path);
        if (file.Metadata.GetValueOrDefault("settings") != settings)
            throw new InputException(path, "was written with other settings; resume with the same ones or train into another folder");

        foreach (var (name, weight) in model.state_dict())
            weight.copy_(file.Read("model." + name));
        var steps = file.Read(Steps).data<long>();
        foreach (var (state, i) in States.Select((state, i) => (state, i)))
        {
            state.exp_avg.copy_(file.Read(ExpAvg(i)));
            state.exp_avg_sq.copy_(file.Read(ExpAvgSq(i)));
            state.step = steps[i];
        }

        random.set_rng_state(file.Read(RandomState));
        return new TrainingPosition(Number("epoch"), Number("step"));

        int Number(string key) => int.TryParse(file.Metadata.GetValueOrDefault(key), CultureInfo.InvariantCulture, out int value)
            ? value
            : throw new InputException(path, $"no {key} in its metadata: this is not a training checkpoint");
    }

    private static string ExpAvg(int i) => $"optimizer.{i}.exp_avg";

    private static string ExpAvgSq(int i) => $"optimizer.{i}.exp_avg_sq";
}
