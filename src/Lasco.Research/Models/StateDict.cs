using Lasco.Research.Checkpoints;
using static TorchSharp.torch;

namespace Lasco.Research.Models;

/// <summary>A checkpoint's tensors on their way into a module: all of them, and nothing else.</summary>
internal static class StateDict
{
    /// <summary>Copies tensors into the weights of the same names; half precision becomes the weight's own.</summary>
    /// <param name="model">The module to fill.</param>
    /// <param name="tensors">Tensors under the module's keys.</param>
    /// <param name="file">The checkpoint, for messages.</param>
    /// <exception cref="InputException">
    /// A weight is missing, is unknown, or has another shape or kind of number; then no weight has been changed.
    /// </exception>
    public static void Load(nn.Module model, IReadOnlyDictionary<string, Tensor> tensors, string file)
    {
        var weights = model.state_dict();
        foreach (var (name, weight) in weights)
        {
            if (!tensors.TryGetValue(name, out var value))
                throw new InputException(file, $"no tensor {name} of shape {Shape(weight)}");
            if (!value.shape.SequenceEqual(weight.shape))
                throw new InputException(file, $"{name} has shape {Shape(value)}, the model expects {Shape(weight)}");
            if (value.is_floating_point() != weight.is_floating_point())
                throw new InputException(file, $"{name} is {value.dtype}, the model expects {weight.dtype}");
        }

        if (tensors.Keys.FirstOrDefault(name => !weights.ContainsKey(name)) is { } unknown)
            throw new InputException(file, $"the tensor {Quoted.Text(unknown)} of shape {Shape(tensors[unknown])} is not part of {model.GetName()}");

        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        foreach (var (name, weight) in weights)
            weight.copy_(tensors[name]);
    }

    /// <summary>Takes out the part of a checkpoint that was saved under a key of its own, where it was.</summary>
    /// <param name="tensors">Tensors by the path to them.</param>
    /// <param name="key">The key.</param>
    public static Dictionary<string, Tensor> Under(string key, Dictionary<string, Tensor> tensors)
    {
        string prefix = key + ".";
        return tensors.Keys.All(name => name.StartsWith(prefix, StringComparison.Ordinal))
            ? tensors.ToDictionary(pair => pair.Key[prefix.Length..], pair => pair.Value)
            : tensors;
    }

    /// <summary>A shape as messages show it.</summary>
    /// <param name="tensor">The tensor.</param>
    public static string Shape(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";
}
