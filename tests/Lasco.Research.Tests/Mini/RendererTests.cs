using System.Security.Cryptography;
using Lasco.Research.Imaging;
using Lasco.Research.Mini;

namespace Lasco.Research.Tests.Mini;

public sealed class RendererTests
{
    [Fact]
    public void Pixels_are_the_same_on_every_machine()
    {
        byte[] solids = SceneRenderer.Render(SceneSampler.Draw(new SplitMix64(1)), 64, new SplitMix64(2)).Pixels;
        byte[] garment = GarmentRenderer.Render(Garment.Draw(Category.Dress, new SplitMix64(3)), 64, new SplitMix64(4)).Pixels;
        Assert.Equal("EEA64038D8960031", Convert.ToHexString(SHA256.HashData(solids))[..16]);
        Assert.Equal("9AFCDBD4AF5A2DFD", Convert.ToHexString(SHA256.HashData(garment))[..16]);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(32)]
    public void Every_single_edit_of_a_scene_is_seen(int resolution)
    {
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new SplitMix64(seed);
            Scene scene = SceneSampler.Draw(random), edited = SceneSampler.Edit(scene, 9, random);
            double share = Changed(SceneRenderer.Render(scene, resolution, new SplitMix64(7)), SceneRenderer.Render(edited, resolution, new SplitMix64(7)));
            Assert.True(share > 0.005, $"seed {seed}: {share:P2} of the pixels differ between {scene} and {edited}");
        }
    }

    [Fact]
    public void Every_single_edit_of_a_garment_is_seen()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new SplitMix64(seed);
            Garment garment = Garment.Draw((Category)(seed % 3), random), edited = garment.Edit(random);
            double share = Changed(GarmentRenderer.Render(garment, 64, new SplitMix64(7)), GarmentRenderer.Render(edited, 64, new SplitMix64(7)));
            Assert.True(share > 0.005, $"seed {seed}: {share:P2} of the pixels differ between {garment} and {edited}");
        }
    }

    [Fact]
    public void Two_photographs_of_a_scene_differ()
    {
        Scene scene = SceneSampler.Draw(new SplitMix64(1));
        Assert.True(Changed(SceneRenderer.Render(scene, 64, new SplitMix64(2)), SceneRenderer.Render(scene, 64, new SplitMix64(3))) > 0.01);
    }

    /// <summary>The share of pixels of which a channel differs by more than 30 of 255.</summary>
    private static double Changed(RgbImage a, RgbImage b)
    {
        int changed = 0, pixels = a.Width * a.Height;
        for (int i = 0; i < pixels; i++)
        {
            for (int c = 3 * i; c < 3 * i + 3; c++)
            {
                if (Math.Abs(a.Pixels[c] - b.Pixels[c]) > 30)
                {
                    changed++;
                    break;
                }
            }
        }

        return changed / (double)pixels;
    }
}
