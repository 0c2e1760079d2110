using System.CommandLine;
using Lasco.Research.Datasets.Mini;

namespace Lasco.Cli.Verbs;

internal static class MiniVerb
{
    public static Command Create()
    {
        var folder = new Option<string>("--out") { Description = "Folder to write.", Required = true };
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
            Display.WithProgress("Mini world", report =>
            {
                MiniWorldFiles.Write(path, parse.GetValue(seed), parse.GetValue(size)!, parse.GetValue(pretraining), done => report(done, ""), cancellation);
                return true;
            });
            Display.Note($"wrote {path}");
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
