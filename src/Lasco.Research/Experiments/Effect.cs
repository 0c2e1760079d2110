namespace Lasco.Research.Experiments;

/// <summary>Something that the paper observes, and whether the measured tables show it.</summary>
/// <param name="Claim">The observation.</param>
/// <param name="Measured">The figures that decide it.</param>
/// <param name="Shown">Whether they show it.</param>
public sealed record Effect(string Claim, string Measured, bool Shown);
