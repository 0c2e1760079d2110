using Lasco.Research.Checkpoints;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Tests.Models;

/// <summary>Fixtures of models, and folders like them with something changed.</summary>
public abstract class ModelTest : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly DirectoryInfo temporary = Directory.CreateTempSubdirectory("models");

    protected static string Fixture(params string[] path) => Path.Combine([AppContext.BaseDirectory, "Fixtures", .. path]);

    protected static Dictionary<string, Tensor> Weights(string fixture) => Checkpoint.Load(Fixture(fixture, "model.safetensors"));

    protected static Dictionary<string, Tensor> Record(string fixture) => Checkpoint.Load(Fixture(fixture, "io.safetensors"));

    protected string Temporary(string name) => Path.Combine(temporary.FullName, name);

    protected string Temporary(string name, Dictionary<string, Tensor> tensors)
    {
        SafetensorsWriter.Write(Temporary(name), tensors);
        return Temporary(name);
    }

    /// <summary>A copy of a fixture's folder, changed.</summary>
    protected string Changed(
        string fixture, Action<Dictionary<string, Tensor>>? weights = null, Action<Dictionary<string, Tensor>>? record = null, Func<string, string>? config = null)
    {
        var model = Weights(fixture);
        weights?.Invoke(model);
        Temporary("model.safetensors", model);
        var io = Record(fixture);
        record?.Invoke(io);
        Temporary("io.safetensors", io);
        string json = File.ReadAllText(Fixture(fixture, "config.json"));
        File.WriteAllText(Temporary("config.json"), config is null ? json : config(json));
        return temporary.FullName;
    }

    protected static double Distance(Tensor a, Tensor b)
    {
        Assert.Equal(a.shape, b.shape);
        return (a.to_type(ScalarType.Float64) - b.to_type(ScalarType.Float64)).abs().max().item<double>();
    }

    public void Dispose()
    {
        scope.Dispose();
        temporary.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
