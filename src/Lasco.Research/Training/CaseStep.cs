using Lasco.Research.Imaging;
using Lasco.Research.Losses;
using Lasco.Research.Metrics;
using Lasco.Research.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Training;

/// <summary>What a step measured.</summary>
/// <param name="Forward">The loss of query → target.</param>
/// <param name="Reverse">The loss of reverse query → query image; 0 without the reverse objective.</param>
/// <param name="RecallAt1">The batch's true Recall@1 of query → target.</param>
/// <param name="Ranks">The rank of each query's target among the batch's targets, from 1.</param>
public readonly record struct StepResult(double Forward, double Reverse, double RecallAt1, IReadOnlyList<int> Ranks);

/// <summary>
/// The gradient of CASE's objective on a batch (paper section 4.2):
/// loss(M(Q_i, Q_t), T_i) + loss(M(T_i, [REV]; Q_t), Q_i).
/// </summary>
public static class CaseStep
{
    /// <summary>Adds the gradient to the parameters' <c>grad</c>.</summary>
    /// <param name="model">The model, in training mode.</param>
    /// <param name="batch">The triplets.</param>
    /// <param name="loss">The objective.</param>
    /// <param name="preprocessing">Normalises pixels.</param>
    /// <param name="chunk">
    /// Triplets that are embedded at a time. When it is smaller than the batch, gradients are cached (Gao et al. 2021): all
    /// chunks are embedded without gradients, the loss is taken on the whole batch, and each chunk is embedded again, with the
    /// same dropout, to receive its share of the gradient. Memory then grows with the chunk, not with the batch.
    /// </param>
    /// <returns>The losses and the batch's recall.</returns>
    public static StepResult Backward(Case model, TripletBatch batch, ILoss loss, Preprocessing preprocessing, int? chunk = null)
    {
        if (chunk is null || chunk >= batch.Count)
        {
            using var scope = NewDisposeScope();
            var embeddings = Embed(model, batch, preprocessing);
            return Backward(embeddings, loss);
        }

        using var whole = NewDisposeScope();
        var chunks = Enumerable.Range(0, (batch.Count + chunk.Value - 1) / chunk.Value)
            .Select(i => batch.Slice(i * chunk.Value, Math.Min(chunk.Value, batch.Count - i * chunk.Value)))
            .ToArray();

        var randomStates = new List<Tensor>();
        var parts = new List<Embeddings>();
        using (no_grad())
        {
            foreach (var part in chunks)
            {
                randomStates.Add(random.get_rng_state());
                parts.Add(Embed(model, part, preprocessing));
            }
        }

        var afterwards = random.get_rng_state();
        var cached = Embeddings.Concatenate(parts).AsLeaves();
        var result = Backward(cached, loss);

        int start = 0;
        for (int i = 0; i < chunks.Length; i++)
        {
            using var scope = NewDisposeScope();
            random.set_rng_state(randomStates[i]);
            Embed(model, chunks[i], preprocessing).Backward(cached, start);
            start += chunks[i].Count;
        }

        random.set_rng_state(afterwards);
        return result;
    }

    private static Embeddings Embed(Case model, TripletBatch batch, Preprocessing preprocessing)
    {
        using var scope = NewDisposeScope();
        var device = model.vision_proj.weight!.device;
        var imageTokens = model.ImageTokens(PixelTensor.From(batch.Images, preprocessing, device)); // [2B, N, C]
        var images = model.ImageEmbedding(imageTokens); // [2B, D]
        var (ids, mask) = batch.Texts.ToTensors(device); // [B or 2B, L]
        var attended = model.QueryTokens(batch.HasReverse ? imageTokens : imageTokens.narrow(0, 0, batch.Count));
        var queries = model.QueryEmbedding(attended, ids, mask); // [B or 2B, D]
        return new Embeddings(
            Query: queries.narrow(0, 0, batch.Count).MoveToOuterDisposeScope(),
            Target: images.narrow(0, batch.Count, batch.Count).MoveToOuterDisposeScope(),
            Reverse: batch.HasReverse ? queries.narrow(0, batch.Count, batch.Count).MoveToOuterDisposeScope() : null,
            QueryImage: batch.HasReverse ? images.narrow(0, 0, batch.Count).MoveToOuterDisposeScope() : null);
    }

    private static StepResult Backward(Embeddings embeddings, ILoss loss)
    {
        using var scope = NewDisposeScope();
        var forward = loss.Loss(embeddings.Query, embeddings.Target);
        var reverse = embeddings.Reverse is null ? null : loss.Loss(embeddings.Reverse, embeddings.QueryImage!);
        (reverse is null ? forward : forward + reverse).backward();

        int[] answers = [.. Enumerable.Range(0, (int)embeddings.Query.shape[0])];
        int[] ranks = Ranks.InGallery(embeddings.Query.detach(), embeddings.Target.detach(), answers);
        return new StepResult(forward.ToDouble(), reverse?.ToDouble() ?? 0, Recall.At(ranks, 1), ranks);
    }

    /// <summary>The four sets of points that the objective compares, each [B, D].</summary>
    private sealed record Embeddings(Tensor Query, Tensor Target, Tensor? Reverse, Tensor? QueryImage)
    {
        private IEnumerable<Tensor> All => new[] { Query, Target, Reverse, QueryImage }.OfType<Tensor>();

        public static Embeddings Concatenate(IReadOnlyList<Embeddings> parts) => new(
            cat([.. parts.Select(part => part.Query)]),
            cat([.. parts.Select(part => part.Target)]),
            parts[0].Reverse is null ? null : cat([.. parts.Select(part => part.Reverse!)]),
            parts[0].QueryImage is null ? null : cat([.. parts.Select(part => part.QueryImage!)]));

        public Embeddings AsLeaves() => new(
            Query.requires_grad_(), Target.requires_grad_(), Reverse?.requires_grad_(), QueryImage?.requires_grad_());

        /// <summary>Backward of Σ embedding · its cached gradient.</summary>
        public void Backward(Embeddings cached, int start)
        {
            var products = All.Zip(cached.All, (mine, leaf) => (mine * leaf.grad!.narrow(0, start, mine.shape[0])).sum());
            products.Aggregate((sum, term) => sum + term).backward();
        }
    }
}
