using System.Globalization;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules applied one after the other; their keys are "0", "1", … unless they are named.</summary>
public class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly List<(string name, nn.IModule<Tensor, Tensor> module)> _modules = [];

    internal Sequential() : base(nameof(Sequential)) { }

    /// <summary>For derived classes: a chain of named modules.</summary>
    /// <param name="modules">The modules in order.</param>
    protected Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules) : this()
    {
        foreach (var (name, module) in modules) append(name, module);
    }

    /// <summary>For derived classes: a chain of modules.</summary>
    /// <param name="modules">The modules in order.</param>
    protected Sequential(params nn.Module<Tensor, Tensor>[] modules) : this()
    {
        foreach (var module in modules) append(module);
    }

    /// <summary>How many modules there are.</summary>
    public int Count => _modules.Count;

    /// <summary>A module by its place.</summary>
    /// <param name="index">0 for the first.</param>
    [IndexerName("SequentialItems")]
    public nn.IModule<Tensor, Tensor> this[int index] => _modules[index].module;

    /// <summary>The chain from one place up to, not including, another; it shares the modules.</summary>
    /// <param name="index">The places; the beginning or the end where null.</param>
    [IndexerName("SequentialItems")]
    public Sequential this[(int? start, int? end) index] => this[(index.start ?? 0)..(index.end ?? Count)];

    /// <summary>A part of the chain; it shares the modules.</summary>
    /// <param name="index">The places.</param>
    [IndexerName("SequentialItems")]
    public Sequential this[Range index]
    {
        get
        {
            var (start, length) = index.GetOffsetAndLength(Count);
            var part = new Sequential();
            foreach (var (name, module) in _modules.GetRange(start, length)) part.append(name, module);
            return part;
        }
    }

    /// <summary>Adds a module at the end, whose key is its place.</summary>
    /// <param name="module">The module.</param>
    /// <returns>This chain.</returns>
    public Sequential append(nn.IModule<Tensor, Tensor> module) =>
        append(_modules.Count.ToString(CultureInfo.InvariantCulture), module);

    /// <summary>Adds a module at the end.</summary>
    /// <param name="name">Its key.</param>
    /// <param name="module">The module.</param>
    /// <returns>This chain.</returns>
    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        register_module(name, (nn.Module)module);
        _modules.Add((name, module));
        return this;
    }

    /// <inheritdoc/>
    /// <param name="on">True for training, false for evaluation.</param>
    public override void train(bool on = true) => base.train(on);

    /// <inheritdoc/>
    /// <param name="recurse">Whether to go down to the modules; the chain has no buffers itself.</param>
    /// <param name="include_persistent">Whether to list buffers that no state dictionary holds.</param>
    public override IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_persistent = true) =>
        base.named_buffers(recurse, include_persistent);

    /// <summary>Applies the modules in turn, disposing what is between them.</summary>
    /// <param name="tensor">The input of the first.</param>
    /// <returns>The result of the last; a tensor that shares the input's memory when there is no module.</returns>
    public override Tensor forward(Tensor tensor)
    {
        if (_modules.Count == 0) return tensor.alias();
        var current = tensor;
        foreach (var (_, module) in _modules)
        {
            var next = module.call(current);
            if (!ReferenceEquals(current, tensor) && !ReferenceEquals(current, next)) current.Dispose();
            current = next;
        }
        return current;
    }
}
