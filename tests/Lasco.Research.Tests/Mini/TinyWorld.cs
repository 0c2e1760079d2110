using Lasco.Research.Mini;

namespace Lasco.Research.Tests.Mini;

/// <summary>A very small mini world, written once and removed at the end.</summary>
public sealed class TinyWorld : IDisposable
{
    public const int Seed = 3;

    public static MiniWorldSize Size { get; } = new()
    {
        Resolution = 32,
        LascoFamily = 16, LascoTrainPairs = 10, LascoValPairs = 6,
        LascoTrainFamilies = 6,
        LascoValFamilies = 4,
        CirrTrainSubsets = 10,
        CirrValSubsets = 6,
        FashionTrainGroups = 4,
        FashionValGroups = 3,
        PretrainingTrainImages = 60,
        PretrainingValImages = 20,
    };

    public string Folder { get; } = Directory.CreateTempSubdirectory("lasco-mini-").FullName;

    public TinyWorld()
    {
        MiniWorld.Write(Folder, Seed, Size);
        MiniWorld.WritePretraining(Folder, Seed, Size);
    }

    public string this[string path] => Path.Combine(Folder, path);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
