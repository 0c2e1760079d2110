using Lasco.Research.Datasets;
using Lasco.Research.Models;
using Lasco.Research.Text;
using Lasco.Research.Training;

namespace Lasco.Research.Experiments;

/// <summary>Pre-trains the mini world's BLIP: its weights come from captions alone, its vocabulary from captions and transition texts.</summary>
public static class MiniPretraining
{
    private const int MaxVocabulary = 1000;

    /// <summary>The weights that are shipped with the library (<c>data/mini</c>).</summary>
    public static string ShippedWeights { get; } = Path.Combine(Path.GetDirectoryName(typeof(MiniPretraining).Assembly.Location)!, "data", "mini");

    /// <summary>Trains the vocabulary and the model, and writes the model folder; run again, it goes on where it stopped.</summary>
    /// <param name="world">A mini world with its images for pre-training.</param>
    /// <param name="recipe">How to train.</param>
    /// <param name="folder">The folder to write.</param>
    /// <param name="progress">Told of every step.</param>
    /// <param name="cancellation">Stops after the current step.</param>
    /// <exception cref="InputException">A file of the world is missing or malformed.</exception>
    public static void Run(
        string world, PretrainingRecipe recipe, string folder, IProgress<PretrainingProgress>? progress, CancellationToken cancellation)
    {
        string root = Path.Combine(world, "pretrain");
        (string, IReadOnlyList<string>)[] pairs = [.. CocoCaptions.Read(Path.Combine(root, "captions_train2014.json"))
            .Select(image => (Path.Combine(root, "train2014", image.FileName), image.Captions))];

        // As BERT's vocabulary does for the real datasets, this one has whole words for the transition texts too.
        var transitionTexts = CoirDatasets.Names
            .SelectMany(name => CoirDatasets.Read(name, Path.Combine(world, name), "train"))
            .SelectMany(split => split.Triplets)
            .SelectMany(triplet => triplet.Texts);
        var vocabulary = new BertTokenizer(WordPieceTrainer.Train(pairs.SelectMany(pair => pair.Item2).Concat(transitionTexts), MaxVocabulary));
        var config = BlipConfig.Mini with { VocabSize = vocabulary.EncId + 1 };
        Pretraining.Run(config, vocabulary, pairs, recipe, folder, progress, cancellation);
    }
}
