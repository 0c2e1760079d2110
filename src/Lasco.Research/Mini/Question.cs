namespace Lasco.Research.Mini;

internal enum Topic { Color, Shape, Size, Pattern, Side, Depth, Count, Exists, Ground, Wall }

/// <summary>A question about a scene, as VQA2.0 asks them, and its true answer.</summary>
/// <param name="Topic">What is asked.</param>
/// <param name="About">The object or objects asked about; null for <see cref="Topic.Ground"/> and <see cref="Topic.Wall"/>.</param>
internal sealed record Question(Topic Topic, Referent? About = null)
{
    private Referent Who => About ?? throw new InvalidOperationException($"{Topic} asks about an object");

    /// <summary>The true answer, or null where the question's premise (that there is one such object) does not hold.</summary>
    public string? Answer(Scene scene) => Topic switch
    {
        Topic.Ground => scene.Ground.Word(),
        Topic.Wall => scene.Wall.Word(),
        Topic.Count => scene.Solids.Count(Who.Fits).ToString(System.Globalization.CultureInfo.InvariantCulture),
        Topic.Exists => scene.Solids.Any(Who.Fits) ? "yes" : "no",
        _ => Who.Only(scene) is { } solid ? Attribute(solid) : null,
    };

    /// <summary>The question's wording.</summary>
    public override string ToString() => Topic switch
    {
        Topic.Color => $"What color is the {Who}?",
        Topic.Shape => $"What shape is the {Who}?",
        Topic.Size => $"What size is the {Who}?",
        Topic.Pattern => $"What pattern is on the {Who}?",
        Topic.Side => $"Is the {Who} on the left or on the right?",
        Topic.Depth => $"Is the {Who} in the front or in the back?",
        Topic.Count => $"How many {Who}s are there?",
        Topic.Exists => $"Is there {Words.A(Who.ToString())}?",
        Topic.Ground => "What color is the ground?",
        _ => "What color is the wall?",
    };

    /// <summary>VQA2.0's <c>question_type</c>: the words that the question begins with.</summary>
    public string Type => Topic switch
    {
        Topic.Color or Topic.Ground or Topic.Wall => "what color is the",
        Topic.Count => "how many",
        Topic.Exists => "is there a",
        Topic.Side or Topic.Depth => "is the",
        _ => "what",
    };

    /// <summary>VQA2.0's <c>answer_type</c>.</summary>
    public string AnswerType => Topic switch { Topic.Count => "number", Topic.Exists => "yes/no", _ => "other" };

    /// <summary>The answers that the question may have.</summary>
    public IReadOnlyList<string> Answers => Topic switch
    {
        Topic.Color => Words.All<Hue>(),
        Topic.Shape => Words.All<Shape>(),
        Topic.Size => Words.All<Scale>(),
        Topic.Pattern => Words.All<Texture>(),
        Topic.Side => Words.All<Side>(),
        Topic.Depth => Words.All<Depth>(),
        Topic.Count => ["0", "1", "2", "3", "4"],
        Topic.Exists => ["yes", "no"],
        Topic.Ground => Words.All<Ground>(),
        _ => Words.All<Wall>(),
    };

    /// <summary>The questions that two scenes, one edit apart, answer differently; each holds its premise in both.</summary>
    public static IEnumerable<Question> Between(Scene a, Scene b)
    {
        if (a.Ground != b.Ground)
            return [new Question(Topic.Ground)];
        if (a.Wall != b.Wall)
            return [new Question(Topic.Wall)];
        foreach (Solid solid in a.Solids)
        {
            if (b.Find(solid.Id) is not { } twin)
                return OfPresence(solid).Where(Differs);
            if (solid != twin)
                return OfAttribute(solid, twin).Where(Differs);
        }

        return b.Solids.Where(solid => a.Find(solid.Id) is null).SelectMany(OfPresence).Where(Differs);

        bool Differs(Question question) => question.Answer(a) is { } left && question.Answer(b) is { } right && left != right;
    }

    private static IEnumerable<Question> OfPresence(Solid solid)
    {
        yield return new Question(Topic.Exists, new Referent(solid.Shape));
        yield return new Question(Topic.Count, new Referent(solid.Shape));
        yield return new Question(Topic.Exists, new Referent(solid.Shape, solid.Hue));
        yield return new Question(Topic.Count, new Referent(Hue: solid.Hue));
        yield return new Question(Topic.Count, new Referent());
    }

    private static IEnumerable<Question> OfAttribute(Solid solid, Solid twin)
    {
        Topic topic = solid.Hue != twin.Hue ? Topic.Color
            : solid.Shape != twin.Shape ? Topic.Shape
            : solid.Scale != twin.Scale ? Topic.Size
            : solid.Texture != twin.Texture ? Topic.Pattern
            : solid.Side != twin.Side ? Topic.Side : Topic.Depth;
        return Referent.For(solid)
            .Where(who => who.Fits(twin) && !(topic is Topic.Side or Topic.Depth && (who.Side ?? (object?)who.Depth) is not null))
            .Select(who => new Question(topic, who));
    }

    private string Attribute(Solid solid) => Topic switch
    {
        Topic.Color => solid.Hue.Word(),
        Topic.Shape => solid.Shape.Word(),
        Topic.Size => solid.Scale.Word(),
        Topic.Pattern => solid.Texture.Word(),
        Topic.Side => solid.Side.Word(),
        _ => solid.Depth.Word(),
    };
}
