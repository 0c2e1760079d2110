using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Lasco.Notebooks.Display;

/// <summary>
/// Forms that are made when somebody looks: a live chart is replaced many times, and only the last one is kept in the notebook.
/// </summary>
internal sealed class DeferredData(Func<IReadOnlyDictionary<string, string>> make) : IReadOnlyDictionary<string, string>
{
    private readonly Lazy<IReadOnlyDictionary<string, string>> data = new(make);

    public int Count => data.Value.Count;

    public IEnumerable<string> Keys => data.Value.Keys;

    public IEnumerable<string> Values => data.Value.Values;

    public string this[string key] => data.Value[key];

    public bool ContainsKey(string key) => data.Value.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) => data.Value.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => data.Value.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
