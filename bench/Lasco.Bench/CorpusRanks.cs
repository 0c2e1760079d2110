using Lasco.Research.Metrics;
using Lasco.Research.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Bench;

/// <summary>The evaluation of LaSCo's validation split once everything is embedded: the rank of every query's target.</summary>
internal sealed class CorpusRanks : IWork
{
    public const int Queries = 30037, Images = 39826;

    /// <summary>The first queries, whose ranks the peer computes by sorting.</summary>
    public const int Sorted = 256;

    private readonly Tensor queries; // [Q, D]
    private readonly Tensor gallery; // [N, D]
    private readonly int[] targets;

    public CorpusRanks()
    {
        using var scope = NewDisposeScope();
        manual_seed(0);
        queries = nn.functional.normalize(randn(Queries, BlipConfig.Base.EmbedDim)).DetachFromDisposeScope();
        gallery = nn.functional.normalize(randn(Images, BlipConfig.Base.EmbedDim)).DetachFromDisposeScope();
        targets = Array.ConvertAll(randint(0, Images, [Queries]).data<long>().ToArray(), target => (int)target);
    }

    public double Run() => Ranks.InGallery(queries, gallery, targets).Take(Sorted).Average();

    public void Dispose()
    {
        queries.Dispose();
        gallery.Dispose();
    }
}
