using System.Text.RegularExpressions;
using Lasco.Research.Checkpoints;
using Lasco.Research.Datasets;
using Lasco.Research.Models;
using Lasco.Research.Text;
using Lasco.Research.Training;
using TorchSharp;

namespace Lasco.Research.Experiments;

/// <summary>Pre-trains the mini world's BLIP: its weights come from captions, its vocabulary from captions and transition texts.</summary>
public static partial class MiniPretraining
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

        var vocabulary = new BertTokenizer(WordPieceTrainer.Train(pairs.SelectMany(pair => pair.Item2), MaxVocabulary));
        var config = BlipConfig.Mini with { VocabSize = vocabulary.EncId + 1 };
        Pretraining.Run(config, vocabulary, pairs, recipe, folder, progress, cancellation);
        AppendTransitionWords(folder, config, vocabulary, CoirDatasets.Names
            .SelectMany(name => CoirDatasets.Read(name, Path.Combine(world, name), "train"))
            .SelectMany(split => split.Triplets)
            .SelectMany(triplet => triplet.Texts));
    }

    /// <summary>
    /// Appends the words of transition texts that no caption has ("make", "should", "instead"), as BERT's vocabulary has them for
    /// the real datasets. Their embeddings are as untrained as pre-training would have left them.
    /// </summary>
    private static void AppendTransitionWords(string folder, BlipConfig config, BertTokenizer vocabulary, IEnumerable<string> texts)
    {
        var known = vocabulary.Tokens.ToHashSet(StringComparer.Ordinal);
        string[] added = [.. texts.SelectMany(text => Word().Matches(text.ToLowerInvariant())).Select(match => match.Value)
            .Distinct().Where(word => !known.Contains(word)).Order(StringComparer.Ordinal)];

        const string words = "text_encoder.embeddings.word_embeddings.weight";
        string weights = Path.Combine(folder, "model.safetensors");
        using var scope = torch.NewDisposeScope();
        var tensors = Checkpoint.Load(weights);
        var rows = tensors[words]; // the vocabulary, [DEC], [ENC]
        torch.manual_seed(0);
        var untrained = torch.randn(added.Length, config.TextWidth) * 0.02;
        tensors[words] = torch.cat([rows.narrow(0, 0, vocabulary.Count), untrained, rows.narrow(0, vocabulary.Count, 2)]);
        SafetensorsWriter.Write(weights, tensors);
        VocabularyFile.Write(Path.Combine(folder, "vocab.txt"), vocabulary.Tokens.Concat(added));
        AtomicFile.WriteText(Path.Combine(folder, "config.json"), (config with { VocabSize = config.VocabSize + added.Length }).ToJson());
    }

    [GeneratedRegex("[a-z]+")]
    private static partial Regex Word();
}
