using System.Text.Json;

namespace Lasco.Research.Mini;

/// <summary>
/// The FashionIQ-like set: three categories; a query and its target are similar garments, and two captions say in part
/// how the target differs, so that the rest must be taken from the query image.
/// </summary>
internal sealed class FashionIqSet
{
    private const int Stream = 3, GroupSize = 8, MostDifferences = 3;
    private readonly List<Photograph> photographs = [];
    private readonly List<Document> documents = [];
    private readonly HashSet<string> names = [];

    /// <summary>Plans the set.</summary>
    public static MiniSet Plan(int seed, MiniWorldSize size)
    {
        var set = new FashionIqSet();
        foreach (Category category in Enum.GetValues<Category>())
        {
            set.PlanSplit(category, "train", new SplitMix64(seed, Stream, (int)category, 1), size.FashionTrainGroups, size.FashionTrainQueries, size.Resolution);
            set.PlanSplit(category, "val", new SplitMix64(seed, Stream, (int)category, 2), size.FashionValGroups, size.FashionValQueries, size.Resolution);
        }

        return new MiniSet("fashioniq", Stream, set.photographs, set.documents);
    }

    /// <summary>Two captions; together they name every difference.</summary>
    internal static (string First, string Second) Compare(Garment candidate, Garment target, SplitMix64 random)
    {
        GarmentCaption.Feature[] differences = [.. GarmentCaption.Differences(candidate, target)];
        random.Shuffle(differences.AsSpan());
        int cut = (differences.Length + 1) / 2;
        List<GarmentCaption.Feature> first = [.. differences[..cut]], second = [.. differences[cut..]];
        if (second.Count == 0 || random.Chance(0.3))
            second.Insert(0, differences[0]);
        if (random.Chance(0.25))
        {
            GarmentCaption.Feature kept = random.Pick<GarmentCaption.Feature>();
            if (!differences.Contains(kept))
                second.Add(kept);
        }

        string one = GarmentCaption.Relative(candidate, target, first, random), two;
        do
            two = GarmentCaption.Relative(candidate, target, second, random);
        while (two == one);
        return random.Chance(0.5) ? (one, two) : (two, one);
    }

    private void PlanSplit(Category category, string split, SplitMix64 random, int groups, int queries, int resolution)
    {
        var garments = new HashSet<Garment>();
        var images = new List<string>();
        var triplets = new List<(string Candidate, string Target, string First, string Second)>();
        for (int g = 0; g < groups; g++)
        {
            (Garment Garment, string Name)[] group = [.. DrawGroup(category, garments, random).Select(garment => (garment, DrawName(random)))];
            foreach ((Garment garment, string name) in group)
            {
                photographs.Add(new Photograph($"fashioniq/images/{name}.png", light => GarmentRenderer.Render(garment, resolution, light)));
                images.Add(name);
            }

            (int, int)[] pairs = [.. Enumerable.Range(0, GroupSize * GroupSize).Select(i => (i / GroupSize, i % GroupSize))
                .Where(pair => group[pair.Item1].Garment.Distance(group[pair.Item2].Garment) is >= 1 and <= MostDifferences)];
            random.Shuffle(pairs.AsSpan());
            foreach ((int candidate, int target) in pairs.Take(queries))
            {
                (string first, string second) = Compare(group[candidate].Garment, group[target].Garment, random);
                triplets.Add((group[candidate].Name, group[target].Name, first, second));
            }
        }

        string[] gallery = [.. images];
        random.Shuffle(gallery.AsSpan());
        string kind = category.Word();
        documents.Add(new Document($"fashioniq/captions/cap.{kind}.{split}.json", json => WriteTriplets(json, triplets)));
        documents.Add(new Document($"fashioniq/image_splits/split.{kind}.{split}.json", json =>
        {
            json.WriteStartArray();
            foreach (string name in gallery)
                json.WriteStringValue(name);
            json.WriteEndArray();
        }));
    }

    /// <summary>Eight garments, a few edits apart, none like any drawn before while there are enough kinds.</summary>
    private static List<Garment> DrawGroup(Category category, HashSet<Garment> taken, SplitMix64 random)
    {
        const int Patience = 50;
        Garment first = Garment.Draw(category, random);
        for (int attempt = 1; attempt < Patience && taken.Contains(first); attempt++)
            first = Garment.Draw(category, random);

        var group = new List<Garment>(GroupSize) { first };
        for (int attempt = 1; group.Count < GroupSize; attempt++)
        {
            Garment garment = random.Chance(0.5) ? first.Edit(random) : first.Edit(random).Edit(random);
            if (!group.Contains(garment) && (attempt > Patience || !taken.Contains(garment)))
                group.Add(garment);
        }

        taken.UnionWith(group);
        return group;
    }

    /// <summary>An Amazon product number that no garment has yet.</summary>
    private string DrawName(SplitMix64 random)
    {
        const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        while (true)
        {
            string name = string.Create(10, random, static (letters, random) =>
            {
                "B00".CopyTo(letters);
                for (int i = 3; i < letters.Length; i++)
                    letters[i] = Letters[random.Below(Letters.Length)];
            });
            if (names.Add(name))
                return name;
        }
    }

    private static void WriteTriplets(Utf8JsonWriter json, List<(string Candidate, string Target, string First, string Second)> triplets)
    {
        json.WriteStartArray();
        foreach ((string candidate, string target, string first, string second) in triplets)
        {
            json.WriteStartObject();
            json.WriteString("target", target);
            json.WriteString("candidate", candidate);
            json.WriteStartArray("captions");
            json.WriteStringValue(first);
            json.WriteStringValue(second);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
