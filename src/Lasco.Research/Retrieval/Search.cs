using Lasco.Research.Datasets;
using Lasco.Research.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Retrieval;

/// <summary>A retrieved image.</summary>
/// <param name="Rank">From 1.</param>
/// <param name="Similarity">Cosine similarity to the query.</param>
/// <param name="Image">The image.</param>
public sealed record Hit(int Rank, double Similarity, ImageRef Image);

/// <summary>Answers one composed query from a corpus that is embedded already (paper section 4.3).</summary>
public static class Search
{
    /// <summary>The most similar images.</summary>
    /// <param name="model">The model that embedded the corpus.</param>
    /// <param name="corpus">The corpus.</param>
    /// <param name="image">The query image's file.</param>
    /// <param name="text">The transition text.</param>
    /// <param name="top">How many; no more than the corpus holds.</param>
    /// <exception cref="InputException">The image is damaged, or another model embedded the corpus.</exception>
    public static IReadOnlyList<Hit> Run(CaseModel model, EmbeddingFile corpus, string image, string text, int top)
    {
        if (corpus.Model != EmbeddingFile.Fingerprint(model))
            throw new InputException(corpus.Path, "was embedded by another model; embed the corpus again with this one");
        using var scope = NewDisposeScope();
        var query = new Embedder(model).Queries([(image, text)]);
        var (values, indexes) = corpus.Embeddings.matmul(query[0]).topk(Math.Min(top, corpus.Images.Count));
        float[] similarities = values.data<float>().ToArray();
        long[] rows = indexes.data<long>().ToArray();
        return [.. rows.Select((row, i) => new Hit(i + 1, similarities[i], corpus.Images[(int)row]))];
    }
}
