using System.CommandLine;
using System.Globalization;
using Lasco.Research;
using Lasco.Research.Datasets;
using Lasco.Research.Losses;
using Lasco.Research.Models;
using Lasco.Research.Retrieval;
using Lasco.Research.Training;
using TorchSharp;

namespace Lasco.Cli.Verbs;

internal static class TrainVerb
{
    public static Command Create()
    {
        var dataset = CommonOptions.Dataset();
        var root = CommonOptions.Root();
        var images = CommonOptions.Images();
        var start = new Option<string>("--init") { Description = "Where to start: a model folder of BLIP or CASE, or a BLIP checkpoint (.pth or .safetensors).", Required = true };
        var vocabulary = new Option<string?>("--vocab") { Description = "BERT's vocab.txt, where --init is a checkpoint file." };
        var folder = CommonOptions.OutFolder("Folder for the log, the checkpoint and the trained model.");
        var resume = new Option<bool>("--resume") { Description = "Go on from the checkpoint in --out." };
        var validate = new Option<bool>("--validate") { Description = "Evaluate on the validation split after every epoch." };
        var batch = new Option<int?>("--batch") { Description = "Triplets in a batch (default: the paper's for the dataset)." };
        var chunk = new Option<int?>("--chunk") { Description = "Triplets embedded at a time: gradient caching, for batches larger than memory." };
        var epochs = new Option<int?>("--epochs") { Description = "Passes over the triplets (default: the paper's for the dataset)." };
        var rate = new Option<double?>("--lr") { Description = "AdamW's first step size (default: 5e-5)." };
        var decay = new Option<double?>("--lr-decay") { Description = "Factor on the step size after each epoch (default: 0.93)." };
        var loss = CommonOptions.Choice("--loss", "The objective", ["surrogate", "contrastive"]);
        var noReverse = new Option<bool>("--no-reverse-query") { Description = "Leave the reverse objective out (the paper's No-RQ)." };
        var freeze = new Option<bool>("--freeze-vit") { Description = "Keep the image encoder's pre-trained weights." };
        var modalities = CommonOptions.Choice("--modalities", "What queries consist of", ["both", "text-only", "image-only"]);
        var firstToken = CommonOptions.Choice("--first-token", "The token at position 0", ["enc", "cls"]);
        var imageSize = new Option<int?>("--image-size") { Description = "Side of the input images, pixels (default: the checkpoint's)." };
        var targetPad = new Option<double?>("--target-pad") { Description = "Pad images whose sides' ratio exceeds this (CLIP4Cir uses 1.25)." };
        var seed = CommonOptions.Seed();
        var device = CommonOptions.Device();
        var command = new Command("train", "Trains CASE, or one of its variants, on a dataset.")
        {
            dataset, root, images, start, vocabulary, folder, resume, validate, batch, chunk, epochs, rate, decay, loss,
            noReverse, freeze, modalities, firstToken, imageSize, targetPad, seed, device,
        };
        command.SetAction((parse, cancellation) =>
        {
            string name = parse.GetRequiredValue(dataset);
            var defaults = name switch { "cirr" => TrainingRecipe.Cirr, "fashioniq" => TrainingRecipe.FashionIq, _ => TrainingRecipe.Lasco };
            var recipe = defaults with
            {
                BatchSize = Positive(parse.GetValue(batch), "--batch") ?? defaults.BatchSize,
                ChunkSize = Positive(parse.GetValue(chunk), "--chunk"),
                Epochs = Positive(parse.GetValue(epochs), "--epochs") ?? defaults.Epochs,
                LearningRate = parse.GetValue(rate) ?? defaults.LearningRate,
                LearningRateDecay = parse.GetValue(decay) ?? defaults.LearningRateDecay,
                Loss = parse.GetValue(loss) == "surrogate" ? new RecallAtKSurrogate() : new ContrastiveLoss(),
                ReverseQuery = !parse.GetValue(noReverse),
                FreezeVision = parse.GetValue(freeze),
                Seed = parse.GetValue(seed),
            };
            string rootFolder = parse.GetRequiredValue(root), output = parse.GetRequiredValue(folder);
            var split = CoirDatasets.Join(CoirDatasets.Read(name, rootFolder, "train", parse.GetValue(images)));
            var validation = parse.GetValue(validate) ? CoirDatasets.Read(name, rootFolder, "val", parse.GetValue(images)) : [];
            split.RequireImages();
            foreach (var part in validation)
                part.RequireImages();

            torch.manual_seed(recipe.Seed);
            using var model = CaseModel.FromBlip(parse.GetRequiredValue(start), parse.GetValue(vocabulary), config => config with
            {
                Modalities = Enum.Parse<Modalities>(parse.GetValue(modalities)!.Replace("-", ""), ignoreCase: true),
                FirstToken = Enum.Parse<FirstToken>(parse.GetValue(firstToken)!, ignoreCase: true),
                ImageSize = Positive(parse.GetValue(imageSize), "--image-size") ?? config.ImageSize,
                TargetPad = parse.GetValue(targetPad),
            });
            model.MoveTo(parse.GetRequiredValue(device));
            Display.WithProgress($"{split.Name}", report =>
            {
                Trainer.Train(model, split, recipe, output, parse.GetValue(resume),
                    new DirectProgress<TrainingProgress>(step => report(step.Done, Describe(step))),
                    validation.Count == 0 ? null : () => Validate(model, validation, cancellation),
                    cancellation);
                return true;
            });
            Display.Note($"wrote {output}");
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    internal static string Describe(TrainingProgress step) => string.Create(CultureInfo.InvariantCulture,
        $"epoch {step.Epoch + 1}/{step.Epochs}  loss {step.Result.Forward + step.Result.Reverse:F3}  batch R@1 {step.Result.RecallAt1:P0}  {step.ImagesPerSecond:F0} images/s  {Display.Duration(step.Remaining)} left");

    private static Dictionary<string, double> Validate(CaseModel model, IReadOnlyList<CoirSplit> validation, CancellationToken cancellation) => validation
        .Select(split => Evaluator.Evaluate(model, split, null, cancellation))
        .SelectMany(evaluation => evaluation.Recall.Select(pair => KeyValuePair.Create($"{evaluation.Split} R@{pair.Key}", pair.Value)))
        .ToDictionary();

    private static int? Positive(int? value, string option) =>
        value is null or > 0 ? value : throw new InputException($"{option} {value}: expected at least 1");
}
