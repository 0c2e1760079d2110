using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules by name, in the order of their addition; the names are their keys.</summary>
/// <typeparam name="T">The modules' type.</typeparam>
public class ModuleDict<T> : nn.Module, IEnumerable<(string, T)> where T : nn.Module
{
    private readonly OrderedDictionary<string, T> _modules = [];
    private bool _registered;

    /// <summary>Makes an empty dictionary.</summary>
    public ModuleDict() : base("ModuleDict") { }

    /// <summary>How many modules there are.</summary>
    public int Count => _modules.Count;

    /// <summary>The names in order.</summary>
    public ICollection<string> Keys => _modules.Keys;

    /// <summary>The modules in order.</summary>
    public ICollection<T> Values => _modules.Values;

    /// <summary>A module by its name.</summary>
    /// <param name="key">The name.</param>
    /// <exception cref="KeyNotFoundException">There is no module of that name.</exception>
    public T this[string key] => _modules[key];

    /// <summary>Adds a module.</summary>
    /// <param name="key">Its name, without dots.</param>
    /// <param name="value">The module.</param>
    /// <exception cref="ArgumentException">There is a module of that name.</exception>
    public void Add(string key, T value)
    {
        _modules.Add(key, value);
        if (_registered) register_module(key, value);
    }

    /// <inheritdoc cref="Add(string, T)"/>
    /// <param name="item">Name and module.</param>
    public void Add((string, T) item) => Add(item.Item1, item.Item2);

    /// <summary>Whether there is a module of that name.</summary>
    /// <param name="key">The name.</param>
    public bool ContainsKey(string key) => _modules.ContainsKey(key);

    /// <summary>Looks for a module.</summary>
    /// <param name="key">The name.</param>
    /// <param name="value">The module.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _modules.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<(string, T)> GetEnumerator() => _modules.Select(entry => (entry.Key, entry.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Registers the modules under their names.</summary>
    protected override void RegisterComponents()
    {
        if (_registered) return;
        _registered = true;
        foreach (var (key, module) in _modules) register_module(key, module);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            foreach (var module in _modules.Values) module.Dispose();
        base.Dispose(disposing);
    }
}
