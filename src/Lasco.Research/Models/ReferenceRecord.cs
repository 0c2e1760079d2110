using Lasco.Research.Checkpoints;
using static TorchSharp.torch;

namespace Lasco.Research.Models;

/// <summary>
/// What a reference implementation was given and what it computed from it: a model folder's <c>io.safetensors</c>. What is
/// read as an input is not compared.
/// </summary>
internal sealed class ReferenceRecord : IDisposable
{
    private readonly string path;
    private readonly SafetensorsFile file;
    private readonly HashSet<string> inputs = [];

    /// <summary>Opens a record.</summary>
    /// <param name="path">A safetensors file.</param>
    /// <exception cref="InputException">It cannot be read.</exception>
    public ReferenceRecord(string path) => (this.path, file) = (path, SafetensorsFile.Open(path));

    /// <summary>Reads an input of floating-point numbers as float32.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="shape">Its shape after the batch dimension.</param>
    /// <returns>[B, shape].</returns>
    /// <exception cref="InputException">It is missing, empty, or has another shape or type.</exception>
    public Tensor Numbers(string name, params long[] shape)
    {
        var value = Input(name);
        if (!value.is_floating_point() || value.ndim != shape.Length + 1 || !value.shape[1..].SequenceEqual(shape))
            throw new InputException(path, $"{name} is {value.dtype} of shape {StateDict.Shape(value)}, the model takes floating-point [batch, {string.Join(", ", shape)}]");
        return value.to_type(ScalarType.Float32);
    }

    /// <summary>Reads an input of integers as int64.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="maxLength">Longest row.</param>
    /// <param name="limit">What every integer must be less than.</param>
    /// <returns>[B, L].</returns>
    /// <exception cref="InputException">It is missing, empty, has another shape or type, or an integer is out of range.</exception>
    public Tensor Integers(string name, long maxLength, long limit)
    {
        var value = Input(name);
        if (value.is_floating_point() || value.ndim != 2 || value.shape[1] > maxLength)
            throw new InputException(path, $"{name} is {value.dtype} of shape {StateDict.Shape(value)}, the model takes integers of shape [batch, at most {maxLength}]");
        value = value.to_type(ScalarType.Int64);
        if (value.min().item<long>() < 0 || value.max().item<long>() >= limit)
            throw new InputException(path, $"{name} holds {value.min().item<long>()} to {value.max().item<long>()}, the model takes 0 to {limit - 1}");
        return value;
    }

    /// <summary>Refuses inputs that do not belong together.</summary>
    /// <param name="first">An input.</param>
    /// <param name="second">An input.</param>
    /// <param name="dimensions">How many of their first dimensions must agree.</param>
    /// <exception cref="InputException">They do not.</exception>
    public void CheckSame((string Name, Tensor Value) first, (string Name, Tensor Value) second, int dimensions = 1)
    {
        if (!first.Value.shape[..dimensions].SequenceEqual(second.Value.shape[..dimensions]))
            throw new InputException(path, $"{first.Name} has shape {StateDict.Shape(first.Value)}, which does not go with {second.Name} of shape {StateDict.Shape(second.Value)}");
    }

    /// <summary>Compares everything that was not read as an input.</summary>
    /// <param name="computed">What the model computed.</param>
    /// <param name="model">The model's name, for messages.</param>
    /// <returns>As for <see cref="Verification.Run"/>.</returns>
    /// <exception cref="InputException">The record holds something that the model does not compute, or nothing to compare.</exception>
    public IReadOnlyDictionary<string, double> Differences(IReadOnlyDictionary<string, Tensor> computed, string model)
    {
        using var noGradient = no_grad();
        var differences = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (string name in file.Entries.Keys.Except(inputs))
        {
            using var scope = NewDisposeScope();
            if (!computed.TryGetValue(name, out var mine))
                throw new InputException(path, $"records {Quoted.Text(name)}, which {model} does not compute");
            var reference = file.Read(name);
            if (!mine.shape.SequenceEqual(reference.shape) && (mine.numel() != 1 || reference.numel() != 1))
                throw new InputException(path, $"{name} has shape {StateDict.Shape(reference)}, the model computes {StateDict.Shape(mine)}");
            differences.Add(name, Difference(mine.reshape(reference.shape), reference, relative: name.StartsWith(Verification.GradientPrefix, StringComparison.Ordinal)));
        }

        return differences.Count > 0 ? differences : throw new InputException(path, "records no output, only inputs");
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private static double Difference(Tensor mine, Tensor reference, bool relative)
    {
        var expected = reference.to_type(ScalarType.Float64);
        double difference = (mine.to_type(ScalarType.Float64) - expected).abs().max().item<double>();
        double scale = relative ? expected.abs().max().item<double>() : 1;
        difference = scale > 0 ? difference / scale : difference;
        return double.IsNaN(difference) ? double.PositiveInfinity : difference;
    }

    private Tensor Input(string name)
    {
        inputs.Add(name);
        var value = file.Read(name);
        return value.numel() > 0 ? value : throw new InputException(path, $"{name} of shape {StateDict.Shape(value)} is empty");
    }
}
