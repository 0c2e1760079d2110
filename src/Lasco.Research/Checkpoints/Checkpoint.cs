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
        if (FormatOf(path) == CheckpointFormat.Torch)
        {
            using var archive = TorchCheckpoint.Open(path);
            return archive.ReadAll();
        }

        using var safetensors = SafetensorsFile.Open(path);
        return safetensors.ReadAll();
    }

    private static CheckpointFormat FormatOf(string path)
    {
        using var file = MappedFile.Open(path);
        if (StoredZip.Is(file))
            return CheckpointFormat.Torch;

        var start = file.Span(0, Math.Min(file.Length, 64));
        if (start.StartsWith(LegacyMagic))
        {
            throw new InputException(path,
                "was saved in PyTorch's format before 1.6, expected its zip format; convert it in Python: " +
                "torch.save(torch.load(path, map_location='cpu'), path)");
        }

        if (start.StartsWith("version https://git-lfs"u8))
            throw new InputException(path, "is a Git LFS pointer, not the file that it points to; fetch it with: git lfs pull");
        if (start.Length > SafetensorsHeader.LengthBytes && start[SafetensorsHeader.LengthBytes] == '{')
            return CheckpointFormat.Safetensors;
        throw new InputException(path, "is neither a safetensors file nor an archive of torch.save");
    }

    /// <summary>A pickle of protocol 2 that holds the integer 0x1950a86a20f9469cfc6c.</summary>
    private static ReadOnlySpan<byte> LegacyMagic => [0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19];

    private enum CheckpointFormat
    {
        Safetensors,
        Torch,
    }
}
