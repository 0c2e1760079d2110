using Lasco.Research.Imaging;
using Lasco.Research.Text;

namespace Lasco.Research.Training;

/// <summary>Images, and one caption of each: by itself ([CLS] first) and for the image-grounded encoder ([ENC] first).</summary>
internal sealed record PairBatch(RgbImage[] Images, TokenBatch Alone, TokenBatch Grounded);

/// <summary>
/// Batches of image-caption pairs. Every pass draws a caption for each image and its own order; captions of similar length
/// stand in one batch, so that little of it is padding.
/// </summary>
internal sealed class PairSampler
{
    private const int BatchesSortedTogether = 16;

    private readonly IReadOnlyList<(string Image, IReadOnlyList<string> Captions)> pairs;
    private readonly int[][][] captions;
    private readonly BertTokenizer vocabulary;
    private readonly PretrainingRecipe recipe;
    private readonly Lock passLock = new();
    private (int Number, (int Pair, int[] Caption)[][] Batches)? pass;

    public PairSampler(IReadOnlyList<(string Image, IReadOnlyList<string> Captions)> pairs, BertTokenizer vocabulary, PretrainingRecipe recipe)
    {
        (this.pairs, this.vocabulary, this.recipe) = (pairs, vocabulary, recipe);
        captions = [.. pairs.Select(pair => pair.Captions.Select(caption => vocabulary.Encode(caption)).ToArray())];
    }

    /// <summary>The batch of a step, whatever was loaded before.</summary>
    public PairBatch Load(int step, Preprocessing preprocessing)
    {
        int perPass = Math.Max(1, pairs.Count / recipe.BatchSize);
        var chosen = Pass(step / perPass)[step % perPass];
        int[][] sequences = Array.ConvertAll(chosen, item => item.Caption);
        return new PairBatch(
            Array.ConvertAll(chosen, item => preprocessing.Fit(ImageFile.Read(pairs[item.Pair].Image))),
            TokenBatch.Pad(sequences, vocabulary.PadId),
            TokenBatch.Pad(Array.ConvertAll(sequences, ids => (int[])[vocabulary.EncId, .. ids[1..]]), vocabulary.PadId));
    }

    private (int Pair, int[] Caption)[][] Pass(int number)
    {
        lock (passLock)
        {
            if (pass?.Number != number)
                pass = (number, Draw(new Random(recipe.Seed * 7919 + number)));
            return pass.Value.Batches;
        }
    }

    private (int Pair, int[] Caption)[][] Draw(Random random)
    {
        int[] order = [.. Enumerable.Range(0, pairs.Count)];
        random.Shuffle(order);
        var batches = order
            .Select(pair => (Pair: pair, Caption: captions[pair][random.Next(captions[pair].Length)]))
            .Chunk(recipe.BatchSize * BatchesSortedTogether)
            .SelectMany(part => part.OrderBy(item => item.Caption.Length).Chunk(recipe.BatchSize))
            .Where(batch => batch.Length == recipe.BatchSize || pairs.Count < recipe.BatchSize)
            .ToArray();
        random.Shuffle(batches);
        return batches;
    }
}
