using System.CommandLine;
using System.Globalization;
using Lasco.Research.Models;

namespace Lasco.Cli.Verbs;

internal static class VerifyVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "Folder with config.json, weights, and io.safetensors: inputs with what a reference implementation computed." };
        var weights = new Option<string?>("--weights") { Description = "Weights file (.safetensors or .pth), where it is not model.safetensors in the folder." };
        var tolerance = new Option<double>("--tolerance") { Description = "Largest difference that passes.", DefaultValueFactory = _ => 1e-4 };
        var json = CommonOptions.Json();
        var command = new Command("verify", "Compares the model with a reference implementation, tensor by tensor; exit code 1 when they differ.") { folder, weights, tolerance, json };
        command.SetAction((parse, _) =>
        {
            var differences = Verification.Run(parse.GetRequiredValue(folder), parse.GetValue(weights));
            double limit = parse.GetValue(tolerance), largest = differences.Values.Max();
            if (parse.GetValue(json))
                Display.WriteJson(new { Tensors = differences, Max = largest });
            else
            {
                Display.WriteTable("Largest absolute difference (gradients: relative to their largest entry)", ["Tensor", "Difference", ""],
                    differences.Select(pair => new[] { pair.Key, pair.Value.ToString("E2", CultureInfo.InvariantCulture), pair.Value <= limit ? "OK" : "DIFF" }));
            }

            return Task.FromResult(largest <= limit ? ExitCode.Success : ExitCode.Failed);
        });
        return command;
    }
}
