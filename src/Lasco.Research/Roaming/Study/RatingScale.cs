namespace Lasco.Research.Roaming.Study;

/// <summary>How raters answer, and what an answer means: the two scales of the paper's studies (appendix D.1).</summary>
public sealed record RatingScale
{
    private RatingScale(string name, int lowest, int highest, int lowestGood) =>
        (Name, Lowest, Highest, LowestGood) = (name, lowest, highest, lowestGood);

    /// <summary>Bad (0) or Good (1).</summary>
    public static RatingScale GoodBad { get; } = new("good-bad", 0, 1, 1);

    /// <summary>1 (worst) to 5 (best); 1 and 2 count as Bad, the others as Good.</summary>
    public static RatingScale OneToFive { get; } = new("1-5", 1, 5, 3);

    /// <summary>All scales.</summary>
    public static IReadOnlyList<RatingScale> All { get; } = [GoodBad, OneToFive];

    /// <summary>What pages, exports and the command line call it.</summary>
    public string Name { get; }

    /// <summary>The lowest score.</summary>
    public int Lowest { get; }

    /// <summary>The highest score.</summary>
    public int Highest { get; }

    /// <summary>The lowest score that counts as Good.</summary>
    public int LowestGood { get; }

    /// <summary>The scale of a name, or null.</summary>
    /// <param name="name"><c>good-bad</c> or <c>1-5</c>.</param>
    public static RatingScale? Of(string name) => All.FirstOrDefault(scale => scale.Name == name);

    /// <summary>Whether a score is on the scale.</summary>
    /// <param name="score">The score.</param>
    public bool Holds(long score) => score >= Lowest && score <= Highest;

    /// <summary>The paper's binarisation: whether a score counts as Good.</summary>
    /// <param name="score">A score of the scale.</param>
    public bool IsGood(int score) => score >= LowestGood;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
