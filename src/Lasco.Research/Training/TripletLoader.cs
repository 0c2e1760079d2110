using Lasco.Research.Datasets;
using Lasco.Research.Imaging;
using Lasco.Research.Models;
using Lasco.Research.Text;

namespace Lasco.Research.Training;

/// <summary>
/// Batches of triplets in an order that depends on the seed and the epoch alone, decoded and tokenized on background threads
/// ahead of the step that takes them.
/// </summary>
public sealed class TripletLoader
{
    private const long PrefetchBytes = 1L << 30;

    private readonly CoirSplit split;
    private readonly QueryTokenizer tokenizer;
    private readonly Preprocessing preprocessing;
    private readonly TrainingRecipe recipe;
    private readonly int batchSize;

    /// <summary>A loader for one training run.</summary>
    /// <param name="split">The triplets, all with targets.</param>
    /// <param name="tokenizer">Makes token sequences.</param>
    /// <param name="preprocessing">Fits images to the model.</param>
    /// <param name="recipe">Batch size, seed, and whether there are reverse queries.</param>
    /// <exception cref="InputException">The split has no triplet.</exception>
    public TripletLoader(CoirSplit split, QueryTokenizer tokenizer, Preprocessing preprocessing, TrainingRecipe recipe)
    {
        if (split.Triplets.Count == 0)
            throw new InputException($"{split.Name} has no triplets to train on");
        (this.split, this.tokenizer, this.preprocessing, this.recipe) = (split, tokenizer, preprocessing, recipe);
        batchSize = Math.Min(recipe.BatchSize, split.Triplets.Count);
    }

    /// <summary>Whole batches in an epoch; the triplets that are left over have their turn in another epoch.</summary>
    public int StepsPerEpoch => split.Triplets.Count / batchSize;

    /// <summary>The batches of an epoch.</summary>
    /// <param name="epoch">From 0.</param>
    /// <param name="firstStep">The first batch to give; those before it are not decoded.</param>
    /// <param name="cancellation">Stops the background work.</param>
    /// <exception cref="InputException">An image is missing or damaged.</exception>
    public IEnumerable<TripletBatch> Epoch(int epoch, int firstStep, CancellationToken cancellation)
    {
        int[] order = [.. Enumerable.Range(0, split.Triplets.Count)];
        Seeded(epoch, step: -1).Shuffle(order);

        long batchBytes = 2L * batchSize * preprocessing.Size * preprocessing.Size * 3;
        int ahead = (int)Math.Clamp(PrefetchBytes / batchBytes, 1, 4);
        var work = Enumerable.Range(firstStep, StepsPerEpoch - firstStep).Select(step => (Func<TripletBatch>)(() =>
            Load(order.AsMemory(step * batchSize, batchSize), Seeded(epoch, step), cancellation)));
        return Prefetch.Ahead(work, ahead);
    }

    private TripletBatch Load(ReadOnlyMemory<int> chosen, Random random, CancellationToken cancellation)
    {
        Triplet[] triplets = Array.ConvertAll(chosen.ToArray(), i => split.Triplets[i]);
        string[] texts = Array.ConvertAll(triplets, triplet => triplet.SampleText(random));
        var images = new RgbImage[2 * triplets.Length];
        for (int i = 0; i < images.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            int image = i < triplets.Length ? triplets[i].Query : triplets[i - triplets.Length].Target;
            images[i] = preprocessing.Fit(ImageFile.Read(split.Images[image].Path));
        }

        var sequences = texts.Select(tokenizer.Query);
        if (recipe.ReverseQuery)
            sequences = sequences.Concat(texts.Select(tokenizer.ReverseQuery));
        return new TripletBatch { Count = triplets.Length, Images = images, Texts = TokenBatch.Pad([.. sequences], tokenizer.PadId) };
    }

    private Random Seeded(int epoch, int step) => new(unchecked((recipe.Seed * 31 + epoch) * 1_000_003 + step));
}
