using System.Globalization;

namespace Lasco.Research.Checkpoints;

/// <summary>Walks over what a pickle held, which may share parts of itself, even in circles.</summary>
internal static class PickleTree
{
    private const int MaxDepth = 64;
    private const int MaxTensors = 1 << 18;
    private const int MaxNameLength = 1024;
    private const int MaxSteps = 1 << 26;

    /// <summary>Refuses a tree that contains itself or is deeper than any checkpoint, so that others may recurse over it.</summary>
    /// <exception cref="FormatException">It does or is.</exception>
    public static void Check(object? root)
    {
        var heights = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        Height(root, 0);

        int Height(object? node, int depth)
        {
            if (node is null || !IsContainer(node))
                return 0;
            if (heights.TryGetValue(node, out int known))
            {
                if (depth + known > MaxDepth)
                    throw Refusal();
                return known;
            }

            if (depth == MaxDepth)
                throw Refusal();
            heights[node] = MaxDepth; // while it is open, meeting it again is a circle
            int height = 0;
            foreach (object? child in Children(node))
                height = Math.Max(height, Height(child, depth + 1) + 1);
            return heights[node] = height;
        }

        static FormatException Refusal() => new($"what was saved contains itself, or is nested deeper than {MaxDepth}");
    }

    /// <summary>Adds every tensor below a node of a checked tree, by the path to it joined with dots.</summary>
    /// <exception cref="FormatException">Two paths read the same, a path is very long, or there are very many.</exception>
    public static OrderedDictionary<string, TorchTensorEntry> Tensors(object? root)
    {
        var tensors = new OrderedDictionary<string, TorchTensorEntry>();
        var barren = new HashSet<object>(ReferenceEqualityComparer.Instance);
        int steps = 0;
        Visit(root, "");
        return tensors;

        void Visit(object? node, string path)
        {
            switch (node)
            {
                case TorchTensorEntry tensor:
                    if (path.Length > MaxNameLength)
                        throw new FormatException($"a tensor's name is longer than {MaxNameLength}: {Quoted.Text(path)}");
                    if (tensors.Count == MaxTensors)
                        throw new FormatException($"there are more than {MaxTensors} tensors");
                    if (!tensors.TryAdd(path, tensor))
                        throw new FormatException($"two tensors are named {Quoted.Text(path)}");
                    break;

                case PickleDictionary dictionary when !barren.Contains(node):
                    int before = tensors.Count;
                    foreach (var (key, value) in dictionary)
                        Descend(path, key, value);
                    Remember(node, before);
                    break;

                case IReadOnlyList<object?> list when !barren.Contains(node):
                    before = tensors.Count;
                    for (int i = 0; i < list.Count; i++)
                        Descend(path, i, list[i]);
                    Remember(node, before);
                    break;
            }
        }

        void Descend(string path, object key, object? value)
        {
            if (++steps > MaxSteps)
                throw new FormatException("what was saved shares its parts so often that it cannot be listed");
            if (value is null || (value is not TorchTensorEntry && !IsContainer(value)))
                return;
            string step = Convert.ToString(key, CultureInfo.InvariantCulture)!;
            Visit(value, path.Length == 0 ? step : path.Length > MaxNameLength ? path : $"{path}.{step}");
        }

        void Remember(object node, int before)
        {
            if (tensors.Count == before)
                barren.Add(node);
        }
    }

    private static bool IsContainer(object node) => node is PickleDictionary or IReadOnlyList<object?>;

    private static IEnumerable<object?> Children(object node) =>
        node is PickleDictionary dictionary ? dictionary.Values : (IReadOnlyList<object?>)node;
}
