using Lasco.Research.Datasets;
using Lasco.Research.Experiments;
using Lasco.Research.Mini;
using Lasco.Research.Models;
using Lasco.Research.Retrieval;
using Lasco.Research.Training;

namespace Lasco.Research.Tests.Experiments;

public sealed class ReproductionTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lasco-reproduction-").FullName;

    private static ReproductionProfile Tiny { get; } = new(
        "tiny",
        MiniWorldSize.Quick with
        {
            LascoFamily = 16, LascoTrainPairs = 10, LascoValPairs = 6, LascoTrainFamilies = 4, LascoValFamilies = 2, CirrTrainSubsets = 3, CirrValSubsets = 2,
            FashionTrainGroups = 1, FashionValGroups = 1,
        },
        TrainingRecipe.Mini with { BatchSize = 16, Epochs = 1 },
        TrainingRecipe.Mini with { BatchSize = 16, Epochs = 1 },
        TrainingRecipe.Mini with { BatchSize = 16, Epochs = 1 });

    [Fact]
    [Trait("Speed", "Slow")]
    public void From_the_shipped_weights_to_tables_models_and_effects_and_nothing_is_done_twice()
    {
        var tables = new List<ResultTable>();
        using var stop = new CancellationTokenSource();
        var stopped = new Reproduction(Tiny, seed: 3, folder, MiniPretraining.ShippedWeights);
        Assert.Throws<OperationCanceledException>(() => stopped.Run(
            new DirectProgress<ReproductionProgress>(progress =>
            {
                if (progress.Stage.StartsWith("cirr: CASE (Text-only)", StringComparison.Ordinal))
                    stop.Cancel();
            }),
            tables.Add, stop.Token));
        Assert.Equal(["table4-lasco", "table5-ablation"], tables.Select(table => table.Name));
        tables.Clear();

        var trained = new HashSet<string>();
        var reproduction = new Reproduction(Tiny, seed: 3, folder, MiniPretraining.ShippedWeights);
        reproduction.Run(
            new DirectProgress<ReproductionProgress>(progress =>
            {
                if (progress.Training is not null)
                    trained.Add(progress.Stage);
            }),
            tables.Add, TestContext.Current.CancellationToken);
        Assert.Equal(["cirr: CASE (Text-only)", "cirr: CASE", "fashioniq: CASE (Image-only)", "fashioniq: CASE (Text-only)", "fashioniq: CASE"], trained);
        Assert.Equal(["table4-lasco", "table5-ablation", "table3-cirr", "table2-fashioniq"], tables.Select(table => table.Name));
        Assert.All(tables, table => Assert.True(File.Exists(Path.Combine(folder, table.Name + ".csv"))));
        Assert.Equal(7, reproduction.Effects.Count);

        var row = tables[0].Rows.Single(row => row.Method == "CASE");
        var split = CoirDatasets.Read("lasco", Path.Combine(folder, "mini-tiny-3", "lasco"), "val")[0];
        using var model = CaseModel.Load(Path.Combine(folder, "models", "lasco"));
        Assert.Equal(100 * Evaluator.Evaluate(model, split, cancellation: TestContext.Current.CancellationToken).Recall[10], row.Values[tables[0].Columns.ToList().IndexOf("R@10")], 6);
    }

    [Fact]
    public void Results_that_are_none_are_refused()
    {
        File.WriteAllText(Path.Combine(folder, "results.json"), "{\"rows\":3}");
        var error = Assert.Throws<InputException>(() => new Reproduction(Tiny, seed: 3, folder, MiniPretraining.ShippedWeights).Run(null, _ => { }, TestContext.Current.CancellationToken));
        Assert.Contains("results.json", error.Message);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
