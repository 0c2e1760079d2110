using Lasco.Research.Datasets;
using Lasco.Research.Models;
using Lasco.Research.Text;
using Lasco.Research.Training;

namespace Lasco.Research.Experiments;

/// <summary>Pre-trains the mini world's BLIP: its vocabulary and its weights come from the captions alone.</summary>
public static class MiniPretraining
{
    private const int MaxVocabulary = 1000;

    /// <summary>The weights that are shipped with the library (<c>data/mini</c>).</summary>
    public static string ShippedWeights { get; } = Path.Combine(Path.GetDirectoryName(typeof(MiniPretraining).Assembly.Location)!, "data", "mini");

    /// <summary>The image-caption pairs of a folder that the mini world wrote for pre-training.</summary>
    /// <param name="root">The folder with <c>captions_train2014.json</c> and <c>train2014</c>.</param>
    /// <exception cref="InputException">The captions are missing or malformed.</exception>
    public static IReadOnlyList<(string Image, IReadOnlyList<string> Captions)> ReadPairs(string root) =>
        [.. CocoCaptions.Read(Path.Combine(root, "captions_train2014.json"))
            .Select(image => (Path.Combine(root, "train2014", image.FileName), (IReadOnlyList<string>)image.Captions))];

    /// <summary>Trains the vocabulary and the model, and writes the model folder.</summary>
    /// <param name="pairs">Images with captions.</param>
    /// <param name="recipe">How to train.</param>
    /// <param name="folder">The folder to write.</param>
    /// <param name="progress">Told of every step.</param>
    /// <param name="cancellation">Stops after the current step; run again to go on.</param>
    public static void Run(
        IReadOnlyList<(string Image, IReadOnlyList<string> Captions)> pairs, PretrainingRecipe recipe, string folder,
        IProgress<PretrainingProgress>? progress, CancellationToken cancellation)
    {
        var vocabulary = new BertTokenizer(WordPieceTrainer.Train(pairs.SelectMany(pair => pair.Captions), MaxVocabulary));
        var config = BlipConfig.Mini with { VocabSize = vocabulary.EncId + 1 };
        Pretraining.Run(config, vocabulary, pairs, recipe, folder, progress, cancellation);
    }
}
