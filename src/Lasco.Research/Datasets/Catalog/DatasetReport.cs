namespace Lasco.Research.Datasets.Catalog;

/// <summary>One thing that was checked.</summary>
/// <param name="Subject">What.</param>
/// <param name="Passed">Whether it is as published.</param>
/// <param name="Found">What was found, and what was expected where that is another.</param>
public sealed record DatasetCheck(string Subject, bool Passed, string Found);

/// <summary>An image that cannot be used.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Problem">Why.</param>
public sealed record ImageProblem(string Path, string Problem);

/// <summary>What a dataset's folder was found to hold.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Root">Its folder.</param>
/// <param name="Checks">Files, counts and ids.</param>
/// <param name="Images">How many different images its annotations and folders name.</param>
/// <param name="MissingImages">How many of them are not there.</param>
/// <param name="DamagedImages">How many cannot be decoded.</param>
/// <param name="ImageProblems">The first of both, by path.</param>
public sealed record DatasetReport(
    string Dataset, string Root, IReadOnlyList<DatasetCheck> Checks, int Images, int MissingImages, int DamagedImages, IReadOnlyList<ImageProblem> ImageProblems)
{
    /// <summary>Whether all is well.</summary>
    public bool Passed => MissingImages == 0 && DamagedImages == 0 && Checks.All(check => check.Passed);
}
