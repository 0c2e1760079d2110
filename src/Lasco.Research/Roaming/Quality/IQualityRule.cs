using Lasco.Research.Datasets;

namespace Lasco.Research.Roaming.Quality;

/// <summary>A rule of the paper's quality control (section 3.2).</summary>
public interface IQualityRule
{
    /// <summary>The name in options and reports.</summary>
    string Name { get; }

    /// <summary>What the rule rejects, in a few words.</summary>
    string Description { get; }
}

/// <summary>A rule about two questions of a complementary pair, applied before any text is made.</summary>
public interface IPairRule : IQualityRule
{
    /// <summary>Whether no triplet shall be made of the pair.</summary>
    /// <param name="query">(I, Q, A).</param>
    /// <param name="target">(I_c, Q, A_c).</param>
    bool Rejects(in VqaQuestion query, in VqaQuestion target);
}

/// <summary>A rule about a transition text. A rule may remember what it has seen: it is asked in the order of the pairs.</summary>
public interface ITextRule : IQualityRule
{
    /// <summary>Whether the triplet is to be left out.</summary>
    /// <param name="transition">The triplet and what it was made of.</param>
    bool Rejects(in Transition transition);
}

/// <summary>A rule about wording alone, which holds for captions, too.</summary>
public interface ICaptionRule : IQualityRule
{
    /// <summary>Whether a caption is not to take the place of a text.</summary>
    /// <param name="caption">The caption.</param>
    bool Rejects(string caption);
}
