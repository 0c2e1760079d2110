using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Lasco.Research;
using Lasco.Research.Datasets;
using Lasco.Research.Roaming;
using Lasco.Research.Roaming.Llm;
using Lasco.Research.Roaming.Quality;
using Lasco.Research.Roaming.Rules;

namespace Lasco.Cli.Verbs;

internal static class RoamVerb
{
    private const string Rules = "rules", Llm = "llm";

    public static Command Create()
    {
        var vqa = new Option<string>("--vqa") { Description = "Folder of VQA2.0's questions, annotations and complementary pairs.", Required = true };
        var part = CommonOptions.Choice("--split", "Split", [.. Vqa.Splits]);
        var folder = CommonOptions.OutFolder("Folder for lasco_SPLIT.json, its corpus, rejects and report.");
        var rephraser = CommonOptions.Choice("--rephraser", "What turns question and answer into a text", [Rules, Llm]);
        var seed = CommonOptions.Seed();
        var without = new Option<string[]>("--without-rule") { Description = $"Leave a rule of the quality control out (may be repeated): {string.Join(", ", QualityControl.All().Select(rule => rule.Name))}.", DefaultValueFactory = _ => [] };
        without.AcceptOnlyFromAmong([.. QualityControl.All().Select(rule => rule.Name)]);
        var captions = new Option<string?>("--captions") { Description = "COCO's captions_SPLIT2014.json, or its folder: replaces texts by captions of the target (LaSCo.Ca)." };
        var share = new Option<double?>("--caption-share") { Description = "The share of texts to replace, 0 to 1 (default: 0.5, where --captions is given)." };
        var parallel = new Option<int?>("--parallel") { Description = "Texts made at a time (default: a thread for each core; llm: 8 requests)." };
        var llm = new LlmOptions();
        var json = CommonOptions.Json();
        var command = new Command("roam", "Data roaming: makes LaSCo's triplets from VQA2.0's complementary pairs.")
        {
            vqa, part, folder, rephraser, seed, without, captions, share, parallel, json,
        };
        llm.AddTo(command);
        command.SetAction((parse, cancellation) =>
        {
            var watch = Stopwatch.StartNew();
            string split = parse.GetRequiredValue(part), output = parse.GetRequiredValue(folder);
            bool asksModel = parse.GetValue(rephraser) == Llm;
            int parallelism = parse.GetValue(parallel) ?? (asksModel ? LlmOptions.DefaultParallelism : Environment.ProcessorCount);
            if (parallelism < 1)
                throw new InputException($"--parallel is {parallelism}; expected 1 or more");
            if (parse.GetValue(share) is { } given && parse.GetValue(captions) is null)
                throw new InputException($"--caption-share {given.ToString(CultureInfo.InvariantCulture)} needs --captions FILE");
            double captionShare = parse.GetValue(share) ?? 0.5;
            if (captionShare is not (>= 0 and <= 1))
                throw new InputException($"--caption-share is {captionShare.ToString(CultureInfo.InvariantCulture)}; expected 0 to 1");
            using LlmRun? run = asksModel ? llm.Open(parse, output) : null;
            var described = parse.GetValue(captions) is { } path ? CocoCaptions.Read(CaptionFile(path, split)) : null;

            var faults = new VqaFaults();
            VqaSplit asked = Vqa.Read(parse.GetRequiredValue(vqa), split, faults);
            var roaming = new DataRoaming
            {
                Rephraser = run is null ? new RuleRephraser() : run.Rephraser,
                Quality = new QualityControl(parse.GetValue(without)!),
                Seed = parse.GetValue(seed),
                Parallelism = parallelism,
            };
            if (run is not null && !run.Confirm(parse, roaming.Requests(asked), parallelism, parse.GetValue(json)))
                return Task.FromResult(ExitCode.Success);

            RoamedSet set = Display.WithProgress($"data roaming, {split}", report =>
                roaming.RunAsync(asked, new DirectProgress<double>(done => report(done, "")), cancellation).GetAwaiter().GetResult());
            int replaced = 0;
            if (described is not null)
            {
                CaptionedTriplets mixed = CaptionMix.Apply(set.Triplets, described, captionShare, roaming.Seed, roaming.Quality);
                (set, replaced) = (set with { Triplets = mixed.Triplets, CaptionRejects = mixed.Rejects }, mixed.Replaced);
            }

            var report = RoamingReport.Create(split, roaming, asked, faults, set, replaced);
            run?.Check(set, report, () => RoamedFiles.WriteRejects(output, split, set, faults));
            RoamedFiles.Write(output, set, faults, report);
            if (parse.GetValue(json))
                Display.WriteJson(report);
            else
                Print(report);
            Display.Note($"wrote {Path.Combine(output, $"lasco_{split}.json")} in {watch.Elapsed.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)} s");
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static string CaptionFile(string path, string split) => Directory.Exists(path) ? Path.Combine(path, $"captions_{split}2014.json") : path;

    private static void Print(RoamingReport report)
    {
        var rows = new List<string[]>
        {
            Row("questions", report.Questions), Row("complementary pairs", report.Pairs), Row("images in the corpus", report.Corpus), Row("triplets", report.Triplets),
        };
        if (report.Captions > 0)
            rows.Add(Row("  whose text is a caption", report.Captions));
        rows.AddRange(report.Incomplete.Select(count => Row($"input: {count.Key}", count.Value)));
        rows.AddRange(report.Refusals.Select(count => Row($"{report.Rephraser}: {count.Key}", count.Value)));
        rows.AddRange(report.Rules.Select(count => Row($"rule: {count.Key}", count.Value)));
        rows.AddRange(report.CaptionRules.Select(count => Row($"captions not taken: {count.Key}", count.Value)));
        rows.AddRange(report.Faults.SelectMany(file => file.Value.Select(count => Row($"{file.Key}: {count.Key}", count.Value))));
        Display.WriteTable($"Data roaming, {report.Split}", ["", "Count"], rows);
    }

    private static string[] Row(string name, int count) => [name, count.ToString("N0", CultureInfo.InvariantCulture)];
}
