using System.Diagnostics;
using System.Text.Json;
using Lasco.Research.Datasets;
using Lasco.Research.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Training;

/// <summary>Trains CASE on any dataset.</summary>
public static class Trainer
{
    private static readonly TimeSpan CheckpointInterval = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Trains <paramref name="model"/> in place. With a folder the run can be killed at any moment and resumed: it ends with
    /// the weights of an unbroken run, bit for bit where the arithmetic is (one thread).
    /// </summary>
    /// <param name="model">The model to start from; in evaluation mode afterwards.</param>
    /// <param name="split">The triplets.</param>
    /// <param name="recipe">How to train.</param>
    /// <param name="folder">Where the log, the checkpoint and finally the model are written; null keeps nothing.</param>
    /// <param name="resume">Whether to go on from the folder's checkpoint, if it has one.</param>
    /// <param name="progress">Told of every step.</param>
    /// <param name="validate">Called after every epoch; what it returns is logged.</param>
    /// <param name="cancellation">Stops after the current step, which is kept.</param>
    /// <exception cref="InputException">An image is missing or damaged, or the checkpoint is of another run.</exception>
    /// <exception cref="OperationCanceledException">Training was stopped.</exception>
    public static void Train(
        CaseModel model,
        CoirSplit split,
        TrainingRecipe recipe,
        string? folder = null,
        bool resume = false,
        IProgress<TrainingProgress>? progress = null,
        Func<IReadOnlyDictionary<string, double>>? validate = null,
        CancellationToken cancellation = default)
    {
        manual_seed(recipe.Seed);
        model.Case.train();
        foreach (var weight in model.Case.visual_encoder.parameters())
            weight.requires_grad = !recipe.FreezeVision;
        using var optimizer = optim.AdamW(
            model.Case.parameters().Where(weight => weight.requires_grad), recipe.LearningRate, weight_decay: recipe.WeightDecay);
        var loader = new TripletLoader(split, model.Tokenizer, model.Preprocessing, recipe);

        var position = new TrainingPosition(0, 0);
        var checkpoint = folder is null ? null : new TrainingCheckpoint(folder, model.Case, optimizer, Settings(model, split, recipe));
        if (resume && checkpoint is not null)
            position = checkpoint.Restore();
        using var log = folder is null ? null : new TrainingLog(folder, position);
        var meter = new TrainingMeter(recipe.Epochs, loader.StepsPerEpoch, position);
        var sinceCheckpoint = Stopwatch.StartNew();

        for (int epoch = position.Epoch; epoch < recipe.Epochs; epoch++)
        {
            double rate = recipe.LearningRateAt(epoch);
            foreach (var group in optimizer.ParamGroups)
                group.LearningRate = rate;

            int step = epoch == position.Epoch ? position.Step : 0;
            foreach (var batch in loader.Epoch(epoch, step, cancellation))
            {
                model.Case.zero_grad();
                var result = CaseStep.Backward(model.Case, batch, recipe.Loss, model.Preprocessing, recipe.ChunkSize);
                optimizer.step();

                step++;
                var report = meter.Step(epoch, step, batch.Images.Count, rate, result);
                log?.Write(report);
                progress?.Report(report);
                if (cancellation.IsCancellationRequested || sinceCheckpoint.Elapsed > CheckpointInterval)
                {
                    checkpoint?.Write(new TrainingPosition(epoch, step));
                    sinceCheckpoint.Restart();
                }

                cancellation.ThrowIfCancellationRequested();
            }

            if (validate is not null)
            {
                model.Case.eval();
                log?.Write(epoch, validate());
                model.Case.train();
            }

            checkpoint?.Write(new TrainingPosition(epoch + 1, 0));
        }

        model.Case.zero_grad();
        model.Case.eval();
        if (folder is not null)
            model.Save(folder);
    }

    private static string Settings(CaseModel model, CoirSplit split, TrainingRecipe recipe) =>
        $"{split.Name}, {split.Triplets.Count} triplets\n{JsonSerializer.Serialize(recipe)}\n{model.Case.Config.ToJson()}";
}
