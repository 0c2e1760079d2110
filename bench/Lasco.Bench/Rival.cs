namespace Lasco.Bench;

/// <summary>What a benchmark is measured against.</summary>
/// <param name="Name">The peer's name for it.</param>
/// <param name="Title">What it is.</param>
/// <param name="Target">The ratio of our time to the rival's that is wanted, at most.</param>
/// <param name="Share">The share of our work that the rival does; its time is divided by it.</param>
/// <param name="SameResult">Whether it computes the figures that we compute.</param>
public sealed record Rival(string Name, string Title, double Target, double Share = 1, bool SameResult = true);
