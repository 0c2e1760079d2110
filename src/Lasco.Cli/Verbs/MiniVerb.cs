using System.CommandLine;
using Lasco.Research;
using Lasco.Research.Mini;

namespace Lasco.Cli.Verbs;

internal static class MiniVerb
{
    public static Command Create()
    {
        var folder = CommonOptions.OutFolder("Folder to write.");
        var seed = CommonOptions.Seed();
        var size = CommonOptions.Choice("--size", "How many images", ["quick", "full"]);
        var pretraining = new Option<bool>("--pretraining") { Description = "Write the images and captions for pre-training instead of the three retrieval sets." };
        var command = new Command("mini", "Writes the mini world: synthetic pictures and annotations in the formats of LaSCo, VQA2.0, COCO, CIRR and FashionIQ.")
        {
            folder, seed, size, pretraining,
        };
        command.SetAction((parse, cancellation) =>
        {
            string path = parse.GetRequiredValue(folder);
            var worldSize = parse.GetValue(size) == "full" ? MiniWorldSize.Full : MiniWorldSize.Quick;
            Display.WithProgress("mini world", report =>
            {
                var progress = new DirectProgress<MiniWorldProgress>(made => report(made.Done / (double)made.Total, $"{made.Set}: {made.Done:N0} of {made.Total:N0} images"));
                if (parse.GetValue(pretraining))
                    MiniWorld.WritePretraining(path, parse.GetValue(seed), worldSize, progress, cancellation);
                else
                    MiniWorld.Write(path, parse.GetValue(seed), worldSize, progress, cancellation);
                return true;
            });
            Display.Note($"wrote {path}");
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
