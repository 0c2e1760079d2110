using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lasco.Research.Models;

/// <summary>Learned position embeddings at another image size.</summary>
public static class PositionEmbedding
{
    /// <summary>Resizes the grid of patch positions bicubically and keeps [CLS] (BLIP's <c>interpolate_pos_embed</c>).</summary>
    /// <param name="embedding">[1, 1 + G·G, C].</param>
    /// <param name="tokens">The wanted 1 + G'·G'.</param>
    /// <returns>[1, tokens, C]; the embedding itself where it has that many tokens, or is not [CLS] and a square.</returns>
    public static Tensor Resize(Tensor embedding, long tokens)
    {
        long from = Side(embedding.shape[1]), to = Side(tokens);
        if (from == to || embedding.shape[1] != 1 + from * from || from == 0)
            return embedding;
        using var scope = NewDisposeScope();
        var grid = embedding.narrow(1, 1, from * from).to_type(ScalarType.Float32).reshape(1, from, from, -1).permute(0, 3, 1, 2); // [1, C, G, G]
        var resized = functional.interpolate(grid, [to, to], mode: InterpolationMode.Bicubic, align_corners: false)
            .permute(0, 2, 3, 1).reshape(1, to * to, -1); // [1, G'·G', C]
        return cat([embedding.narrow(1, 0, 1).to_type(ScalarType.Float32), resized], 1).MoveToOuterDisposeScope();
    }

    private static long Side(long tokens) => (long)Math.Round(Math.Sqrt(tokens - 1));
}
