using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Checkpoints;

/// <summary>
/// A safetensors file, memory-mapped: opening reads and validates the header alone, and a tensor's bytes are read
/// when it is asked for. Reading is safe from several threads; disposing while another thread reads is not.
/// </summary>
public sealed class SafetensorsFile : IDisposable
{
    private readonly MappedFile file;
    private readonly SafetensorsHeader header;

    private SafetensorsFile(MappedFile file, SafetensorsHeader header) => (this.file, this.header) = (file, header);

    /// <summary>The free-form metadata of the header.</summary>
    public IReadOnlyDictionary<string, string> Metadata => header.Metadata;

    /// <summary>The tensors by name, in the header's order.</summary>
    public IReadOnlyDictionary<string, SafetensorsEntry> Entries => header.Entries;

    /// <summary>Maps a file and validates its header: whatever the format forbids is refused before a tensor is allocated.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file cannot be read, or its header lies or is malformed.</exception>
    public static SafetensorsFile Open(string path)
    {
        var file = MappedFile.Open(path);
        try
        {
            return new SafetensorsFile(file, SafetensorsHeader.Read(file));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Copies one tensor into the CPU's memory.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>A contiguous tensor of the file's type and shape.</returns>
    /// <exception cref="InputException">There is none of this name, or libtorch has no such type (U16, F8_E4M3, …).</exception>
    public Tensor Read(string name)
    {
        if (!Entries.TryGetValue(name, out var entry))
            throw new InputException(file.Path, $"has no tensor {Quoted.Text(name)}");

        var dtype = ElementType.Named(entry.Dtype)!.Torch
            ?? throw new InputException(file.Path, $"tensor {Quoted.Text(name)} is {entry.Dtype}, which libtorch cannot hold");
        return TensorBytes.Read(file, entry.Offset, dtype, [.. entry.Shape], $"tensor {Quoted.Text(name)}");
    }

    /// <summary>Copies every tensor into the CPU's memory.</summary>
    /// <returns>Contiguous tensors by name.</returns>
    /// <exception cref="InputException">libtorch has no type for one of them.</exception>
    public Dictionary<string, Tensor> ReadAll()
    {
        var tensors = new Dictionary<string, Tensor>(Entries.Count);
        try
        {
            foreach (string name in Entries.Keys)
                tensors.Add(name, Read(name));
            return tensors;
        }
        catch
        {
            foreach (var tensor in tensors.Values)
                tensor.Dispose();
            throw;
        }
    }

    /// <summary>Unmaps the file. Tensors read from it live on.</summary>
    public void Dispose() => file.Dispose();
}
