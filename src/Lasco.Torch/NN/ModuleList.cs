using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A list of modules whose keys are "0", "1", …</summary>
/// <typeparam name="T">The modules' type.</typeparam>
public class ModuleList<T> : nn.Module, IList<T> where T : nn.Module
{
    private readonly List<T> _list = [];
    private bool _registered;

    /// <summary>Makes a list.</summary>
    /// <param name="modules">Its modules.</param>
    public ModuleList(params T[] modules) : base("ModuleList") => _list.AddRange(modules);

    /// <inheritdoc/>
    public int Count => _list.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <inheritdoc/>
    public T this[int index]
    {
        get => _list[index];
        set
        {
            _list[index] = value;
            Renumber();
        }
    }

    /// <inheritdoc/>
    public void Add(T item)
    {
        _list.Add(item);
        Renumber();
    }

    /// <summary>Adds modules at the end.</summary>
    /// <param name="parameters">The modules.</param>
    public void append(params T[] parameters) => extend(parameters);

    /// <summary>Adds modules at the end.</summary>
    /// <param name="modules">The modules.</param>
    public void extend(IEnumerable<T> modules)
    {
        _list.AddRange(modules);
        Renumber();
    }

    /// <inheritdoc/>
    public void Insert(int index, T item)
    {
        _list.Insert(index, item);
        Renumber();
    }

    /// <inheritdoc/>
    public bool Remove(T item)
    {
        var removed = _list.Remove(item);
        Renumber();
        return removed;
    }

    /// <inheritdoc/>
    public void RemoveAt(int index)
    {
        _list.RemoveAt(index);
        Renumber();
    }

    /// <inheritdoc/>
    public void Clear()
    {
        _list.Clear();
        Renumber();
    }

    /// <inheritdoc/>
    public bool Contains(T item) => _list.Contains(item);

    /// <inheritdoc/>
    public void CopyTo(T[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public int IndexOf(T item) => _list.IndexOf(item);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _list.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Registers the modules under their places in the list.</summary>
    protected override void RegisterComponents()
    {
        _registered = true;
        Renumber();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            foreach (var module in _list) module.Dispose();
        base.Dispose(disposing);
    }

    // Only once a module that holds the list has registered it, when the elements are complete.
    private void Renumber()
    {
        if (!_registered) return;
        ClearModules();
        for (var i = 0; i < _list.Count; i++) register_module(i.ToString(CultureInfo.InvariantCulture), _list[i]);
    }
}
