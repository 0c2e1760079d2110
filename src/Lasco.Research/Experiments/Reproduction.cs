using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Lasco.Research.Datasets;
using Lasco.Research.Imaging;
using Lasco.Research.Mini;
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
/// on where it was. CASE's weights are kept in <c>models/</c> of the folder, one for each set.
/// </summary>
public sealed class Reproduction
{
    private const string RandomMethod = "Random";
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

    /// <summary>What the paper observes, decided by the finished tables.</summary>
    public IReadOnlyList<Effect> Effects { get; private set; } = [];

    private string ResultsFile => Path.Combine(folder, "results.json");

    /// <summary>Runs what is not finished yet.</summary>
    /// <param name="progress">Told what is going on.</param>
    /// <param name="tableDone">Told of every table as it becomes complete.</param>
    /// <param name="cancellation">Stops; rows that are finished are kept.</param>
    /// <exception cref="InputException">The weights are missing, or a file is damaged.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public void Run(IProgress<ReproductionProgress>? progress, Action<ResultTable> tableDone, CancellationToken cancellation)
    {
        string world = Path.Combine(folder, $"mini-{profile.Name}-{seed}");
        MiniWorld.Write(world, seed, profile.World, progress is null ? null : new DirectProgress<MiniWorldProgress>(
            made => progress.Report(new($"mini world: {made.Set} images", made.Done / (double)made.Total))), cancellation);
        Restore();

        RunSet("lasco", world, profile.Lasco, [.. Rivals, .. Ablations]);
        Add(Table("table4-lasco", "Table 4: the LaSCo-like set", 4, "LaSCo", "lasco", Rivals, Columns([1, 5, 10, 50, 500, 1000])));
        Add(Table("table5-ablation", "Table 5: ablations, here on the LaSCo-like set", 5, "FashionIQ", "lasco", [.. Ablations, Experiment.Case], Columns([1, 5, 10, 50, 100])));
        RunSet("cirr", world, profile.Cirr, Rivals);
        Add(Table("table3-cirr", "Table 3: the CIRR-like set", 3, "CIRR", "cirr", Rivals,
            [.. Columns(Cirr.Ks), .. Cirr.SubsetKs.Select(k => ($"Rsubset@{k}", (Func<FinishedRow, double>)(row => row.Evaluations[0].SubsetRecall[k])))]));
        RunSet("fashioniq", world, profile.FashionIq, Rivals);
        Add(Table("table2-fashioniq", "Table 2: the FashionIQ-like set", 2, "FashionIQ", "fashioniq", Rivals,
        [
            .. new[] { "shirt", "dress", "toptee" }.SelectMany(category => FashionIq.Ks.Select(k => CategoryColumn(category, k))),
            .. Columns(FashionIq.Ks).Select(column => ("Average " + column.Name, column.Figure)),
        ]));
        Effects = PaperEffects.Decide(Tables);
        Save();

        void RunSet(string set, string root, TrainingRecipe recipe, IReadOnlyList<Experiment> experiments) =>
            this.RunSet(set, Path.Combine(root, set), recipe, experiments, progress, cancellation);

        void Add(ResultTable table)
        {
            Tables.Add(table);
            table.WriteCsv(Path.Combine(folder, table.Name + ".csv"));
            if (HtmlSnapshot.IsAvailable)
                ResultPage.WritePng(table, Path.Combine(folder, table.Name + ".png"));
            tableDone(table);
        }
    }

    /// <summary>Columns of the mean recall over the set's galleries.</summary>
    private static (string Name, Func<FinishedRow, double> Figure)[] Columns(IEnumerable<int> ks) =>
        [.. ks.Select(k => ($"R@{k}", (Func<FinishedRow, double>)(row => row.Evaluations.Average(evaluation => evaluation.Recall[k]))))];

    private static (string Name, Func<FinishedRow, double> Figure) CategoryColumn(string category, int k) => (
        $"{char.ToUpperInvariant(category[0])}{category[1..]} R@{k}",
        row => row.Evaluations.First(evaluation => evaluation.Split.Contains(category, StringComparison.Ordinal)).Recall[k]);

    private ResultTable Table(
        string name, string title, int paperTable, string paperDataset, string set, IReadOnlyList<Experiment> experiments, IReadOnlyList<(string Name, Func<FinishedRow, double> Figure)> columns)
    {
        var paper = PaperTable.Read(paperTable);
        IEnumerable<string> methods = experiments.Select(experiment => experiment.Method);
        if (experiments.Contains(Experiment.TextOnly))
            methods = methods.Prepend(RandomMethod);
        return new ResultTable(name, title, $"paper, Table {paperTable} ({paperDataset})", [.. columns.Select(column => column.Name)],
        [
            .. methods.Select(method =>
            {
                var row = rows.First(row => row.Set == set && row.Method == method);
                return new ResultRow(method, [.. columns.Select(column => 100 * column.Figure(row))], [.. columns.Select(column => paper[method, column.Name])]);
            }),
        ]);
    }

    private void RunSet(string set, string root, TrainingRecipe recipe, IReadOnlyList<Experiment> experiments, IProgress<ReproductionProgress>? progress, CancellationToken cancellation)
    {
        var validation = CoirDatasets.Read(set, root, "val");
        if (set == "lasco")
            validation = [.. validation.Select(split => split with { Ks = LascoKs })];
        rows.RemoveAll(row => row.Set == set && row.Method == RandomMethod);
        rows.Add(new FinishedRow(set, RandomMethod, JsonSerializer.SerializeToElement("computed"), 0, [.. validation.Select(Evaluator.Random)]));

        CoirSplit? training = null;
        foreach (var experiment in experiments)
        {
            var settings = Settings(experiment, recipe);
            if (rows.Any(row => row.Set == set && row.Method == experiment.Method && JsonElement.DeepEquals(row.Settings, settings)))
                continue;
            training ??= CoirDatasets.Join(CoirDatasets.Read(set, root, "train"));
            var row = RunExperiment(set, experiment, recipe with { Seed = seed }, training, validation, settings, progress, cancellation);
            rows.RemoveAll(row => row.Set == set && row.Method == experiment.Method);
            rows.Add(row);
            Save();
        }
    }

    private FinishedRow RunExperiment(
        string set, Experiment experiment, TrainingRecipe recipe, CoirSplit training, IReadOnlyList<CoirSplit> validation, JsonElement settings,
        IProgress<ReproductionProgress>? progress, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        string stage = $"{set}: {experiment.Method}";
        torch.manual_seed(seed);
        using var model = CaseModel.FromBlip(weights, settings: config => config with { Modalities = experiment.Modalities, FirstToken = FirstToken.Cls });
        if (!experiment.IsZeroShot)
        {
            Trainer.Train(model, training, experiment.Recipe(recipe),
                progress: progress is null ? null : new DirectProgress<TrainingProgress>(step => progress.Report(new(stage, step.Done, step))),
                cancellation: cancellation);
        }

        if (experiment == Experiment.Case)
            model.Save(Path.Combine(folder, "models", set));
        var evaluations = validation.Select((split, i) => Evaluator.Evaluate(model, split, progress is null ? null : new DirectProgress<double>(
            done => progress.Report(new($"{stage}, evaluation", (i + done) / validation.Count))), cancellation)).ToArray();
        return new FinishedRow(set, experiment.Method, settings, Math.Round(watch.Elapsed.TotalSeconds, 1), evaluations);
    }

    /// <summary>All that a row depends on.</summary>
    private JsonElement Settings(Experiment experiment, TrainingRecipe recipe) => JsonSerializer.SerializeToElement(new
    {
        Version = typeof(Reproduction).Assembly.GetName().Version?.ToString(),
        Seed = seed,
        Profile = profile.Name,
        profile.World,
        Weights = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(weights, "model.safetensors")))),
        experiment.Modalities,
        FirstToken.Cls,
        Recipe = experiment.IsZeroShot ? null : experiment.Recipe(recipe with { Seed = seed }),
    }, Json);

    private void Save() => AtomicFile.WriteText(ResultsFile, JsonSerializer.Serialize(new Results(rows, Tables, Effects), Json) + "\n");

    private void Restore()
    {
        if (!File.Exists(ResultsFile))
            return;
        try
        {
            rows.AddRange(JsonSerializer.Deserialize<Results>(File.ReadAllText(ResultsFile), Json)!.Rows);
        }
        catch (Exception e) when (e is JsonException or NullReferenceException)
        {
            throw new InputException(ResultsFile, "holds no results of an earlier run; remove it or write to another folder", e);
        }
    }

    private sealed record Results(IReadOnlyList<FinishedRow> Rows, IReadOnlyList<ResultTable> Tables, IReadOnlyList<Effect> Effects);
}
