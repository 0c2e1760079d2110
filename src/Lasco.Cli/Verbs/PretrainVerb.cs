using System.CommandLine;
using System.Globalization;
using Lasco.Research;
using Lasco.Research.Experiments;
using Lasco.Research.Training;

namespace Lasco.Cli.Verbs;

internal static class PretrainVerb
{
    public static Command Create()
    {
        var root = new Option<string>("--root") { Description = "Folder that lasco mini wrote, with and without --pretraining.", Required = true };
        var folder = CommonOptions.OutFolder("Folder for the checkpoint and the pre-trained model.");
        var steps = new Option<int>("--steps") { Description = "Steps of AdamW.", DefaultValueFactory = _ => new PretrainingRecipe().Steps };
        var seed = CommonOptions.Seed();
        var command = new Command("pretrain", "Pre-trains the mini BLIP on the mini world's captions (lasco mini --pretraining). Run again, it goes on where it stopped.")
        {
            root, folder, steps, seed,
        };
        command.SetAction((parse, cancellation) =>
        {
            var recipe = new PretrainingRecipe { Steps = parse.GetValue(steps), Seed = parse.GetValue(seed) };
            string output = parse.GetRequiredValue(folder);
            Display.WithProgress("Pre-training", report =>
            {
                MiniPretraining.Run(parse.GetRequiredValue(root), recipe, output, new DirectProgress<PretrainingProgress>(step => report(step.Step / (double)step.Steps, string.Create(
                    CultureInfo.InvariantCulture, $"contrastive {step.Contrastive:F3}  matching {step.Matching:F3}  {Display.Duration(step.Remaining)} left"))), cancellation);
                return true;
            });
            Display.Note($"wrote {output}");
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
