using Lasco.Research.Datasets;

namespace Lasco.Research.Tests.Datasets;

public class Nlvr2ImageTests
{
    [Theory]
    [InlineData("train")]
    [InlineData("val")]
    [InlineData("test1")]
    public void Names_every_image_of_cirr_as_its_split_files_do(string split)
    {
        using System.Text.Json.JsonDocument list = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedFolder.Require("data/cirr"), "image_splits", $"split.rc2.{split}.json")));
        Assert.All(list.RootElement.EnumerateObject(), entry =>
        {
            Assert.True(Nlvr2Image.TryParse(entry.Name, out Nlvr2Image image));
            string[] path = entry.Value.GetString()!.Split('/');
            int? directory = path.Length == 4 ? int.Parse(path[2]) : null;
            Assert.Equal(entry.Value.GetString(), $"./{image.PathBelow(directory)}");
        });
    }

    [Fact]
    public void Takes_names_apart()
    {
        Assert.True(Nlvr2Image.TryParse("train-11041-2-img0", out Nlvr2Image image));
        Assert.Equal(new Nlvr2Image("train", 11041, 2, 0), image);
        Assert.Equal(("train/34/train-11041-2-img0.png", "train/train-11041-2-img0.png"), (image.PathBelow(34), image.PathBelow()));
        Assert.Equal((new Nlvr2Image("dev", 850, 0, 0), new Nlvr2Image("dev", 850, 0, 1)), Nlvr2Image.OfSentence("dev-850-0-1"));
        Assert.Equal("test1-1-3-img1.png", Nlvr2Image.OfSentence("test1-1-3-0").Right.FileName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("dev-244-0-img2")]
    [InlineData("val-244-0-img0")]
    [InlineData("dev-0244-0-img0")]
    [InlineData("dev-244-4-img0")]
    [InlineData("dev--1-0-img0")]
    [InlineData("dev-244-0-img0.png")]
    [InlineData("dev-99999999999-0-img0")]
    [InlineData("dev-+1-0-img0")]
    public void Refuses_what_is_not_a_name(string name)
    {
        Assert.False(Nlvr2Image.TryParse(name, out _));
        Assert.Throws<InputException>(() => Nlvr2Image.OfSentence(name.Replace("img0", "2")));
    }
}
