using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Checkpoints;

/// <summary>Moves the bytes of contiguous tensors between files and the CPU's memory, in pieces that a span can hold.</summary>
internal static class TensorBytes
{
    private const long PieceBytes = 1 << 26;

    /// <summary>A new tensor with the bytes at an offset of a file, which the caller has checked to be there.</summary>
    /// <exception cref="InputException">A boolean tensor holds a byte other than 0 and 1.</exception>
    public static Tensor Read(MappedFile file, long offset, ScalarType dtype, long[] shape, string what)
    {
        var tensor = torch.empty(shape, dtype: dtype, device: torch.CPU);
        try
        {
            ForEachPiece(tensor, piece =>
            {
                var source = file.Span(offset, piece.Length);
                if (dtype == ScalarType.Bool && source.ContainsAnyExceptInRange((byte)0, (byte)1))
                    throw new InputException(file.Path, $"{what} is boolean, but holds bytes other than 0 and 1");
                source.CopyTo(piece);
                offset += piece.Length;
            });
            return tensor;
        }
        catch
        {
            tensor.Dispose();
            throw;
        }
    }

    /// <summary>Appends the elements in row-major order, wherever and however the tensor lies in memory.</summary>
    public static void Write(Tensor tensor, Stream stream)
    {
        using var detached = tensor.detach();
        using var cpu = detached.cpu();
        using var contiguous = cpu.contiguous();
        ForEachPiece(contiguous, piece => stream.Write(piece));
    }

    private static void ForEachPiece(Tensor tensor, Action<Span<byte>> visit)
    {
        long count = tensor.numel(), most = PieceBytes / tensor.element_size();
        if (count == 0)
            return;
        if (count <= most)
        {
            visit(tensor.bytes);
            return;
        }

        using var flat = tensor.view(-1);
        for (long at = 0; at < count; at += most)
        {
            using var piece = flat.narrow(0, at, Math.Min(most, count - at));
            visit(piece.bytes);
        }
    }
}
