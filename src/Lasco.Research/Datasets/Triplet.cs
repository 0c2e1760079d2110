namespace Lasco.Research.Datasets;

/// <summary>A composed query and its answer: the paper's (Q_i, Q_t, T_i) (section 4.2).</summary>
public sealed record Triplet
{
    /// <summary>LaSCo's <c>qid</c>, CIRR's <c>pairid</c>, CIRCO's <c>id</c>, or the position in FashionIQ's file.</summary>
    public required long Id { get; init; }

    /// <summary>Q_i, the query image: a position in <see cref="CoirSplit.Images"/>.</summary>
    public required int Query { get; init; }

    /// <summary>T_i, the target image: a position in <see cref="CoirSplit.Images"/>, or −1 where the split hides it (test splits).</summary>
    public required int Target { get; init; }

    /// <summary>Q_t, the transition text; FashionIQ has two captions for a pair, the other datasets one.</summary>
    public required string[] Texts { get; init; }

    /// <summary>CIRR's <c>img_set</c> (the query image among them): positions in <see cref="CoirSplit.Images"/>; empty elsewhere.</summary>
    public int[] Subset { get; init; } = [];

    /// <summary>CIRCO's right answers beside <see cref="Target"/>: positions in <see cref="CoirSplit.Images"/>; empty elsewhere.</summary>
    public int[] FurtherTargets { get; init; } = [];

    /// <summary>The text of evaluation: the one text, or FashionIQ's two captions joined by <see cref="FashionIqText.Join"/>.</summary>
    public string Text => Texts is [var text] ? text : FashionIqText.Join(Texts[0], Texts[1]);

    /// <summary>A text of training: the one text, or <see cref="FashionIqText.Sample"/> of FashionIQ's two captions.</summary>
    /// <param name="random">Draws one number where there are two captions, none otherwise.</param>
    public string SampleText(Random random) => Texts is [var text] ? text : FashionIqText.Sample(Texts, random);
}
