namespace Lasco.Research.Models;

/// <summary>Which modalities of a query reach the shift encoder (paper appendix B).</summary>
public enum Modalities
{
    /// <summary>Query image and transition text.</summary>
    Both,

    /// <summary>CASE (text-only): the image is a tensor of zeros.</summary>
    TextOnly,

    /// <summary>CASE (image-only): the text is the constant first token alone.</summary>
    ImageOnly,
}

/// <summary>
/// The token at position 0 of the shift encoder's input. BLIP trains its image-grounded encoder with [ENC] there; the
/// paper speaks of [CLS], as do BLIP's demo and the Hugging Face port.
/// </summary>
public enum FirstToken
{
    /// <summary>BLIP's [ENC].</summary>
    Enc,

    /// <summary>BERT's [CLS].</summary>
    Cls,
}

/// <summary>The sizes of BLIP and what CASE adds. The word embedding's last row is [REV].</summary>
public sealed record CaseConfig : BlipConfig
{
    /// <summary>CASE with BLIP's sizes: one more row in the word embedding, for [REV].</summary>
    /// <param name="blip">The sizes of the BLIP it starts from.</param>
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public CaseConfig(BlipConfig blip)
        : base(blip) => VocabSize = blip.VocabSize + 1;

    /// <summary>For reading from JSON.</summary>
    [System.Text.Json.Serialization.JsonConstructor]
    public CaseConfig()
    {
    }

    /// <summary>The modalities that queries have.</summary>
    public Modalities Modalities { get; init; }

    /// <summary>The token at position 0.</summary>
    public FirstToken FirstToken { get; init; }

    /// <summary>Widest ratio of an image's sides before it is padded (CLIP4Cir's TargetPad, 1.25 there), or null to squash images to a square.</summary>
    public double? TargetPad { get; init; }
}
