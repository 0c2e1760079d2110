using System.Text.Json;

namespace Lasco.Research.Mini;

/// <summary>
/// The CIRR-like set: subsets of six similar images, and transition texts that describe the target so fully that the
/// query image is nearly redundant (section 5).
/// </summary>
internal sealed class CirrSet
{
    private const int Stream = 2, SubsetSize = 6, MostEdits = 3;
    private static readonly string[] Openings = ["Show ", "Have ", "There should be ", "Change to ", ""];
    private readonly List<Photograph> photographs = [];
    private readonly List<Document> documents = [];

    /// <summary>Plans the set.</summary>
    public static MiniSet Plan(int seed, MiniWorldSize size)
    {
        var set = new CirrSet();
        set.PlanSplit(seed, "train", 1, size.CirrTrainSubsets, size.CirrTrainQueries, size.Resolution);
        set.PlanSplit(seed, "val", 2, size.CirrValSubsets, size.CirrValQueries, size.Resolution);
        return new MiniSet("cirr", Stream, set.photographs, set.documents);
    }

    /// <summary>Describes a scene; what is left out never makes the text true of another scene of the subset.</summary>
    internal static string Describe(Scene target, IReadOnlyList<Scene> subset, SplitMix64 random)
    {
        SceneCaption.Mention[] mentions = [.. target.Solids.Select(solid => new SceneCaption.Mention(
            solid, random.Chance(0.85), random.Chance(0.92), random.Chance(0.85), random.Chance(0.85)))];
        bool ground = random.Chance(0.8), wall = random.Chance(0.6);
        if (subset.Any(other => other != target && Fits(other)))
        {
            mentions = [.. target.Solids.Select(solid => new SceneCaption.Mention(solid))];
            ground = wall = true;
        }

        string surroundings = (ground, wall) switch
        {
            (true, true) => $" on {target.Ground.Word()} ground before a {target.Wall.Word()} wall",
            (true, false) => $" on {target.Ground.Word()} ground",
            (false, true) => $" before a {target.Wall.Word()} wall",
            _ => "",
        };
        return random.Pick(Openings) + SceneCaption.Things(mentions, random) + surroundings;

        bool Fits(Scene other) =>
            other.Solids.Count == target.Solids.Count && (!ground || other.Ground == target.Ground) && (!wall || other.Wall == target.Wall)
            && mentions.All(mention => other.Solids.Any(mention.Fits));
    }

    private void PlanSplit(long seed, string split, int stream, int subsets, int queries, int resolution)
    {
        string folder = split == "val" ? "dev" : split;
        var naming = new SplitMix64(seed, Stream, stream, -1);
        string[] names = Names(folder, subsets * SubsetSize, naming);
        string PathOf(string name) => split == "val" ? $"./dev/{name}.png" : $"./train/{int.Parse(name.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture) % 100}/{name}.png";

        var triplets = new List<(int Subset, int Reference, int Target, string Text)>();
        for (int s = 0; s < subsets; s++)
        {
            var random = new SplitMix64(seed, Stream, stream, s);
            Scene[] scenes = SceneSampler.Family(SubsetSize, MostEdits, random);
            random.Shuffle(scenes.AsSpan());
            for (int i = 0; i < SubsetSize; i++)
            {
                Scene scene = scenes[i];
                photographs.Add(new Photograph($"cirr/{PathOf(names[s * SubsetSize + i])[2..]}", light => SceneRenderer.Render(scene, resolution, light)));
            }

            int[] ordered = [.. Enumerable.Range(0, SubsetSize * (SubsetSize - 1))];
            random.Shuffle(ordered.AsSpan());
            foreach (int pair in ordered.Take(queries))
            {
                int reference = pair / (SubsetSize - 1), target = pair % (SubsetSize - 1);
                target += target >= reference ? 1 : 0;
                triplets.Add((s, reference, target, Describe(scenes[target], scenes, random)));
            }
        }

        documents.Add(new Document($"cirr/captions/cap.rc2.{split}.json", json => WriteTriplets(json, triplets, names, new SplitMix64(seed, Stream, stream, -2))));
        documents.Add(new Document($"cirr/image_splits/split.rc2.{split}.json", json =>
        {
            json.WriteStartObject();
            foreach (string name in names)
                json.WriteString(name, PathOf(name));
            json.WriteEndObject();
        }));
    }

    /// <summary>NLVR2's names, such as <c>dev-244-0-img1</c>, in an order that says nothing of subsets.</summary>
    private static string[] Names(string folder, int count, SplitMix64 random)
    {
        var names = new string[(count + 7) / 8 * 8];
        for (int i = 0, number = 0; i < names.Length; i++)
        {
            if (i % 8 == 0)
                number += 1 + random.Below(8);
            names[i] = $"{folder}-{number}-{i % 8 / 2}-img{i % 2}";
        }

        random.Shuffle(names.AsSpan());
        return names[..count];
    }

    private static void WriteTriplets(Utf8JsonWriter json, List<(int Subset, int Reference, int Target, string Text)> triplets, string[] names, SplitMix64 random)
    {
        int pair = 0;
        json.WriteStartArray();
        foreach ((int subset, int reference, int target, string text) in triplets)
        {
            string[] members = names[(subset * SubsetSize)..((subset + 1) * SubsetSize)];
            json.WriteStartObject();
            json.WriteNumber("pairid", pair += 1 + random.Below(3));
            json.WriteString("reference", members[reference]);
            json.WriteString("target_hard", members[target]);
            json.WriteStartObject("target_soft");
            json.WritePropertyName(members[target]);
            json.WriteRawValue("1.0");
            json.WriteEndObject();
            json.WriteString("caption", text);
            json.WriteStartObject("img_set");
            json.WriteNumber("id", subset);
            json.WriteStartArray("members");
            foreach (string member in members)
                json.WriteStringValue(member);
            json.WriteEndArray();
            json.WriteNumber("reference_rank", reference);
            json.WriteNumber("target_rank", target);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
