namespace Lasco.Notebooks.Charts;

/// <summary>Makes figures.</summary>
public static class Chart
{
}
