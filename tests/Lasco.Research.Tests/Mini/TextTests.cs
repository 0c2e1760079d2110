using System.Text.RegularExpressions;
using Lasco.Research.Mini;

namespace Lasco.Research.Tests.Mini;

public sealed partial class TextTests
{
    [Fact]
    public void A_question_without_its_premise_has_no_answer()
    {
        var cube = new Solid(0, Shape.Cube, Hue.Red, Scale.Small, Texture.Plain, Side.Left, Depth.Front);
        var scene = new Scene(Ground.Gray, Wall.Pink, [cube, cube with { Id = 1, Side = Side.Right, Hue = Hue.Blue }]);
        Assert.Null(new Question(Topic.Color, new Referent(Shape.Cube)).Answer(scene));
        Assert.Null(new Question(Topic.Color, new Referent(Shape.Cone)).Answer(scene));
        Assert.Equal("left", new Question(Topic.Side, new Referent(Shape.Cube, Hue.Red)).Answer(scene));
        Assert.Equal("Is the red cube on the left or on the right?", new Question(Topic.Side, new Referent(Shape.Cube, Hue.Red)).ToString());
    }

    [Fact]
    public void Fashion_captions_name_every_difference()
    {
        for (int seed = 0; seed < 500; seed++)
        {
            var random = new SplitMix64(seed);
            Garment candidate = Garment.Draw(Category.Shirt, random), target = candidate.Edit(random).Edit(random);
            if (candidate == target)
                continue;
            (string first, string second) = FashionIqSet.Compare(candidate, target, random);
            string both = $"{first} {second}";
            Assert.NotEqual(first, second);
            Assert.True(candidate.Hue == target.Hue || both.Contains(target.Hue.ToString().ToLowerInvariant()), both);
            Assert.True(candidate.Sleeve == target.Sleeve || both.Contains("sleeve"), both);
            Assert.True(candidate.Neck == target.Neck || both.Contains("neck") || both.Contains("collar"), both);
            Assert.True(candidate.Length == target.Length || both.Contains("long") || both.Contains("short") || both.Contains("length"), both);
            Assert.True(candidate.Texture == target.Texture || new[] { "plain", "solid", "pattern", "strip", "dot", "check" }.Any(both.Contains), both);
        }
    }

    /// <summary>The description of the target, read as a search, finds the target alone in its subset.</summary>
    [Fact]
    public void Cirr_descriptions_fit_the_target_alone()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new SplitMix64(seed);
            Scene[] subset = SceneSampler.Family(6, 3, random);
            foreach (Scene target in subset)
            {
                string text = CirrSet.Describe(target, subset, random);
                Assert.Equal([target], subset.Where(scene => Reads(text, scene)));
            }
        }
    }

    private static bool Reads(string text, Scene scene)
    {
        if (After("on") is { } ground && ground != scene.Ground.Word())
            return false;
        if (After("before a") is { } wall && wall != scene.Wall.Word())
            return false;
        Match[] things = [.. Thing().Matches(text).Cast<Match>()];
        Match relation = Relation().Match(text);
        if (relation.Success)
        {
            return scene.Solids.Count == 2 && scene.Solids.Any(a => scene.Solids.Any(b => a != b && Fits(things[0], a) && Fits(things[1], b) && relation.Value switch
            {
                "left of" => a.Side == Side.Left && b.Side == Side.Right && a.Depth == b.Depth,
                "right of" => a.Side == Side.Right && b.Side == Side.Left && a.Depth == b.Depth,
                "behind" => a.Depth == Depth.Back && b.Depth == Depth.Front && a.Side == b.Side,
                _ => a.Depth == Depth.Front && b.Depth == Depth.Back && a.Side == b.Side,
            }));
        }

        return things.Length == scene.Solids.Count && things.All(thing => scene.Solids.Any(solid => Fits(thing, solid)));

        string? After(string words) =>
            Regex.Match(text, $@"\b{words} (\w+) (ground|wall)") is { Success: true } match ? match.Groups[1].Value : null;
    }

    private static bool Fits(Match thing, Solid solid)
    {
        return Is("scale", solid.Scale.Word()) && Is("texture", solid.Texture.Word()) && Is("hue", solid.Hue.Word()) && Is("shape", solid.Shape.Word())
            && (!thing.Groups["place"].Success
                || (thing.Groups["place"].Value.Contains(solid.Side.Word()) && thing.Groups["place"].Value.Contains(solid.Depth.Word())));

        bool Is(string group, string word) => !thing.Groups[group].Success || thing.Groups[group].Value == word;
    }

    [GeneratedRegex(@"\ban? (?:(?<scale>small|large) )?(?:(?<texture>plain|striped|dotted|checkered) )?(?:(?<hue>red|orange|yellow|green|blue|purple|white) )?(?<shape>cube|sphere|cylinder|cone|ring)(?<place> (?:in the |on the )?(?:front|back|left|right) (?:in the )?(?:front|back|left|right))?")]
    private static partial Regex Thing();

    [GeneratedRegex("left of|right of|behind|in front of")]
    private static partial Regex Relation();
}
