using Lasco.Research.Checkpoints;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Tests.Checkpoints;

public class CheckpointTests : CheckpointTest
{
    [Fact]
    public void The_content_decides_and_not_the_name()
    {
        using var scope = torch.NewDisposeScope();
        string swapped = Temporary("model.pth", File.ReadAllBytes(Fixture("combiner", "model.safetensors")));
        Assert.Equal(12, Checkpoint.Load(swapped).Count);
        swapped = Temporary("model.safetensors", File.ReadAllBytes(Fixture("pth", "linear.pth")));
        Assert.Equal(["bias", "weight"], Checkpoint.Load(swapped).Keys.Order());
    }

    [Theory]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "git lfs pull")]
    [InlineData("<!DOCTYPE html><html>", "neither")]
    [InlineData("x", "neither")]
    [InlineData("", "empty")]
    public void Any_other_file_is_refused(string content, string reason)
    {
        string path = Temporary("weights", System.Text.Encoding.ASCII.GetBytes(content));
        Assert.Contains(reason, Assert.Throws<InputException>(() => Checkpoint.Load(path)).Message);
    }

    [Fact]
    public void What_is_loaded_outlives_the_file_and_is_the_callers_to_dispose()
    {
        using var scope = torch.NewDisposeScope();
        string path = Temporary("model.pth", File.ReadAllBytes(Fixture("pth", "layouts.pth")));
        var tensors = Checkpoint.Load(path);
        File.Delete(path);

        Assert.Equal(tensors.Count, scope.DisposablesCount);
        Assert.Equal(2.5f, tensors["scalar"].item<float>());
        Dispose(tensors);
        Assert.Equal(0, scope.DisposablesCount);
    }
}
