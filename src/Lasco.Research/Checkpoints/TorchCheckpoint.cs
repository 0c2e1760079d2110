using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Checkpoints;

/// <summary>
/// A file of torch.save (PyTorch 1.6 and later) or torch.jit.save, memory-mapped. The pickle in it is read as data:
/// whatever it would import, outside a fixed list that rebuilds tensors, is refused by name, and nothing is run.
/// Reading is safe from several threads; disposing while another thread reads is not.
/// </summary>
public sealed class TorchCheckpoint : IDisposable
{
    private const int MaxPickleBytes = 1 << 26;
    private const string Pickle = "data.pkl";

    /// <summary>Where trainers put the state dict, when it is not the root.</summary>
    private static readonly string[] CustomaryKeys = ["model", "state_dict"];

    private readonly MappedFile file;

    private TorchCheckpoint(MappedFile file, object? root) => (this.file, Root) = (file, root);

    /// <summary>
    /// The saved object. Tensors are <see cref="TorchTensorEntry"/>; dictionaries, TorchScript modules among them,
    /// are <see cref="IReadOnlyDictionary{TKey, TValue}"/> of object to object? in the saved order; lists and tuples
    /// are <see cref="IReadOnlyList{T}"/> of object?; leaves are null, bool, long,
    /// <see cref="System.Numerics.BigInteger"/>, double, string and byte[]. It does not contain itself, and is at
    /// most 64 deep.
    /// </summary>
    public object? Root { get; }

    /// <summary>How PyTorch's format before 1.6 begins: a pickle of protocol 2 that holds the integer 0x1950a86a20f9469cfc6c.</summary>
    private static ReadOnlySpan<byte> LegacyMagic => [0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19];

    /// <summary>Maps a file and reads its pickle; the tensors' bytes are not read yet.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file cannot be read, is damaged, lies about its tensors, or wants code to be run.</exception>
    public static TorchCheckpoint Open(string path)
    {
        var file = MappedFile.Open(path);
        try
        {
            return new TorchCheckpoint(file, ReadRoot(file));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Every tensor below the root, or below one of its keys.</summary>
    /// <param name="under">A key of the root. Null takes the dictionary under <c>model</c> or <c>state_dict</c> where the
    /// root has one, else the root.</param>
    /// <returns>Tensors by the path to them, keys of dictionaries and indices in lists joined by dots, in the saved order.</returns>
    /// <exception cref="InputException">There is no such key, or two paths read the same.</exception>
    public IReadOnlyDictionary<string, TorchTensorEntry> Entries(string? under = null)
    {
        object? subtree = Subtree(under);
        try
        {
            return PickleTree.Tensors(subtree);
        }
        catch (FormatException e)
        {
            throw new InputException(file.Path, e.Message, e);
        }
    }

    /// <summary>Copies one tensor's storage into the CPU's memory.</summary>
    /// <param name="entry">One of this file's tensors.</param>
    /// <returns>A tensor with the saved strides, over a storage of its own.</returns>
    /// <exception cref="InputException">A boolean storage holds bytes other than 0 and 1.</exception>
    public Tensor Read(TorchTensorEntry entry)
    {
        using var storage = Read(entry.Storage);
        return View(storage, entry);
    }

    /// <summary>Copies tensors into the CPU's memory, each storage once.</summary>
    /// <param name="under">As for <see cref="Entries"/>.</param>
    /// <returns>Tensors by name, with the saved strides; those that share a storage in the file share it here, as in PyTorch.</returns>
    /// <exception cref="InputException">There is no such key, or two names are equal.</exception>
    public Dictionary<string, Tensor> ReadAll(string? under = null)
    {
        var entries = Entries(under);
        var storages = new Dictionary<TorchStorage, Tensor>(ReferenceEqualityComparer.Instance);
        var tensors = new Dictionary<string, Tensor>(entries.Count);
        try
        {
            foreach (var (name, entry) in entries)
            {
                if (!storages.TryGetValue(entry.Storage, out var storage))
                    storages.Add(entry.Storage, storage = Read(entry.Storage));
                tensors.Add(name, View(storage, entry));
            }

            return tensors;
        }
        catch
        {
            foreach (var tensor in tensors.Values)
                tensor.Dispose();
            throw;
        }
        finally
        {
            foreach (var storage in storages.Values)
                storage.Dispose();
        }
    }

    /// <summary>Unmaps the file. Tensors read from it live on.</summary>
    public void Dispose() => file.Dispose();

    /// <summary>Whether a file begins as those of torch.save do, old ones too.</summary>
    internal static bool Is(MappedFile file) => StoredZip.Is(file) || IsLegacy(file);

    private static bool IsLegacy(MappedFile file) => file.Span(0, Math.Min(file.Length, LegacyMagic.Length)).SequenceEqual(LegacyMagic);

    private static object? ReadRoot(MappedFile file)
    {
        if (IsLegacy(file))
        {
            throw new InputException(file.Path,
                "was saved in PyTorch's format before 1.6, expected its zip format; convert it in Python: " +
                "torch.save(torch.load(path, map_location='cpu'), path)");
        }

        var zip = StoredZip.Read(file);
        string folder = Folder(file, zip);
        if (zip.Find($"{folder}/byteorder") is { } order && !file.Span(order.Offset, Math.Min(order.Length, 16)).SequenceEqual("little"u8))
            throw new InputException(file.Path, "was saved on a big-endian machine, expected little-endian");

        var pickle = zip.Find($"{folder}/{Pickle}")!.Value;
        if (pickle.Length > MaxPickleBytes)
            throw new InputException(file.Path, $"{Pickle} has {pickle.Length} bytes, more than {MaxPickleBytes}");

        var world = new TorchPickleWorld(
            key => zip.Find($"{folder}/data/{key}"),
            scripted: zip.Names.Contains($"{folder}/constants.pkl"));
        object? root = PickleReader.Read(file.Span(pickle.Offset, pickle.Length), world, file.Path, Pickle);
        try
        {
            PickleTree.Check(root);
        }
        catch (FormatException e)
        {
            throw new InputException(file.Path, $"{Pickle}: {e.Message}", e);
        }

        return root;
    }

    /// <summary>The archive's one top folder, which is named after the file it was first saved as.</summary>
    private static string Folder(MappedFile file, StoredZip zip)
    {
        string? folder = null;
        foreach (string name in zip.Names)
        {
            int slash = name.IndexOf('/');
            if (slash < 0 || !name.AsSpan(slash + 1).SequenceEqual(Pickle))
                continue;
            if (folder is not null)
                throw new InputException(file.Path, $"holds two checkpoints, {Quoted.Text(folder)} and {Quoted.Text(name[..slash])}");
            folder = name[..slash];
        }

        return folder ?? throw new InputException(file.Path, $"is a zip archive without a {Pickle} in its top folder, so not of torch.save");
    }

    private object? Subtree(string? under)
    {
        if (under is not null)
        {
            return Root is PickleDictionary root && root.TryGetValue(under, out object? value)
                ? value
                : throw new InputException(file.Path, $"has no {Quoted.Text(under)} at its root");
        }

        if (Root is PickleDictionary dictionary and not ScriptModule)
        {
            foreach (string key in CustomaryKeys)
            {
                if (dictionary.TryGetValue(key, out object? value) && value is PickleDictionary)
                    return value;
            }
        }

        return Root;
    }

    private Tensor Read(TorchStorage storage) =>
        TensorBytes.Read(file, storage.Offset, storage.Dtype, [storage.Count], $"storage {Quoted.Text(storage.Key)}");

    private static Tensor View(Tensor storage, TorchTensorEntry entry) =>
        storage.as_strided([.. entry.Shape], [.. entry.Strides], entry.StorageOffset);
}
