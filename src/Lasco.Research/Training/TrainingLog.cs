using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lasco.Research.Training;

/// <summary>
/// <c>log.jsonl</c>: a line for every step and for every validation. A run that is resumed first drops the lines of steps
/// that it will take again.
/// </summary>
internal sealed class TrainingLog : IDisposable
{
    private readonly StreamWriter writer;

    public TrainingLog(string folder, TrainingPosition position)
    {
        string path = Path.Combine(folder, "log.jsonl");
        var kept = File.Exists(path) ? File.ReadLines(path).TakeWhile(line => IsBefore(line, position)).ToArray() : [];
        AtomicFile.WriteText(path, string.Concat(kept.Select(line => line + "\n")));
        writer = new StreamWriter(path, append: true) { AutoFlush = true };
    }

    public void Write(TrainingProgress report) => Write(new JsonObject
    {
        ["epoch"] = report.Epoch,
        ["step"] = report.Step,
        ["loss"] = report.Result.Forward + report.Result.Reverse,
        ["forward_loss"] = report.Result.Forward,
        ["reverse_loss"] = report.Result.Reverse,
        ["batch_recall_at_1"] = report.Result.RecallAt1,
        ["learning_rate"] = report.LearningRate,
        ["images_per_second"] = Math.Round(report.ImagesPerSecond, 1),
    });

    public void Write(int epoch, IReadOnlyDictionary<string, double> validation) => Write(new JsonObject
    {
        ["epoch"] = epoch,
        ["validation"] = new JsonObject(validation.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
    });

    public void Dispose() => writer.Dispose();

    private void Write(JsonObject line) => writer.WriteLine(line.ToJsonString());

    private static bool IsBefore(string line, TrainingPosition position)
    {
        try
        {
            var entry = JsonNode.Parse(line);
            int epoch = (int)entry!["epoch"]!;
            return epoch < position.Epoch || (epoch == position.Epoch && entry["step"] is { } step && (int)step <= position.Step);
        }
        catch (JsonException)
        {
            return false; // a line that the end of a process cut short
        }
    }
}
