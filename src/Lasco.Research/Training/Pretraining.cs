using System.Diagnostics;
using System.Text.Json;
using Lasco.Research.Checkpoints;
using Lasco.Research.Imaging;
using Lasco.Research.Models;
using Lasco.Research.Text;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lasco.Research.Training;

/// <summary>How a mini BLIP is pre-trained.</summary>
public sealed record PretrainingRecipe
{
    /// <summary>Image-caption pairs in a batch.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>Steps of AdamW.</summary>
    public int Steps { get; init; } = 3000;

    /// <summary>Steps over which the step size rises to <see cref="LearningRate"/>; it falls to 0 along a cosine afterwards.</summary>
    public int WarmUp { get; init; } = 100;

    /// <summary>AdamW's largest step size.</summary>
    public double LearningRate { get; init; } = 1.5e-3;

    /// <summary>AdamW's decoupled weight decay.</summary>
    public double WeightDecay { get; init; } = 0.05;

    /// <summary>Seed of weights, order and negatives.</summary>
    public int Seed { get; init; }

    /// <summary>The step size of a step.</summary>
    /// <param name="step">From 0.</param>
    public double LearningRateAt(int step) => step < WarmUp
        ? LearningRate * (step + 1) / WarmUp
        : LearningRate * 0.5 * (1 + Math.Cos(Math.PI * (step - WarmUp) / Math.Max(1, Steps - WarmUp)));
}

/// <summary>A step's losses.</summary>
/// <param name="Step">From 1.</param>
/// <param name="Steps">Steps of the run.</param>
/// <param name="Contrastive">The image-text contrastive loss.</param>
/// <param name="Matching">The image-text matching loss.</param>
/// <param name="Remaining">The time left.</param>
public sealed record PretrainingProgress(int Step, int Steps, double Contrastive, double Matching, TimeSpan Remaining);

/// <summary>
/// Pre-trains a BLIP on image-caption pairs with two of its three objectives (Li et al. 2022, section 3.2): image-text
/// contrastive, and image-text matching with hard negatives drawn by the contrastive similarities. The third, captioning,
/// trains a decoder that CASE has no use for.
/// </summary>
public static class Pretraining
{
    private static readonly TimeSpan CheckpointInterval = TimeSpan.FromMinutes(2);

    /// <summary>Pre-trains and writes a model folder; goes on from the folder's checkpoint if it has one.</summary>
    /// <param name="config">The sizes.</param>
    /// <param name="vocabulary">The word pieces.</param>
    /// <param name="pairs">Images with their captions.</param>
    /// <param name="recipe">How to train.</param>
    /// <param name="folder">The folder to write.</param>
    /// <param name="progress">Told of every step.</param>
    /// <param name="cancellation">Stops after the current step, which is kept.</param>
    /// <exception cref="InputException">An image is missing or damaged, or the checkpoint is of another run.</exception>
    public static void Run(
        BlipConfig config,
        BertTokenizer vocabulary,
        IReadOnlyList<(string Image, IReadOnlyList<string> Captions)> pairs,
        PretrainingRecipe recipe,
        string folder,
        IProgress<PretrainingProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        manual_seed(recipe.Seed);
        using var model = new BlipForPretraining(config);
        model.train();
        using var optimizer = optim.AdamW(model.parameters(), recipe.LearningRate, weight_decay: recipe.WeightDecay);
        var checkpoint = new TrainingCheckpoint(folder, model, optimizer, JsonSerializer.Serialize(recipe) + config.ToJson());
        var preprocessing = Preprocessing.Blip with { Size = config.ImageSize };
        int start = checkpoint.Restore().Step, step = start;
        var watch = Stopwatch.StartNew();
        var sinceCheckpoint = Stopwatch.StartNew();

        var sampler = new PairSampler(pairs, vocabulary, recipe);
        var work = Enumerable.Range(start, recipe.Steps - start).Select(i => (Func<PairBatch>)(() => sampler.Load(i, preprocessing)));
        foreach (var batch in Prefetch.Ahead(work, ahead: 4))
        {
            foreach (var group in optimizer.ParamGroups)
                group.LearningRate = recipe.LearningRateAt(step);
            model.zero_grad();
            var (contrastive, matching) = Backward(model, batch, preprocessing);
            nn.utils.clip_grad_norm_(model.parameters(), max_norm: 1);
            optimizer.step();

            step++;
            progress?.Report(new PretrainingProgress(step, recipe.Steps, contrastive, matching, watch.Elapsed / (step - start) * (recipe.Steps - step)));
            if (cancellation.IsCancellationRequested || sinceCheckpoint.Elapsed > CheckpointInterval)
            {
                checkpoint.Write(new TrainingPosition(0, step));
                sinceCheckpoint.Restart();
            }

            cancellation.ThrowIfCancellationRequested();
        }

        AtomicFile.WriteText(Path.Combine(folder, "config.json"), config.ToJson());
        VocabularyFile.Write(Path.Combine(folder, "vocab.txt"), vocabulary.Tokens);
        using var scope = NewDisposeScope();
        SafetensorsWriter.Write(Path.Combine(folder, "model.safetensors"), model.state_dict().Where(pair => !pair.Key.StartsWith("itm_head", StringComparison.Ordinal)));
    }

    private static (double Contrastive, double Matching) Backward(BlipForPretraining model, PairBatch batch, Preprocessing preprocessing)
    {
        using var scope = NewDisposeScope();
        var imageTokens = model.ImageTokens(PixelTensor.From(batch.Images, preprocessing, CPU)); // [B, N, C]
        var (ids, mask) = batch.Alone.ToTensors(CPU); // [B, L]
        var (groundedIds, _) = batch.Grounded.ToTensors(CPU); // [B, L]

        var similarity = model.ImageEmbedding(imageTokens).matmul(model.TextEmbedding(ids, mask).t()) / model.Config.Temperature; // [B, B]
        var pairs = arange(similarity.shape[0]);
        var contrastive = (functional.cross_entropy(similarity, pairs) + functional.cross_entropy(similarity.t(), pairs)) / 2;

        // The wrong pairs: half of the images with another text, half of the texts with another image.
        var isEven = pairs.remainder(2).eq(0);
        var texts = where(isEven, HardNegatives(similarity), pairs);
        var images = where(isEven, pairs, HardNegatives(similarity.t()));
        var logits = model.Match(
            cat([imageTokens, imageTokens.index_select(0, images)]),
            cat([groundedIds, groundedIds.index_select(0, texts)]),
            cat([mask, mask.index_select(0, texts)])); // [2B, 2]
        var labels = cat([ones_like(pairs), zeros_like(pairs)]);
        var matching = functional.cross_entropy(logits, labels);

        (contrastive + matching).backward();
        return (contrastive.ToDouble(), matching.ToDouble());
    }

    /// <summary>For each row one wrong column, drawn with probability ∝ exp(similarity) (by the Gumbel-max trick).</summary>
    private static Tensor HardNegatives(Tensor similarity)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var gumbel = -(-rand_like(similarity).clamp(1e-9, 1).log()).clamp_min(1e-9).log();
        var others = (similarity + gumbel).masked_fill(eye(similarity.shape[0], dtype: ScalarType.Bool), float.NegativeInfinity);
        return others.argmax(1).MoveToOuterDisposeScope();
    }
}
