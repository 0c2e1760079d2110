using Lasco.Research.Checkpoints;
using Lasco.Research.Datasets;
using Lasco.Research.Mini;
using Lasco.Research.Models;
using Lasco.Research.Text;
using TorchSharp;

namespace Lasco.Research.Tests;

/// <summary>A world of a few dozen images and an untrained model of a few thousand weights, written once for all tests.</summary>
public sealed class MiniSetup : IDisposable
{
    private static readonly MiniWorldSize Size = MiniWorldSize.Quick with
    {
        Resolution = 32,
        LascoFamily = 16, LascoTrainPairs = 10, LascoValPairs = 6, LascoTrainFamilies = 3, LascoValFamilies = 2, CirrTrainSubsets = 3, CirrValSubsets = 3,
        FashionTrainGroups = 2, FashionValGroups = 2, PretrainingTrainImages = 24, PretrainingValImages = 4,
    };

    public MiniSetup()
    {
        MiniWorld.Write(Folder, seed: 1, Size);
        MiniWorld.WritePretraining(Folder, seed: 2, Size);
        Vocabulary = new BertTokenizer(WordPieceTrainer.Train(
            CocoCaptions.Read(Path.Combine(Folder, "pretrain", "captions_train2014.json")).SelectMany(image => image.Captions), 300));
        BlipFolder = Path.Combine(Folder, "blip");
        var config = BlipConfig.Mini with
        {
            ImageSize = 32, PatchSize = 16, VisionWidth = 16, VisionDepth = 1, VisionHeads = 2, TextWidth = 16, TextDepth = 2,
            TextHeads = 2, IntermediateSize = 32, EmbedDim = 8, VocabSize = Vocabulary.EncId + 1,
        };
        torch.manual_seed(3);
        using var blip = new Blip(config);
        using var scope = torch.NewDisposeScope();
        AtomicFile.WriteText(Path.Combine(BlipFolder, "config.json"), config.ToJson());
        VocabularyFile.Write(Path.Combine(BlipFolder, "vocab.txt"), Vocabulary.Tokens);
        SafetensorsWriter.Write(Path.Combine(BlipFolder, "model.safetensors"), blip.state_dict());
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("lasco-tests-").FullName;

    public string BlipFolder { get; }

    public BertTokenizer Vocabulary { get; }

    public CoirSplit Split(string dataset, string split) => CoirDatasets.Join(CoirDatasets.Read(dataset, Path.Combine(Folder, dataset), split));

    public CaseModel Model(Func<CaseConfig, CaseConfig>? settings = null)
    {
        torch.manual_seed(4);
        return CaseModel.FromBlip(BlipFolder, settings: settings);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

[CollectionDefinition(nameof(MiniSetup), DisableParallelization = true)]
public sealed class MiniSetupCollection : ICollectionFixture<MiniSetup>;
