using System.Diagnostics;

namespace Lasco.Research.Training;

/// <summary>Where a run stands: the next step to take.</summary>
/// <param name="Epoch">From 0.</param>
/// <param name="Step">Steps of that epoch that are done.</param>
public readonly record struct TrainingPosition(int Epoch, int Step);

/// <summary>A step's figures.</summary>
/// <param name="Epoch">From 0.</param>
/// <param name="Epochs">Epochs of the run.</param>
/// <param name="Step">Steps of this epoch that are done.</param>
/// <param name="Steps">Steps of an epoch.</param>
/// <param name="LearningRate">AdamW's step size.</param>
/// <param name="Result">Losses and recall.</param>
/// <param name="ImagesPerSecond">Over this process's steps.</param>
/// <param name="Remaining">The time left at that speed, without validation.</param>
public sealed record TrainingProgress(
    int Epoch, int Epochs, int Step, int Steps, double LearningRate, StepResult Result, double ImagesPerSecond, TimeSpan Remaining)
{
    /// <summary>The share of the run that is done, 0 to 1.</summary>
    public double Done => (Epoch + Step / (double)Steps) / Epochs;
}

/// <summary>Measures speed and time left.</summary>
internal sealed class TrainingMeter(int epochs, int steps, TrainingPosition start)
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private long images;

    public TrainingProgress Step(int epoch, int step, int stepImages, double learningRate, StepResult result)
    {
        images += stepImages;
        long done = Steps(epoch, step) - Steps(start.Epoch, start.Step);
        var remaining = watch.Elapsed / done * (Steps(epochs, 0) - Steps(epoch, step));
        return new TrainingProgress(epoch, epochs, step, steps, learningRate, result, images / watch.Elapsed.TotalSeconds, remaining);
    }

    private long Steps(int epoch, int step) => (long)epoch * steps + step;
}
