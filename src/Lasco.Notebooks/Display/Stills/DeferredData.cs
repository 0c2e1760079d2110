using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Lasco.Notebooks.Display;

/// <summary>
/// Forms of which one is made when somebody looks: a live chart is replaced many times, and only the last one is kept in the
/// notebook. Where it cannot be made, it is not there.
/// </summary>
internal sealed class DeferredData(IReadOnlyDictionary<string, string> ready, string deferred, Func<string?> make) : IReadOnlyDictionary<string, string>
{
    private readonly Lazy<IReadOnlyDictionary<string, string>> all = new(() =>
        make() is { } made ? new Dictionary<string, string>(ready) { [deferred] = made } : ready);

    public int Count => all.Value.Count;

    public IEnumerable<string> Keys => all.Value.Keys;

    public IEnumerable<string> Values => all.Value.Values;

    public string this[string key] => ready.TryGetValue(key, out string? value) ? value : all.Value[key];

    public bool ContainsKey(string key) => ready.ContainsKey(key) || all.Value.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) => ready.TryGetValue(key, out value) || all.Value.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => all.Value.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
