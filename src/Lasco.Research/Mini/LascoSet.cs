using System.Runtime.InteropServices;
using System.Text.Json;
using Lasco.Research.Datasets;
using Lasco.Research.Roaming;
using Lasco.Research.Roaming.Rules;

namespace Lasco.Research.Mini;

/// <summary>
/// The LaSCo-like set, made as LaSCo is (section 3.1): families of similar images take the place of VQA2.0's visual
/// neighbours; two images of a family that differ in one thing form a complementary pair (I, Q, A), (I_c, Q, A_c), and
/// <see cref="DataRoaming"/> makes the triplets of the VQA2.0-like files.
/// </summary>
internal sealed class LascoSet
{
    private const int Stream = 1;
    private readonly int seed;
    private readonly MiniWorldSize size;
    private readonly List<Photograph> photographs = [];
    private readonly List<Document> documents = [];

    private LascoSet(int seed, MiniWorldSize size)
    {
        this.seed = seed;
        this.size = size;
    }

    /// <summary>A question asked about an image.</summary>
    internal readonly record struct Asked(int Image, long Id, Question Question, string Answer);

    /// <summary>An image of the set.</summary>
    internal sealed record Member(int Id, Scene Scene)
    {
        /// <summary>The questions asked about it, in the order of their numbers.</summary>
        public List<Asked> Questions { get; } = [];

        /// <summary>Asks one question more.</summary>
        public Asked Ask(Question question)
        {
            var asked = new Asked(Id, Id * 1000L + Questions.Count, question, question.Answer(Scene)!);
            Questions.Add(asked);
            return asked;
        }

        /// <summary>Whether this question was asked before.</summary>
        public bool WasAsked(Question question) => Questions.Exists(asked => asked.Question == question);
    }

    /// <summary>Plans the set.</summary>
    public static MiniSet Plan(int seed, MiniWorldSize size)
    {
        var set = new LascoSet(seed, size);
        int train = size.LascoTrainFamilies * size.LascoFamily, val = size.LascoValFamilies * size.LascoFamily;
        int[] ids = Ids(train + val, new SplitMix64(seed, Stream, 0));
        set.PlanSplit("train", 1, ids[..train], size.LascoTrainPairs);
        set.PlanSplit("val", 2, ids[train..], size.LascoValPairs);
        return new MiniSet("lasco", Stream, set.photographs, set.documents, folder => Roam(folder, seed));
    }

    /// <summary>Makes the triplets of the folder's VQA2.0-like files, as <c>lasco roam --seed SEED</c> makes them.</summary>
    private static void Roam(string folder, int seed)
    {
        foreach (string split in Vqa.Splits)
        {
            var roaming = new DataRoaming { Rephraser = new RuleRephraser(), Seed = seed };
            RoamedSet roamed = roaming.RunAsync(Vqa.Read(folder, split, new VqaFaults())).GetAwaiter().GetResult();
            RoamedFiles.WriteTriplets(folder, split, roamed.Triplets);
        }
    }

    /// <summary>Draws a family's complementary pairs.</summary>
    internal static List<(Asked, Asked)> Pair(Member[] family, int count, SplitMix64 random)
    {
        var edges = new List<(Member A, Member B)>();
        for (int i = 0; i < family.Length; i++)
        {
            for (int j = i + 1; j < family.Length; j++)
            {
                if (family[i].Scene.Distance(family[j].Scene) == 1)
                    edges.Add((family[i], family[j]));
            }
        }

        random.Shuffle(CollectionsMarshal.AsSpan(edges));
        var pairs = new List<(Asked, Asked)>();
        foreach ((Member a, Member b) in edges)
        {
            if (pairs.Count == count)
                break;
            Question[] questions = [.. Question.Between(a.Scene, b.Scene).Where(question =>
                !a.WasAsked(question) && !b.WasAsked(question)
                && Determines(family, a, question, b) && Determines(family, b, question, a))];
            if (questions.Length > 0)
            {
                Question question = random.Chance(0.6) ? questions[0] : random.Pick(questions);
                pairs.Add((a.Ask(question), b.Ask(question)));
            }
        }

        return pairs;
    }

    /// <summary>Whether the target is the only image of the family, one edit from the query, with its answer to the question.</summary>
    internal static bool Determines(Member[] family, Member query, Question question, Member target)
    {
        string? answer = question.Answer(target.Scene);
        return family.All(member => member == target || member.Scene.Distance(query.Scene) != 1 || question.Answer(member.Scene) != answer);
    }

    private void PlanSplit(string split, int stream, int[] ids, int pairsPerFamily)
    {
        var members = new List<Member>(ids.Length);
        var pairs = new List<(Asked, Asked)>();
        for (int start = 0, f = 0; start < ids.Length; start += size.LascoFamily, f++)
        {
            var random = new SplitMix64(seed, Stream, stream, f);
            Scene[] scenes = SceneSampler.Family(size.LascoFamily, 1, random);
            Member[] family = [.. scenes.Select((scene, i) => new Member(ids[start + i], scene))];
            pairs.AddRange(Pair(family, pairsPerFamily, random));
            foreach (Member member in family)
                AskUnpaired(member, random);
            members.AddRange(family);
        }

        members.Sort((a, b) => a.Id.CompareTo(b.Id));
        foreach (Member member in members)
            photographs.Add(new Photograph($"lasco/{split}2014/{CocoJson.FileName(split, member.Id)}", random => SceneRenderer.Render(member.Scene, size.Resolution, random)));

        new SplitMix64(seed, Stream, stream, -1).Shuffle(CollectionsMarshal.AsSpan(pairs));
        if (split == "val")
            documents.Add(new Document("lasco/lasco_val_corpus.json", json => WriteCorpus(json, members)));
        documents.Add(new Document($"lasco/{Vqa.QuestionFile(split)}", json => WriteQuestions(json, split, members)));
        documents.Add(new Document($"lasco/{Vqa.AnnotationFile(split)}", json => WriteAnswers(json, split, members, new SplitMix64(seed, Stream, stream, -3))));
        documents.Add(new Document($"lasco/{Vqa.PairFile(split)}", json => WritePairs(json, pairs)));
        documents.Add(new Document($"lasco/captions_{split}2014.json", json => CocoJson.Captions(json, split, size.Resolution, Captions(members, new SplitMix64(seed, Stream, stream, -4)))));
    }

    /// <summary>COCO-like numbers, in an order that says nothing of families.</summary>
    private static int[] Ids(int count, SplitMix64 random)
    {
        var ids = new int[count];
        for (int i = 0, id = 0; i < count; i++)
            ids[i] = id += 1 + random.Below(16);
        random.Shuffle(ids.AsSpan());
        return ids;
    }

    /// <summary>As in VQA2.0, not every question has a complementary image.</summary>
    private static void AskUnpaired(Member member, SplitMix64 random)
    {
        Question question = random.Below(4) switch
        {
            0 => new Question(Topic.Ground),
            1 => new Question(Topic.Wall),
            2 => new Question(Topic.Count, new Referent()),
            _ => new Question(Topic.Exists, new Referent(random.Pick<Shape>(), random.Pick<Hue>())),
        };
        if (!member.WasAsked(question))
            member.Ask(question);
    }

    private static List<(int, IReadOnlyList<string>)> Captions(List<Member> members, SplitMix64 random) =>
        [.. members.Select(member => (member.Id, SceneCaption.Several(member.Scene, random)))];

    private static void WriteCorpus(Utf8JsonWriter json, List<Member> members)
    {
        json.WriteStartArray();
        foreach (Member member in members)
        {
            json.WriteStartObject();
            json.WriteNumber("id", member.Id);
            json.WriteString("path", $"val/val2014/{CocoJson.FileName("val", member.Id)}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteQuestions(Utf8JsonWriter json, string split, List<Member> members)
    {
        json.WriteStartObject();
        CocoJson.Info(json, "questions");
        json.WriteString("task_type", "Open-Ended");
        json.WriteString("data_type", "mscoco");
        json.WriteString("data_subtype", $"{split}2014");
        json.WritePropertyName("license");
        CocoJson.License(json);
        json.WriteStartArray("questions");
        foreach (Asked asked in members.SelectMany(member => member.Questions))
        {
            json.WriteStartObject();
            json.WriteNumber("image_id", asked.Image);
            json.WriteString("question", asked.Question.ToString());
            json.WriteNumber("question_id", asked.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAnswers(Utf8JsonWriter json, string split, List<Member> members, SplitMix64 random)
    {
        json.WriteStartObject();
        CocoJson.Info(json, "answers");
        json.WritePropertyName("license");
        CocoJson.License(json);
        json.WriteString("data_type", "mscoco");
        json.WriteString("data_subtype", $"{split}2014");
        json.WriteStartArray("annotations");
        foreach (Asked asked in members.SelectMany(member => member.Questions))
        {
            json.WriteStartObject();
            json.WriteString("question_type", asked.Question.Type);
            json.WriteString("multiple_choice_answer", asked.Answer);
            json.WriteStartArray("answers");
            for (int annotator = 1; annotator <= 10; annotator++)
            {
                // At most three of the ten annotators err, so that the majority is right.
                bool errs = annotator > 7 && random.Chance(0.15);
                json.WriteStartObject();
                json.WriteString("answer", errs ? random.Pick(asked.Question.Answers) : asked.Answer);
                json.WriteString("answer_confidence", errs ? "no" : random.Chance(0.85) ? "yes" : "maybe");
                json.WriteNumber("answer_id", annotator);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("image_id", asked.Image);
            json.WriteString("answer_type", asked.Question.AnswerType);
            json.WriteNumber("question_id", asked.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePairs(Utf8JsonWriter json, List<(Asked, Asked)> pairs)
    {
        json.WriteStartArray();
        foreach ((Asked a, Asked b) in pairs)
        {
            json.WriteStartArray();
            json.WriteNumberValue(a.Id);
            json.WriteNumberValue(b.Id);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
