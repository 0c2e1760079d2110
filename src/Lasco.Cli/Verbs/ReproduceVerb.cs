using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Lasco.Research;
using Lasco.Research.Experiments;
using Lasco.Research.Imaging;

namespace Lasco.Cli.Verbs;

internal static class ReproduceVerb
{
    public static Command Create()
    {
        var profile = CommonOptions.Choice("--profile", "How much", ["quick", "full"]);
        var folder = CommonOptions.OutFolder("Folder for the mini world and the results.", required: false);
        folder.DefaultValueFactory = _ => "results";
        var seed = CommonOptions.Seed();
        var weights = new Option<string>("--weights") { Description = "Folder of the pre-trained mini BLIP.", DefaultValueFactory = _ => MiniPretraining.ShippedWeights };
        var json = CommonOptions.Json();
        var command = new Command("reproduce", "Trains CASE and its rivals on the mini world and lays out the paper's comparisons. Run again, it goes on where it stopped.")
        {
            profile, folder, seed, weights, json,
        };
        command.SetAction((parse, cancellation) =>
        {
            string output = parse.GetRequiredValue(folder);
            var chosen = parse.GetValue(profile) == "full" ? ReproductionProfile.Full : ReproductionProfile.Quick;
            bool asJson = parse.GetValue(json);
            var reproduction = new Reproduction(chosen, parse.GetValue(seed), output, parse.GetRequiredValue(weights));
            var watch = Stopwatch.StartNew();
            Display.WithProgress("reproduce", report =>
            {
                reproduction.Run(
                    new DirectProgress<ReproductionProgress>(step => report(step.Done, step.Training is null ? step.Stage : $"{step.Stage}  {TrainVerb.Describe(step.Training)}")),
                    table =>
                    {
                        if (!asJson)
                            Display.WriteTable(table);
                    },
                    cancellation);
                return true;
            });

            if (asJson)
                Display.WriteJson(new { Profile = chosen.Name, watch.Elapsed.TotalSeconds, reproduction.Tables, reproduction.Effects });
            else
            {
                Display.WriteTable("What the paper observes, at this scale", ["Observation", "Measured", "Shown"],
                    reproduction.Effects.Select(effect => new[] { effect.Claim, effect.Measured, effect.Shown ? "yes" : "no" }));
            }

            if (!HtmlSnapshot.IsAvailable)
                Display.Note("no pictures of the tables: there is no Chromium on this machine");
            Display.Note(string.Create(CultureInfo.InvariantCulture, $"{Display.Duration(watch.Elapsed)}; tables as CSV and PNG, and everything in results.json, are in {output}"));
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
