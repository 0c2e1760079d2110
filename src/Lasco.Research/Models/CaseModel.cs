using Lasco.Research.Checkpoints;
using Lasco.Research.Imaging;
using Lasco.Research.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Models;

/// <summary>
/// CASE with its vocabulary and its preprocessing: all that embeds pictures and texts. On disk it is a folder with
/// <c>config.json</c>, <c>model.safetensors</c> and <c>vocab.txt</c>.
/// </summary>
public sealed class CaseModel : IDisposable
{
    private const string ConfigFile = "config.json";
    private const string WeightsFile = "model.safetensors";
    private const string VocabularyFile = "vocab.txt";

    /// <summary>Puts the parts together.</summary>
    /// <param name="model">The network.</param>
    /// <param name="vocabulary">Its vocabulary.</param>
    public CaseModel(Case model, BertTokenizer vocabulary)
    {
        Case = model;
        Vocabulary = vocabulary;
        Tokenizer = new QueryTokenizer(vocabulary, model.Config);
        Preprocessing = Preprocessing.Blip with { Size = model.Config.ImageSize, TargetPad = model.Config.TargetPad };
    }

    /// <summary>The network.</summary>
    public Case Case { get; }

    /// <summary>The word pieces.</summary>
    public BertTokenizer Vocabulary { get; }

    /// <summary>Makes the token sequences of queries.</summary>
    public QueryTokenizer Tokenizer { get; }

    /// <summary>Fits images to the network.</summary>
    public Preprocessing Preprocessing { get; }

    /// <summary>The device that the network is on.</summary>
    public Device Device => Case.vision_proj.weight!.device;

    /// <summary>Reads a folder that <see cref="Save"/> wrote.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="InputException">A file is missing or malformed, or the files do not belong together.</exception>
    public static CaseModel Load(string folder)
    {
        var config = BlipConfig.Read<CaseConfig>(Path.Combine(folder, ConfigFile));
        return Create(config, Path.Combine(folder, VocabularyFile), Path.Combine(folder, WeightsFile));
    }

    /// <summary>
    /// CASE with BLIP's weights (paper section 4.1), not yet trained for composed retrieval: the row of [REV] is random.
    /// </summary>
    /// <param name="source">
    /// A folder with BLIP's <c>config.json</c>, <c>model.safetensors</c> and <c>vocab.txt</c>; or a checkpoint file, whose sizes
    /// are then read from its shapes.
    /// </param>
    /// <param name="vocabulary">BERT's <c>vocab.txt</c>, where <paramref name="source"/> is a file.</param>
    /// <param name="settings">Changes sizes (another image size) and settings.</param>
    /// <exception cref="InputException">A file is missing or malformed, or the files do not belong together.</exception>
    public static CaseModel FromBlip(string source, string? vocabulary = null, Func<CaseConfig, CaseConfig>? settings = null)
    {
        bool isFolder = Directory.Exists(source);
        string weights = isFolder ? Path.Combine(source, WeightsFile) : source;
        vocabulary ??= isFolder
            ? Path.Combine(source, VocabularyFile)
            : throw new InputException(source, "a BLIP checkpoint has no vocabulary in it: name BERT's vocab.txt as well");

        using var scope = NewDisposeScope();
        var tensors = BlipCheckpoint.Read(weights);
        var blip = isFolder
            ? BlipConfig.Read<BlipConfig>(Path.Combine(source, ConfigFile))
            : BlipConfig.FromShapes(tensors.ToDictionary(pair => pair.Key, pair => pair.Value.shape), source);
        var config = new CaseConfig(blip);
        return Create(settings?.Invoke(config) ?? config, vocabulary, weights, tensors);
    }

    /// <summary>Moves the network.</summary>
    /// <param name="device">cpu, cuda, or cuda:N.</param>
    /// <exception cref="InputException">There is no such device.</exception>
    public void MoveTo(string device)
    {
        if (device.StartsWith("cuda", StringComparison.Ordinal) && !cuda.is_available())
            throw new InputException($"--device {device}: this libtorch finds no GPU");
        Case.to(torch.device(device));
    }

    /// <summary>Writes the folder, each file atomically.</summary>
    /// <param name="folder">The folder; created.</param>
    public void Save(string folder)
    {
        AtomicFile.WriteText(Path.Combine(folder, ConfigFile), Case.Config.ToJson());
        Text.VocabularyFile.Write(Path.Combine(folder, VocabularyFile), Vocabulary.Tokens);
        using var scope = NewDisposeScope();
        SafetensorsWriter.Write(Path.Combine(folder, WeightsFile), Case.state_dict());
    }

    /// <inheritdoc/>
    public void Dispose() => Case.Dispose();

    private static CaseModel Create(CaseConfig config, string vocabularyFile, string weightsFile, Dictionary<string, Tensor>? tensors = null)
    {
        var vocabulary = BertTokenizer.Load(vocabularyFile);
        if (config.VocabSize != vocabulary.RevId + 1)
        {
            throw new InputException(vocabularyFile,
                $"holds {vocabulary.Count} tokens; with [DEC], [ENC] and [REV] the model's word embedding would have {vocabulary.RevId + 1} rows, not {config.VocabSize}");
        }

        using var scope = NewDisposeScope();
        var model = new Case(config);
        BlipCheckpoint.Load(model, tensors ?? BlipCheckpoint.Read(weightsFile), weightsFile);
        model.eval();
        return new CaseModel(model, vocabulary);
    }
}
