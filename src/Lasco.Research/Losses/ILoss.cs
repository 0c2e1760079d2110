using static TorchSharp.torch;

namespace Lasco.Research.Losses;

/// <summary>A loss over a batch in which the answer to query i is target i and every other target is wrong.</summary>
public interface ILoss
{
    /// <summary>The loss.</summary>
    /// <param name="queries">[B, D], L2-normalised rows.</param>
    /// <param name="targets">[B, D], L2-normalised rows.</param>
    /// <returns>A scalar.</returns>
    Tensor Loss(Tensor queries, Tensor targets);
}
