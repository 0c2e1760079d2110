namespace Lasco.Research.Experiments;

/// <summary>A figure of the paper's Table 1 beside ours.</summary>
/// <param name="Column">The column of the table.</param>
/// <param name="Measured">Counted in the files that are there; null where splits that belong to it are not.</param>
/// <param name="Paper">The paper's figure.</param>
/// <param name="Definition">What is counted.</param>
/// <param name="Finding">How well the definition explains the paper's figure.</param>
public sealed record Table1Figure(string Column, double? Measured, double Paper, string Definition, string Finding)
{
    /// <summary>Measured minus the paper's, in the two decimals that the table prints.</summary>
    public double? Difference => Measured is { } measured ? Math.Round(measured, 2) - Paper : null;
}
