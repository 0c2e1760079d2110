using System.Diagnostics;
using System.Text.Json;
using Lasco.Research.Datasets;
using Lasco.Research.Datasets.Mini;
using Lasco.Research.Metrics;
using Lasco.Research.Models;
using Lasco.Research.Retrieval;
using Lasco.Research.Training;
using TorchSharp;

namespace Lasco.Research.Experiments;

/// <summary>What <see cref="Reproduction"/> is doing.</summary>
/// <param name="Stage">The dataset and the method.</param>
/// <param name="Done">The share of this stage that is done, 0 to 1.</param>
/// <param name="Training">The training step, while training.</param>
public sealed record ReproductionProgress(string Stage, double Done, TrainingProgress? Training = null);

/// <summary>A row that is finished, with everything that it came from.</summary>
/// <param name="Set">lasco, cirr or fashioniq.</param>
/// <param name="Method">The row's name.</param>
/// <param name="Settings">The recipe, the world, the seed, the starting weights and the version, as JSON.</param>
/// <param name="Seconds">Training and evaluation.</param>
/// <param name="Evaluations">One for each gallery.</param>
public sealed record FinishedRow(string Set, string Method, JsonElement Settings, double Seconds, IReadOnlyList<Evaluation> Evaluations);

/// <summary>
/// The main job: trains and evaluates CASE and its rivals on the mini world and lays the results out as the paper's Tables 2
/// to 5, with the paper's figures for the real datasets beside them. Every finished row is kept, so a run that is stopped goes
/// on where it was.
/// </summary>
public sealed class Reproduction
{
    private static readonly Experiment[] Rivals = [Experiment.ImageOnly, Experiment.TextOnly, Experiment.Init, Experiment.Case];
    private static readonly Experiment[] Ablations = [Experiment.NoReverseQuery, Experiment.Contrastive, Experiment.FrozenVision];
    private static readonly int[] LascoKs = [1, 5, 10, 50, 100, 500, 1000];
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly ReproductionProfile profile;
    private readonly int seed;
    private readonly string folder;
    private readonly string weights;
    private readonly List<FinishedRow> rows = [];

    /// <summary>A reproduction.</summary>
    /// <param name="profile">How much.</param>
    /// <param name="seed">Seed of the world and of training.</param>
    /// <param name="folder">Where the mini world and the results are written.</param>
    /// <param name="weights">The folder of the pre-trained mini BLIP.</param>
    public Reproduction(ReproductionProfile profile, int seed, string folder, string weights)
    {
        (this.profile, this.seed, this.folder, this.weights) = (profile, seed, folder, weights);
    }

    /// <summary>The finished tables.</summary>
    public List<ResultTable> Tables { get; } = [];

    /// <summary>Runs what is not finished yet.</summary>
    /// <param name="progress">Told what is going on.</param>
    /// <param name="tableDone">Told of every table as it becomes complete.</param>
    /// <param name="cancellation">Stops; rows that are finished are kept.</param>
    public void Run(IProgress<ReproductionProgress>? progress, Action<ResultTable> tableDone, CancellationToken cancellation)
    {
        string world = Path.Combine(folder, $"mini-{profile.Name}-{seed}");
        MiniWorld.Write(world, seed, profile.World,
            progress is null ? null : new DirectProgress<MiniWorldProgress>(p => progress.Report(new($"mini world: {p.Set} images", p.Done / (double)p.Total))),
            cancellation);
        Restore();

        RunSet("lasco", Path.Combine(world, "lasco"), profile.Lasco, [.. Rivals, .. Ablations], progress, cancellation);
        Finish(Table("lasco", "Table 4: the LaSCo-like set, validation", 4, "LaSCo", [.. new[] { 1, 5, 10, 50, 500, 1000 }.Select(k => ($"R@{k}", Mean(k)))], ["Random", .. Rivals.Select(r => r.Method)]), tableDone);
        Finish(Table("ablation", "Table 5: ablations, on the LaSCo-like set", 5, "FashionIQ", [.. new[] { 1, 5, 10, 50, 100 }.Select(k => ($"R@{k}", Mean(k)))], [.. Ablations.Select(a => a.Method), Experiment.Case.Method]) with { }, tableDone);

        RunSet("cirr", Path.Combine(world, "cirr"), profile.Cirr, Rivals, progress, cancellation);
        Finish(Table("cirr", "Table 3: the CIRR-like set, validation", 3, "CIRR", [.. Cirr.Ks.Select(k => ($"R@{k}", Mean(k))), .. Cirr.SubsetKs.Select(k => ($"Rsubset@{k}", Subset(k)))], ["Random", .. Rivals.Select(r => r.Method)]), tableDone);

        RunSet("fashioniq", Path.Combine(world, "fashioniq"), profile.FashionIq, Rivals, progress, cancellation);
        var categories = new[] { "shirt", "dress", "toptee" };
        Finish(Table("fashioniq", "Table 2: the FashionIQ-like set, validation", 2, "FashionIQ",
            [
                .. categories.SelectMany(category => FashionIq.Ks.Select(k => ($"{char.ToUpperInvariant(category[0])}{category[1..]} R@{k}", Category(category, k)))),
                .. FashionIq.Ks.Select(k => ($"Average R@{k}", Mean(k))),
            ],
            ["Random", .. Rivals.Select(r => r.Method)]), tableDone);
    }

    private static Func<FinishedRow, double> Mean(int k) => row => row.Evaluations.Average(evaluation => evaluation.Recall[k]);

    private static Func<FinishedRow, double> Subset(int k) => row => row.Evaluations[0].SubsetRecall[k];

    private static Func<FinishedRow, double> Category(string category, int k) =>
        row => row.Evaluations.First(evaluation => evaluation.Split.Contains(category, StringComparison.Ordinal)).Recall[k];
}
