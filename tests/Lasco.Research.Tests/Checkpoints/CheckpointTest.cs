using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Tests.Checkpoints;

/// <summary>A folder of its own for each test, fixtures, and exact comparison of tensors.</summary>
public abstract class CheckpointTest : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("checkpoints");

    protected static string Fixture(params string[] path) => Path.Combine([AppContext.BaseDirectory, "Fixtures", .. path]);

    protected string Temporary(string name) => Path.Combine(folder.FullName, name);

    protected string Temporary(string name, byte[] content)
    {
        string path = Temporary(name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Type, shape and every bit.</summary>
    protected static void AssertSame(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.dtype, actual.dtype);
        Assert.Equal(expected.shape, actual.shape);
        using var left = expected.contiguous();
        using var right = actual.contiguous();
        Assert.True(left.bytes.SequenceEqual(right.bytes));
    }

    protected static void Dispose(Dictionary<string, Tensor> tensors)
    {
        foreach (var tensor in tensors.Values)
            tensor.Dispose();
    }

    public void Dispose()
    {
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
