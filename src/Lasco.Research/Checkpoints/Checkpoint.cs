using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Checkpoints;

/// <summary>Weights from a file of either format.</summary>
public static class Checkpoint
{
    /// <summary>
    /// Reads every tensor of a safetensors file, or of a file of torch.save or torch.jit.save (whatever it is called:
    /// the content decides). Of torch.save's, the dictionary under <c>model</c> or <c>state_dict</c> is taken where the
    /// root has one, else the root. No code in the file is run.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <returns>Tensors by name, in the CPU's memory; the caller disposes them.</returns>
    /// <exception cref="InputException">The file cannot be read, is damaged or lies, wants code to be run, or is of another format.</exception>
    public static Dictionary<string, Tensor> Load(string path)
    {
        if (IsTorch(path))
        {
            using var archive = TorchCheckpoint.Open(path);
            return archive.ReadAll();
        }

        using var safetensors = SafetensorsFile.Open(path);
        return safetensors.ReadAll();
    }

    private static bool IsTorch(string path)
    {
        using var file = MappedFile.Open(path);
        if (TorchCheckpoint.Is(file))
            return true;

        var start = file.Span(0, Math.Min(file.Length, 64));
        if (start.StartsWith("version https://git-lfs"u8))
            throw new InputException(path, "is a Git LFS pointer, not the file that it points to; fetch it with: git lfs pull");
        if (start.Length <= SafetensorsHeader.LengthBytes || start[SafetensorsHeader.LengthBytes] != '{')
            throw new InputException(path, "is neither a safetensors file nor one of torch.save");
        return false;
    }
}
