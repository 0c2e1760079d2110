using System.Text.Json;
using System.Text.RegularExpressions;
using Lasco.Research.Datasets;
using Lasco.Research.Mini;
using Lasco.Research.Roaming;
using Lasco.Research.Roaming.Rules;

namespace Lasco.Research.Tests.Mini;

public sealed partial class LascoSetTests(TinyWorld world) : IClassFixture<TinyWorld>
{
    /// <summary>Carries the change out on the query's scene and looks for the outcome in the family.</summary>
    [Fact]
    public void Query_and_text_determine_one_image_of_the_family()
    {
        var topics = new HashSet<Topic>();
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new SplitMix64(seed);
            Scene[] scenes = SceneSampler.Family(16, 1, random);
            LascoSet.Member[] family = [.. scenes.Select((scene, i) => new LascoSet.Member(i + 1, scene))];
            List<(LascoSet.Asked, LascoSet.Asked)> pairs = LascoSet.Pair(family, 10, random);
            Assert.InRange(pairs.Count, 8, 10);
            foreach ((LascoSet.Asked a, LascoSet.Asked b) in pairs)
            {
                Assert.Equal(a.Question, b.Question);
                Assert.NotEqual(a.Answer, b.Answer);
                topics.Add(a.Question.Topic);
                foreach ((LascoSet.Asked query, LascoSet.Asked target) in new[] { (a, b), (b, a) })
                    Assert.Equal([target.Image - 1], Outcomes(scenes, query.Image - 1, query.Question, target.Answer));
            }

            long[] ids = [.. family.SelectMany(member => member.Questions).Select(asked => asked.Id)];
            Assert.Equal(ids.Length, ids.Distinct().Count());
            Assert.All(family, member => Assert.Equal(member.Questions.Count, member.Questions.Select(asked => asked.Question.ToString()).Distinct().Count()));
        }

        Assert.Equal(Enum.GetValues<Topic>().ToHashSet(), topics);
    }

    [Fact]
    public void Files_agree_with_each_other()
    {
        foreach (string split in new[] { "train", "val" })
        {
            Dictionary<long, (long Image, string Text)> questions = Read($"lasco/v2_OpenEnded_mscoco_{split}2014_questions.json").GetProperty("questions").EnumerateArray()
                .ToDictionary(q => q.GetProperty("question_id").GetInt64(), q => (q.GetProperty("image_id").GetInt64(), q.GetProperty("question").GetString()!));
            Dictionary<long, JsonElement> annotations = Read($"lasco/v2_mscoco_{split}2014_annotations.json").GetProperty("annotations").EnumerateArray()
                .ToDictionary(a => a.GetProperty("question_id").GetInt64());
            Assert.Equal(questions.Keys.Order(), annotations.Keys.Order());
            Assert.All(questions, question => Assert.Equal(question.Value.Image, question.Key / 1000));

            var partner = new Dictionary<long, long>();
            foreach (JsonElement pair in Read($"lasco/v2_mscoco_{split}2014_complementary_pairs.json").EnumerateArray())
            {
                (long a, long b) = (pair[0].GetInt64(), pair[1].GetInt64());
                partner.Add(a, b);
                partner.Add(b, a);
                Assert.Equal(questions[a].Text, questions[b].Text);
                Assert.NotEqual(questions[a].Image, questions[b].Image);
                Assert.NotEqual(Answer(a), Answer(b));
            }

            JsonElement[] triplets = [.. Read($"lasco/lasco_{split}.json").EnumerateArray()];
            Assert.Equal(partner.Count, triplets.Length);
            foreach (JsonElement triplet in triplets)
            {
                long qid = triplet.GetProperty("qid").GetInt64();
                Assert.Equal(questions[qid].Image, triplet.GetProperty("query-image")[0].GetInt64());
                Assert.Equal(questions[partner[qid]].Image, triplet.GetProperty("target-image")[0].GetInt64());
                Assert.True(File.Exists(world[$"lasco/{triplet.GetProperty("query-image")[1].GetString()}"]));
                AssertStates(triplet.GetProperty("query-text").GetString()!, Answer(partner[qid]));
            }

            Assert.All(annotations.Values, annotation =>
            {
                string[] answers = [.. annotation.GetProperty("answers").EnumerateArray().Select(answer => answer.GetProperty("answer").GetString()!)];
                Assert.Equal(10, answers.Length);
                Assert.Equal(annotation.GetProperty("multiple_choice_answer").GetString(), answers.GroupBy(a => a).MaxBy(group => group.Count())!.Key);
            });

            string Answer(long id) => annotations[id].GetProperty("multiple_choice_answer").GetString()!;
        }
    }

    [Theory]
    [InlineData("train")]
    [InlineData("val")]
    public async Task Triplets_are_what_data_roaming_makes_of_the_files(string split)
    {
        var faults = new VqaFaults();
        VqaSplit asked = Vqa.Read(world["lasco"], split, faults);
        Assert.Empty(faults.All);
        RoamedSet roamed = await new DataRoaming { Rephraser = new RuleRephraser(), Seed = TinyWorld.Seed, Parallelism = 1 }.RunAsync(asked);
        Assert.Empty(roamed.Rejects);
        Assert.Equal(2 * asked.Pairs.Count, roamed.Triplets.Count);
        Assert.Equal(roamed.Triplets, Read($"lasco/lasco_{split}.json").EnumerateArray().Select(triplet => new RoamedTriplet(
            triplet.GetProperty("qid").GetInt64(), triplet.GetProperty("query-image")[0].GetInt64(), triplet.GetProperty("target-image")[0].GetInt64(),
            triplet.GetProperty("query-text").GetString()!)));
    }

    /// <summary>Answers the questions from the first caption of each image, which names everything.</summary>
    [Fact]
    public void Answers_are_true_of_the_captions()
    {
        Dictionary<long, string> captions = Read("lasco/captions_train2014.json").GetProperty("annotations").EnumerateArray()
            .GroupBy(caption => caption.GetProperty("image_id").GetInt64())
            .ToDictionary(group => group.Key, group => group.First().GetProperty("caption").GetString()!.ToLowerInvariant());
        Dictionary<long, string> answers = Read("lasco/v2_mscoco_train2014_annotations.json").GetProperty("annotations").EnumerateArray()
            .ToDictionary(a => a.GetProperty("question_id").GetInt64(), a => a.GetProperty("multiple_choice_answer").GetString()!);
        int checkedAnswers = 0;
        foreach (JsonElement entry in Read("lasco/v2_OpenEnded_mscoco_train2014_questions.json").GetProperty("questions").EnumerateArray())
        {
            string caption = captions[entry.GetProperty("image_id").GetInt64()], question = entry.GetProperty("question").GetString()!;
            string answer = answers[entry.GetProperty("question_id").GetInt64()];
            Match[] objects = [.. Object().Matches(caption).Cast<Match>()];
            Match ask;
            if ((ask = ColorOf().Match(question)).Success)
                Assert.Equal(answer, Assert.Single(objects, thing => thing.Groups["shape"].Value == ask.Groups[1].Value).Groups["hue"].Value);
            else if (question == "What color is the ground?")
                Assert.Matches($"on (a )?{answer} ground|the ground is {answer}", caption);
            else if (question == "What color is the wall?")
                Assert.Matches($"a {answer} wall|the wall is {answer}", caption);
            else if ((ask = CountOf().Match(question)).Success)
                Assert.Equal(answer, objects.Count(thing => ask.Groups[1].Value is "object" || thing.Groups["shape"].Value == ask.Groups[1].Value).ToString());
            else if ((ask = AnyOf().Match(question)).Success)
                Assert.Equal(answer, objects.Any(thing => (ask.Groups[1].Value.Trim() is "" || thing.Groups["hue"].Value == ask.Groups[1].Value.Trim()) && thing.Groups["shape"].Value == ask.Groups[2].Value) ? "yes" : "no");
            else
                continue;
            checkedAnswers++;
        }

        Assert.True(checkedAnswers > 100);
    }

    [GeneratedRegex("(small|large) (plain|striped|dotted|checkered) (?<hue>[a-z]+) (?<shape>cube|sphere|cylinder|cone|ring)")]
    private static partial Regex Object();

    [GeneratedRegex("^What color is the (cube|sphere|cylinder|cone|ring)[?]$")]
    private static partial Regex ColorOf();

    [GeneratedRegex("^How many (object|cube|sphere|cylinder|cone|ring)s are there[?]$")]
    private static partial Regex CountOf();

    [GeneratedRegex("^Is there an? ([a-z]+ )?(cube|sphere|cylinder|cone|ring)[?]$")]
    private static partial Regex AnyOf();

    private static void AssertStates(string text, string answer)
    {
        string[] words = text.ToLowerInvariant().Split(' ');
        string[] signs = answer switch
        {
            "yes" => ["add", "a", "an"],
            "no" => ["remove", "no"],
            "0" or "1" or "2" or "3" or "4" => [Words.Number(int.Parse(answer))],
            _ => [answer],
        };
        Assert.Contains(words, signs.Contains);
    }

    /// <summary>The images of the family that show the query's scene after the change and nothing else changed.</summary>
    private static IEnumerable<int> Outcomes(Scene[] family, int query, Question question, string answer)
    {
        Scene scene = family[query];
        return Enumerable.Range(0, family.Length).Where(i => i != query && IsOutcome(family[i]));

        bool IsOutcome(Scene other)
        {
            switch (question.Topic)
            {
                case Topic.Ground:
                    return Same(other, scene with { Ground = Parse<Ground>(answer) });
                case Topic.Wall:
                    return Same(other, scene with { Wall = Parse<Wall>(answer) });
                case Topic.Exists or Topic.Count:
                    (Scene less, Scene more) = scene.Solids.Count < other.Solids.Count ? (scene, other) : (other, scene);
                    return question.Answer(other) == answer && more.Solids.Any(solid => Same(less, more with { Solids = [.. more.Solids.Where(s => s != solid)] }));
                default:
                    Solid solid = Assert.Single(scene.Solids, question.About!.Fits);
                    return Same(other, scene.With(question.Topic switch
                    {
                        Topic.Color => solid with { Hue = Parse<Hue>(answer) },
                        Topic.Shape => solid with { Shape = Parse<Shape>(answer) },
                        Topic.Size => solid with { Scale = Parse<Scale>(answer) },
                        Topic.Pattern => solid with { Texture = Parse<Texture>(answer) },
                        Topic.Side => solid with { Side = Parse<Side>(answer) },
                        _ => solid with { Depth = Parse<Depth>(answer) },
                    }));
            }
        }

        static T Parse<T>(string word)
            where T : struct, Enum => Enum.Parse<T>(word, ignoreCase: true);

        static bool Same(Scene a, Scene b) =>
            a.Ground == b.Ground && a.Wall == b.Wall
            && a.Solids.Select(s => s with { Id = 0 }).ToHashSet().SetEquals(b.Solids.Select(s => s with { Id = 0 }));
    }

    private JsonElement Read(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(world[path]));
        return document.RootElement.Clone();
    }
}
