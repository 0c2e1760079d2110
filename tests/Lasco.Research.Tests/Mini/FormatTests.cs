using System.Text.Json;

namespace Lasco.Research.Tests.Mini;

/// <summary>The files' keys, beside those of the real files where they are on this machine, and of the public format descriptions.</summary>
public sealed class FormatTests(TinyWorld world) : IClassFixture<TinyWorld>
{
    [Theory]
    [InlineData("data/cirr/captions/cap.rc2.val.json", "cirr/captions/cap.rc2.val.json")]
    [InlineData("data/cirr/captions/cap.rc2.val.json", "cirr/captions/cap.rc2.train.json")]
    [InlineData("data/fashioniq/captions/cap.dress.train.json", "fashioniq/captions/cap.dress.train.json")]
    [InlineData("data/fashioniq/captions/cap.toptee.val.json", "fashioniq/captions/cap.toptee.val.json")]
    [InlineData("data/fashioniq/image_splits/split.shirt.val.json", "fashioniq/image_splits/split.shirt.val.json")]
    [InlineData("data/lasco/lasco_val_corpus.json", "lasco/lasco_val_corpus.json")]
    public void Entries_are_shaped_as_the_real_ones(string real, string mini) =>
        Assert.Equal(Shape(Read(SharedFolder.Require(real))[0]), Shape(Read(world[mini])[0]));

    [Theory]
    [InlineData("train", @"^\./train/\d{1,2}/train-\d+-[0-3]-img[01]\.png$")]
    [InlineData("val", @"^\./dev/dev-\d+-[0-3]-img[01]\.png$")]
    public void Cirr_paths_are_shaped_as_the_real_ones(string split, string pattern)
    {
        string real = SharedFolder.Require($"data/cirr/image_splits/split.rc2.{split}.json");
        foreach (string file in new[] { real, world[$"cirr/image_splits/split.rc2.{split}.json"] })
        {
            Assert.All(Read(file).EnumerateObject(), image =>
            {
                Assert.Matches(pattern, image.Value.GetString());
                Assert.EndsWith($"/{image.Name}.png", image.Value.GetString());
            });
        }
    }

    [Theory]
    [InlineData("lasco/lasco_val.json", "[{qid:Number,query-image:[Number,String],query-text:String,target-image:[Number,String]}]")]
    [InlineData("lasco/v2_OpenEnded_mscoco_val2014_questions.json", "{info:…,task_type:String,data_type:String,data_subtype:String,license:…,questions:[{image_id:Number,question:String,question_id:Number}]}")]
    [InlineData("lasco/v2_mscoco_val2014_annotations.json", "{info:…,license:…,data_type:String,data_subtype:String,annotations:[{question_type:String,multiple_choice_answer:String,answers:[{answer:String,answer_confidence:String,answer_id:Number}],image_id:Number,answer_type:String,question_id:Number}]}")]
    [InlineData("lasco/v2_mscoco_val2014_complementary_pairs.json", "[[Number]]")]
    [InlineData("pretrain/captions_val2014.json", "{info:…,images:[{license:Number,file_name:String,coco_url:String,height:Number,width:Number,date_captured:String,flickr_url:String,id:Number}],licenses:…,annotations:[{image_id:Number,id:Number,caption:String}]}")]
    public void Files_are_shaped_as_published(string file, string shape) => Assert.Equal(shape, Shape(Read(world[file])));

    private static JsonElement Read(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    }

    /// <summary>Keys and kinds of values, in order; an array by the kinds that its items have.</summary>
    private static string Shape(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', json.EnumerateObject().Select(member => member.Name switch
        {
            "info" or "license" or "licenses" when member.Value.ValueKind != JsonValueKind.Number => $"{member.Name}:…",
            "target_soft" => "target_soft:…",
            _ => $"{member.Name}:{Shape(member.Value)}",
        })) + "}",
        JsonValueKind.Array => "[" + string.Join(',', json.EnumerateArray().Select(Shape).Distinct()) + "]",
        var kind => kind.ToString(),
    };
}
