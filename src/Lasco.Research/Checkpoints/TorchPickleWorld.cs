using static TorchSharp.torch;

namespace Lasco.Research.Checkpoints;

/// <summary>
/// The fixed list of globals that checkpoints are saved with, and what each stands for here. Nothing else is
/// reachable from a pickle, and none of these runs Python.
/// </summary>
/// <param name="storageBytes">The place and the number of bytes of the archive's storage of a given key, or null.</param>
/// <param name="scripted">The archive is TorchScript's, whose modules name generated classes below <c>__torch__</c>.</param>
internal sealed class TorchPickleWorld(Func<string, (long Offset, long Length)?> storageBytes, bool scripted) : IPickleWorld
{
    /// <summary>A tensor that is larger than its storage, by expansion, may be at most this large when written out.</summary>
    private const long MaxExpandedBytes = 1L << 30;

    private const int MaxNameLength = 256;

    private static readonly Dictionary<string, ScalarType> StorageTypes = new()
    {
        ["torch.FloatStorage"] = ScalarType.Float32, ["torch.DoubleStorage"] = ScalarType.Float64,
        ["torch.HalfStorage"] = ScalarType.Float16, ["torch.BFloat16Storage"] = ScalarType.BFloat16,
        ["torch.LongStorage"] = ScalarType.Int64, ["torch.IntStorage"] = ScalarType.Int32, ["torch.ShortStorage"] = ScalarType.Int16,
        ["torch.CharStorage"] = ScalarType.Int8, ["torch.ByteStorage"] = ScalarType.Byte, ["torch.BoolStorage"] = ScalarType.Bool,
    };

    private static readonly Dictionary<string, Func<object?[], object?>> Functions = new()
    {
        ["collections.OrderedDict"] = arguments => arguments is [] ? new PickleDictionary() : throw Unexpected(),
        ["torch._utils._rebuild_tensor_v2"] = RebuildTensor,
        ["torch._utils._rebuild_parameter"] = arguments => arguments is [TorchTensorEntry tensor, bool, PickleDictionary] ? tensor : throw Unexpected(),
        ["torch.Size"] = arguments => arguments is [object?[] sizes] ? sizes : throw Unexpected(),
        ["torch.device"] = arguments => arguments switch
        {
            [string { Length: <= MaxNameLength } type] => type,
            [string { Length: <= MaxNameLength } type, long index] => $"{type}:{index}",
            _ => throw Unexpected(),
        },
    };

    /// <summary>Values that are leaves, kept as their names.</summary>
    private static readonly HashSet<string> Names =
    [
        "torch.float32", "torch.float64", "torch.float16", "torch.bfloat16", "torch.complex64", "torch.complex128",
        "torch.uint8", "torch.int8", "torch.int16", "torch.int32", "torch.int64", "torch.bool",
    ];

    private static readonly Dictionary<string, Func<object?[], object?>> ScriptFunctions = new()
    {
        ["torch.jit._pickle.build_intlist"] = ScriptList,
        ["torch.jit._pickle.build_doublelist"] = ScriptList,
        ["torch.jit._pickle.build_boollist"] = ScriptList,
        ["torch.jit._pickle.build_tensorlist"] = ScriptList,
        ["torch.jit._pickle.restore_type_tag"] = arguments => arguments is [var value, string] ? value : throw Unexpected(),
    };

    private readonly Dictionary<string, TorchStorage> storages = [];

    /// <inheritdoc/>
    public object Global(string module, string name)
    {
        if (module.Length + name.Length > MaxNameLength)
            throw new FormatException($"the name of a global is longer than {MaxNameLength}");
        string global = $"{module}.{name}";
        if (StorageTypes.TryGetValue(global, out var dtype))
            return new StorageType(dtype);
        if (Functions.TryGetValue(global, out var function) || (scripted && ScriptFunctions.TryGetValue(global, out function)))
            return function;
        if (Names.Contains(global))
            return global;
        if (scripted && module.StartsWith("__torch__", StringComparison.Ordinal))
            return new ScriptClass();

        throw new FormatException(
            $"the global {Quoted.Text(global)} is not one that tensors are rebuilt with, and is not run; " +
            "save a state dict instead: torch.save(module.state_dict(), path)");
    }

    /// <inheritdoc/>
    public object? Call(object? callable, object?[] arguments) =>
        callable is Func<object?[], object?> function ? function(arguments) : throw new FormatException("something that is no function is called");

    /// <inheritdoc/>
    public object? New(object? cls, object?[] arguments) =>
        cls is ScriptClass && arguments is [] ? new ScriptModule() : throw new FormatException("an object of a class that is not on the list is made");

    /// <inheritdoc/>
    public void Build(object? target, PickleDictionary state)
    {
        if (target is ScriptModule module)
        {
            foreach (var (key, value) in state)
                module[key] = value;
        }
        else if (target is not PickleDictionary)
        {
            throw new FormatException("an object that is not on the list is given a state");
        }

        // What remains is an OrderedDict with attributes: a state dict's _metadata, which says nothing of its tensors.
    }

    /// <inheritdoc/>
    public object Persistent(object? id)
    {
        if (id is not object?[] parts || parts is not ["storage", StorageType { Dtype: var dtype }, string { Length: <= MaxNameLength } key, string, long count])
            throw new FormatException("a persistent identifier is not ('storage', type, key, location, elements)");

        if (storages.TryGetValue(key, out var known))
            return known.Dtype == dtype && known.Count == count ? known : throw new FormatException($"the storage {Quoted.Text(key)} is given two types or sizes");

        var (offset, length) = storageBytes(key) ?? throw new FormatException($"the archive has no storage {Quoted.Text(key)}");
        int size = ElementType.Of(dtype)!.Bytes;
        if (count < 0 || count > length / size)
            throw new FormatException($"the storage {Quoted.Text(key)} should have {count} elements of {size} bytes, but its entry has {length} bytes");
        return storages[key] = new TorchStorage(key, dtype, count, offset);
    }

    private static object RebuildTensor(object?[] arguments)
    {
        if (arguments is not [TorchStorage storage, long offset, object?[] sizes, object?[] steps, bool, PickleDictionary or null, ..]
            || arguments.Length > 7 || (arguments.Length == 7 && arguments[6] is not (null or PickleDictionary { Count: 0 })))
            throw Unexpected();

        if (sizes.Length > TensorShape.MaxDimensions || sizes.Length != steps.Length)
            throw new FormatException($"a tensor has {sizes.Length} sizes and {steps.Length} strides");
        long[] shape = Integers(sizes), strides = Integers(steps);
        long count = TensorShape.Count(shape) ?? throw new FormatException("a tensor's shape is negative, or its product overflows");
        if (strides.Any(stride => stride < 0) || offset < 0)
            throw new FormatException("a tensor's strides or storage offset are negative");

        Int128 end = count == 0 ? offset : offset + (Int128)1;
        for (int i = 0; i < shape.Length && count > 0; i++)
            end += (Int128)(shape[i] - 1) * strides[i];
        if (end > storage.Count)
            throw new FormatException($"a tensor reaches element {end} of the storage {Quoted.Text(storage.Key)}, which has {storage.Count}");
        if (count > storage.Count && count > MaxExpandedBytes / ElementType.Of(storage.Dtype)!.Bytes)
            throw new FormatException($"a tensor expands a storage of {storage.Count} elements to {count}");
        return new TorchTensorEntry(storage, offset, shape, strides);
    }

    private static object? ScriptList(object?[] arguments) => arguments is [List<object?> list] ? list : throw Unexpected();

    private static long[] Integers(object?[] values) =>
        Array.ConvertAll(values, value => value is long integer ? integer : throw new FormatException("a size or stride is not an integer"));

    private static FormatException Unexpected() => new("a function is called with arguments that it does not take");

    private sealed record StorageType(ScalarType Dtype);

    private sealed record ScriptClass;
}
