using Lasco.Research.Datasets;
using Lasco.Research.Imaging;
using Lasco.Research.Models;
using Lasco.Research.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Retrieval;

/// <summary>Embeds images and composed queries with CASE, decoding and tokenizing ahead on background threads.</summary>
public sealed class Embedder
{
    private const int PixelsInFlight = 64 * 384 * 384;
    private const int MaxBatch = 256;

    private readonly CaseModel model;
    private readonly int batchSize;

    /// <summary>An embedder over a model in evaluation mode.</summary>
    /// <param name="model">The model.</param>
    public Embedder(CaseModel model)
    {
        this.model = model;
        int pixels = model.Preprocessing.Size * model.Preprocessing.Size;
        batchSize = Math.Clamp(PixelsInFlight / pixels, 1, MaxBatch);
    }

    /// <summary>Dimension of the embeddings.</summary>
    public int Dimension => model.Case.Config.EmbedDim;

    /// <summary>Embeds images as retrieval targets, a batch at a time.</summary>
    /// <param name="files">The image files.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <returns>For each batch in order, [B, D] float32 on the CPU; the caller disposes of it.</returns>
    /// <exception cref="InputException">An image is missing or damaged.</exception>
    public IEnumerable<Tensor> Images(IEnumerable<string> files, CancellationToken cancellation = default)
    {
        var work = files.Chunk(batchSize).Select(chunk => (Func<RgbImage[]>)(() => Array.ConvertAll(chunk, Read)));
        foreach (var images in Prefetch.Ahead(work, ahead: 2))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return Embed(() => model.Case.ImageEmbedding(ImageTokens(images)));
        }
    }

    /// <summary>Embeds composed queries.</summary>
    /// <param name="queries">For each query its image file and its text.</param>
    /// <param name="progress">Told how many are done.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <returns>[Q, D] float32 on the CPU, in the order given.</returns>
    /// <exception cref="InputException">An image is missing or damaged.</exception>
    public Tensor Queries(IReadOnlyList<(string Image, string Text)> queries, IProgress<int>? progress = null, CancellationToken cancellation = default) =>
        Queries(queries, model.Tokenizer.Query, progress, cancellation);

    /// <summary>Embeds reverse queries, M(T, [REV]; text): where the query image of a target and a text is sought (paper section 4.2).</summary>
    /// <param name="queries">For each query its target's image file and its text.</param>
    /// <param name="progress">Told how many are done.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <returns>[Q, D] float32 on the CPU, in the order given.</returns>
    /// <exception cref="InputException">An image is missing or damaged.</exception>
    public Tensor ReverseQueries(IReadOnlyList<(string Image, string Text)> queries, IProgress<int>? progress = null, CancellationToken cancellation = default) =>
        Queries(queries, model.Tokenizer.ReverseQuery, progress, cancellation);

    /// <summary>Embeds a split: its gallery as targets, its triplets as queries.</summary>
    /// <param name="split">The split; its targets may be hidden.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <returns>Queries [Q, D], a row for each triplet, and gallery [N, D], a row for each image of the gallery, float32 on the CPU.</returns>
    /// <exception cref="InputException">An image is missing or damaged.</exception>
    public (Tensor Queries, Tensor Gallery) Split(CoirSplit split, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        using var scope = NewDisposeScope();
        double total = split.Gallery.Count + split.Triplets.Count;
        var batches = new List<Tensor>();
        long done = 0;
        foreach (var batch in Images(split.Gallery.Select(image => split.Images[image].Path), cancellation))
        {
            batches.Add(batch);
            progress?.Report((done += batch.shape[0]) / total);
        }

        var queries = Queries(
            [.. split.Triplets.Select(triplet => (split.Images[triplet.Query].Path, triplet.Text))],
            progress is null ? null : new DirectProgress<int>(count => progress.Report((done + count) / total)),
            cancellation);
        return (queries.MoveToOuterDisposeScope(), cat(batches).MoveToOuterDisposeScope());
    }

    private Tensor Queries(IReadOnlyList<(string Image, string Text)> queries, Func<string, int[]> tokenize, IProgress<int>? progress, CancellationToken cancellation)
    {
        // Queries that share an image stand together, so that it is decoded and encoded once.
        int[] order = [.. Enumerable.Range(0, queries.Count).OrderBy(i => queries[i].Image, StringComparer.Ordinal)];
        var work = order.Chunk(batchSize).Select(chunk => (Func<QueryBatch>)(() => Load([.. chunk.Select(i => queries[i])], tokenize)));

        using var scope = NewDisposeScope();
        var embedded = empty([queries.Count, Dimension]);
        int done = 0;
        foreach (var batch in Prefetch.Ahead(work, ahead: 2))
        {
            cancellation.ThrowIfCancellationRequested();
            using var step = NewDisposeScope();
            var positions = tensor(order[done..(done + batch.Texts.Rows)].Select(i => (long)i).ToArray());
            embedded.index_copy_(0, positions, Embed(() => Query(batch)));
            done += batch.Texts.Rows;
            progress?.Report(done);
        }

        return embedded.MoveToOuterDisposeScope();
    }

    private static Tensor Embed(Func<Tensor> compute)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        return compute().cpu().MoveToOuterDisposeScope();
    }

    private Tensor Query(QueryBatch batch)
    {
        var tokens = model.Case.QueryTokens(ImageTokens(batch.Images)); // [unique images, N, C]
        var attended = tokens.index_select(0, tensor(batch.ImageOfQuery, device: model.Device)); // [B, N, C]
        var (ids, mask) = batch.Texts.ToTensors(model.Device);
        return model.Case.QueryEmbedding(attended, ids, mask);
    }

    private Tensor ImageTokens(RgbImage[] images) =>
        model.Case.ImageTokens(PixelTensor.From(images, model.Preprocessing, model.Device));

    private RgbImage Read(string file) => model.Preprocessing.Fit(ImageFile.Read(file));

    private QueryBatch Load((string Image, string Text)[] queries, Func<string, int[]> tokenize)
    {
        string[] files = [.. queries.Select(query => query.Image).Distinct()];
        return new QueryBatch(
            Array.ConvertAll(files, Read),
            [.. queries.Select(query => (long)Array.IndexOf(files, query.Image))],
            TokenBatch.Pad([.. queries.Select(query => tokenize(query.Text))], model.Tokenizer.PadId));
    }

    private sealed record QueryBatch(RgbImage[] Images, long[] ImageOfQuery, TokenBatch Texts);
}
