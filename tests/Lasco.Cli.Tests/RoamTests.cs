using System.Diagnostics;
using System.Text.Json;
using Lasco.Research.Datasets;
using Lasco.Research.Mini;
using Lasco.Research.Tests.Roaming.Llm;

namespace Lasco.Cli.Tests;

public sealed class RoamTests : IDisposable
{
    private const string Key = "sk-secret-0123456789";
    private readonly string folder = Directory.CreateTempSubdirectory("lasco-roam-").FullName;

    [Fact]
    [Trait("Speed", "Slow")]
    public void The_mini_worlds_files_become_a_dataset_that_the_other_verbs_read()
    {
        var size = MiniWorldSize.Quick with
        {
            Resolution = 16, LascoFamily = 16, LascoTrainPairs = 10, LascoValPairs = 6, LascoTrainFamilies = 8, LascoValFamilies = 4, CirrTrainSubsets = 1, CirrValSubsets = 1,
            FashionTrainGroups = 1, FashionValGroups = 1,
        };
        MiniWorld.Write(Path("world"), seed: 1, size);
        foreach (string split in Vqa.Splits)
        {
            var (exitCode, output, _) = Command.Run("roam", "--vqa", Path("world/lasco"), "--split", split, "--out", Path("roamed"), "--seed", "1", "--json");
            Assert.Equal(0, exitCode);
            JsonElement report = JsonDocument.Parse(output).RootElement;
            int triplets = report.GetProperty("triplets").GetInt32();
            Assert.Equal(2 * report.GetProperty("pairs").GetInt32(), triplets);
            Assert.Equal(File.ReadAllBytes(Path($"world/lasco/lasco_{split}.json")), File.ReadAllBytes(Path($"roamed/lasco_{split}.json")));
            Assert.Empty(report.GetProperty("faults").EnumerateObject());
            CoirSplit made = LaSCo.Read(Path("roamed"), split, Path("world/lasco"));
            made.RequireImages();
            Assert.Equal(triplets, made.Triplets.Count);
        }

        Assert.Equal(0, Command.Run("stats", "lasco", "--root", Path("roamed"), "--json").ExitCode);

        Assert.Equal(0, Command.Run("roam", "--vqa", Path("world/lasco"), "--split", "val", "--out", Path("mixed"), "--seed", "1", "--captions", Path("world/lasco/captions_val2014.json"), "--caption-share", "0.5").ExitCode);
        var captions = CocoCaptions.Read(Path("world/lasco/captions_val2014.json")).ToDictionary(image => image.Id.ToString(), image => image.Captions);
        CoirSplit plain = LaSCo.Read(Path("roamed"), "val"), mixed = LaSCo.Read(Path("mixed"), "val");
        int replaced = plain.Triplets.Zip(mixed.Triplets).Count(pair => pair.First.Text != pair.Second.Text);
        Assert.Equal(Math.Round(plain.Triplets.Count / 2.0, MidpointRounding.AwayFromZero), replaced);
        Assert.All(plain.Triplets.Zip(mixed.Triplets), pair =>
            Assert.True(pair.First.Text == pair.Second.Text || captions[mixed.Images[pair.Second.Target].Id].Contains(pair.Second.Text)));
    }

    [Fact]
    public void Without_yes_a_model_is_not_asked_and_the_estimate_is_printed()
    {
        using var stub = new ChatServerStub((_, _) => ChatServerStub.Says("\"Make it so\""));
        VqaGenerator.Write(Path("vqa"), "val", questions: 50, pairs: 20, seed: 1);
        var (exitCode, output, error) = Command.Run(Llm(stub, "--input-price", "1000", "--output-price", "1000"));
        Assert.Equal((0, ""), (exitCode, output));
        Assert.Contains("40 requests", error);
        Assert.Contains("a cost of about", error);
        Assert.Contains("--yes", error);
        Assert.Equal(0, stub.Requests);
        Assert.False(File.Exists(Path("out/lasco_val.json")));
    }

    [Fact]
    public void The_estimate_is_a_JSON_document_too()
    {
        using var stub = new ChatServerStub((_, _) => ChatServerStub.Says("\"Make it so\""));
        VqaGenerator.Write(Path("vqa"), "val", questions: 50, pairs: 20, seed: 1);
        var (exitCode, output, _) = Command.Run(Llm(stub, "--json", "--input-price", "1000"));
        JsonElement estimate = JsonDocument.Parse(output).RootElement;
        Assert.Equal((0, 40, 0), (exitCode, estimate.GetProperty("requests").GetInt32(), stub.Requests));
        Assert.InRange(estimate.GetProperty("input_tokens").GetInt64(), 1000, 10_000);
        Assert.Equal(estimate.GetProperty("input_tokens").GetInt64() / 1000.0, estimate.GetProperty("cost").GetDouble(), 9);
        Assert.Contains("--yes", estimate.GetProperty("next").GetString());
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(Command.Run(Llm(stub, "--json")).Output).RootElement.GetProperty("cost").ValueKind);
    }

    public static TheoryData<int, string, string, string> Useless => new()
    {
        { 500, "oops", "no reply (HTTP 500) 12", "the same command goes on" },
        { 429, "{\"error\":{\"message\":\"slow down\"}}", "no reply (HTTP 429) 12", "slow down" },
        { 200, "<html>", "no reply 12", "the same command goes on" },
        { 200, ChatServerStub.Says("\"Make \e[31mthe", "length").Body, "reply cut short 12", "--max-output-tokens" },
        { 200, ChatServerStub.Says("I'm sorry, but I can't help with that.").Body, "refusal 12", "--model" },
    };

    /// <summary>What an earlier run made stays.</summary>
    [Theory]
    [MemberData(nameof(Useless))]
    public void A_run_without_a_usable_reply_fails_with_one_line_that_says_why(int status, string body, string reason, string advice)
    {
        using var stub = new ChatServerStub((_, _) => new ChatServerStub.Reply(status, body));
        VqaGenerator.Write(Path("vqa"), "val", questions: 12, pairs: 6, seed: 1);
        Directory.CreateDirectory(Path("out"));
        File.WriteAllText(Path("out/lasco_val.json"), "[]");
        var (exitCode, output, error) = Command.Run(Llm(stub, "--yes", "--retries", "0", "--json"));
        Assert.Equal((1, ""), (exitCode, output));
        string line = Assert.Single(error.Split('\n'), line => line.StartsWith("lasco: ", StringComparison.Ordinal));
        Assert.Contains("none of 12 requests", line);
        Assert.Contains(reason, line);
        Assert.Contains(advice, line);
        Assert.DoesNotContain('\e', line);
        Assert.Equal("[]", File.ReadAllText(Path("out/lasco_val.json")));
        Assert.Equal(12, File.ReadAllLines(Path("out/lasco_val_rejects.jsonl")).Length);
        Assert.False(File.Exists(Path("out/lasco_val_report.json")));
    }

    [Fact]
    public void A_run_that_is_given_up_fails_and_says_so()
    {
        using var stub = new ChatServerStub((_, _) => new ChatServerStub.Reply(500, "oops"));
        VqaGenerator.Write(Path("vqa"), "val", questions: 400, pairs: 200, seed: 1);
        var (exitCode, output, error) = Command.Run(Llm(stub, "--yes", "--retries", "0"));
        Assert.Equal((1, ""), (exitCode, output));
        string line = Assert.Single(error.Split('\n'), line => line.StartsWith("lasco: ", StringComparison.Ordinal));
        Assert.Contains("20 requests in a row failed, so that the run was given up", line);
        Assert.Contains("the same command goes on", line);
        Assert.InRange(stub.Requests, 20, 40);
    }

    [Fact]
    public void A_run_some_of_whose_requests_failed_says_what_the_same_command_will_do()
    {
        using var stub = new ChatServerStub((i, _) => i % 2 == 0 ? new ChatServerStub.Reply(500, "oops") : ChatServerStub.Says($"\"Make it {i} long\""));
        VqaGenerator.Write(Path("vqa"), "val", questions: 12, pairs: 6, seed: 1);
        var (exitCode, _, error) = Command.Run(Llm(stub, "--yes", "--retries", "0"));
        Assert.Equal(0, exitCode);
        Assert.Contains("requests without a reply: 6", error);
    }

    [Fact]
    public void Captions_pass_the_quality_control_and_are_counted()
    {
        VqaGenerator.Write(Path("vqa"), "val", questions: 12, pairs: 6, seed: 1);
        Assert.Equal(0, Command.Run("roam", "--vqa", Path("vqa"), "--split", "val", "--out", Path("plain")).ExitCode);
        CoirSplit plain = LaSCo.Read(Path("plain"), "val");
        string[] targets = [.. plain.Triplets.Select(triplet => plain.Images[triplet.Target].Id).Distinct()];
        File.WriteAllText(Path("captions.json"), JsonSerializer.Serialize(new
        {
            images = targets.Select(id => new { id = long.Parse(id), file_name = "x.jpg" }),
            annotations = targets.SelectMany(id => new[] { "A\0dog \e[31mred", "I am unable to see the image above.", "A dog on grass" }.Select(caption => new { image_id = long.Parse(id), caption })),
        }));
        var (exitCode, output, _) = Command.Run("roam", "--vqa", Path("vqa"), "--split", "val", "--out", Path("out"), "--captions", Path("captions.json"), "--caption-share", "1", "--json");
        JsonElement report = JsonDocument.Parse(output).RootElement;
        Assert.Equal((0, plain.Triplets.Count), (exitCode, report.GetProperty("captions").GetInt32()));
        Assert.All(LaSCo.Read(Path("out"), "val").Triplets, triplet => Assert.Equal("A dog on grass", triplet.Text));
        JsonElement rules = report.GetProperty("caption_rules");
        Assert.Equal((targets.Length, targets.Length), (rules.GetProperty("unexpected-characters").GetInt32(), rules.GetProperty("refusal").GetInt32()));
        Assert.Equal(2 * targets.Length, File.ReadLines(Path("out/lasco_val_rejects.jsonl")).Count(line => line.Contains("\"stage\":\"caption\"", StringComparison.Ordinal)));
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void A_run_that_is_killed_goes_on_where_it_was_and_the_key_stays_secret()
    {
        using var stub = new ChatServerStub((number, prompt) => (number % 5) switch
        {
            1 => new ChatServerStub.Reply(500, $"{{\"error\":{{\"message\":\"{Key} is tired\"}}}}"),
            _ when prompt.Contains("red", StringComparison.Ordinal) => ChatServerStub.Says("I cannot do that.\nSorry."),
            _ => ChatServerStub.Says($"\"Make it {prompt.Length} long\"") with { Delay = TimeSpan.FromMilliseconds(20) },
        });
        VqaGenerator.Write(Path("vqa"), "val", questions: 400, pairs: 200, seed: 1);
        using (Process process = Command.Start(Llm(stub, "--yes", "--parallel", "2")))
        {
            for (int i = 0; i < 600 && stub.Requests < 60; i++)
                Thread.Sleep(100);
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        Assert.InRange(stub.Requests, 60, 450);
        Assert.False(File.Exists(Path("out/lasco_val.json")));
        string[] kept = File.ReadAllLines(Path("out/llm-replies.jsonl"));
        Assert.InRange(kept.Length, 40, 399);

        var (exitCode, output, error) = Command.Run(Llm(stub, "--yes", "--parallel", "2", "--json"));
        Assert.Equal(0, exitCode);
        Assert.Contains("replies are known", error);
        Assert.Equal(400, File.ReadAllLines(Path("out/llm-replies.jsonl")).Length);
        int asked = stub.Requests;
        byte[] made = File.ReadAllBytes(Path("out/lasco_val.json"));
        JsonElement report = JsonDocument.Parse(output).RootElement;
        int refused = report.GetProperty("refusals").GetProperty("reply of several lines").GetInt32();
        Assert.InRange(refused, 1, 399);
        int ruled = report.GetProperty("rules").EnumerateObject().Sum(rule => rule.Value.GetInt32());
        Assert.Equal(400, report.GetProperty("triplets").GetInt32() + refused + ruled);
        Assert.Equal(refused + ruled, File.ReadAllLines(Path("out/lasco_val_rejects.jsonl")).Length);

        // Everything is known now: the same command asks nothing, not even for leave, and writes the same.
        Assert.Equal(0, Command.Run(Llm(stub)).ExitCode);
        Assert.Equal(asked, stub.Requests);
        Assert.Equal(made, File.ReadAllBytes(Path("out/lasco_val.json")));

        Assert.DoesNotContain(Key, output + error);
        Assert.All(Directory.EnumerateFiles(Path("out")), file => Assert.DoesNotContain(Key, File.ReadAllText(file)));
    }

    /// <summary>Of processor time, which a busy machine distorts less than the clock, the whole run with all threads; of memory the most that was held.</summary>
    [Fact]
    [Trait("Speed", "Slow")]
    public void VQAs_size_takes_under_a_minute_and_under_one_and_a_half_gigabytes()
    {
        VqaGenerator.Write(Path("vqa"), "train", questions: 440_000, pairs: 200_000, seed: 2);
        using Process process = Command.Start("roam", "--vqa", Path("vqa"), "--split", "train", "--out", Path("out"));
        TimeSpan time = TimeSpan.Zero;
        long memory = 0;
        while (!process.WaitForExit(50))
        {
            try
            {
                process.Refresh();
                (time, memory) = (process.TotalProcessorTime, Math.Max(memory, process.PeakWorkingSet64));
            }
            catch (InvalidOperationException)
            {
                // It ended in between.
            }
        }

        Assert.Equal(0, process.ExitCode);
        Assert.InRange(time.TotalSeconds, 0.1, 60);
        Assert.InRange(memory, 1, 1_500_000_000);
        Assert.InRange(LaSCo.Read(Path("out"), "train").Triplets.Count, 300_000, 400_000);
    }

    public static TheoryData<string[], string> BadUsage => new()
    {
        { ["--split", "val"], "--vqa" },
        { ["--vqa", "/nowhere", "--out", "o"], "/nowhere" },
        { ["--vqa", "/nowhere", "--out", "o", "--split", "test"], "test" },
        { ["--vqa", "/nowhere", "--out", "o", "--without-rule", "nonsense"], "nonsense" },
        { ["--vqa", "/nowhere", "--out", "o", "--caption-share", "0.5"], "--captions" },
        { ["--vqa", "/nowhere", "--out", "o", "--captions", "c", "--caption-share", "1.5"], "1.5" },
        { ["--vqa", "/nowhere", "--out", "o", "--captions", "/nowhere/c.json"], "/nowhere/c.json" },
        { ["--vqa", "/nowhere", "--out", "o", "--parallel", "0"], "--parallel" },
        { ["--vqa", "/nowhere", "--out", "/nonsense", "--rephraser", "llm", "--base-url", "localhost", "--model", "m"], "address" },
        { ["--vqa", "/nowhere", "--out", "/nonsense", "--rephraser", "llm", "--base-url", "http://localhost:1"], "--model" },
        { ["--vqa", "/nowhere", "--out", "/nonsense", "--rephraser", "llm", "--base-url", "http://localhost:1", "--model", " "], "--model" },
        { ["--vqa", "/nowhere", "--out", "/nonsense", "--rephraser", "llm", "--base-url", "http://localhost:1", "--model", "m", "--input-price", "NaN"], "--input-price" },
        { ["--vqa", "/nowhere", "--out", "/nonsense", "--rephraser", "llm", "--base-url", "http://localhost:1", "--model", "m", "--output-price", "-1"], "--output-price" },
        { ["--vqa", "/nowhere", "--out", "/nonsense", "--rephraser", "llm", "--base-url", "http://localhost:1", "--model", "m", "--timeout", "1e-300"], "--timeout" },
        { ["--vqa", "/nowhere", "--out", "/nonsense", "--rephraser", "llm", "--base-url", "http://localhost:1", "--model", "m", "--cache", ""], "--cache" },
    };

    [Theory]
    [MemberData(nameof(BadUsage))]
    public void Bad_input_is_one_line_that_names_it(string[] arguments, string named)
    {
        var (exitCode, output, error) = Command.Run(["roam", .. arguments]);
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(named, Assert.Single(error.TrimEnd().Split('\n')));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string[] Llm(ChatServerStub stub, params string[] more) =>
    [
        "roam", "--vqa", Path("vqa"), "--split", "val", "--out", Path("out"), "--rephraser", "llm", "--base-url", stub.Address.ToString(), "--model", "m", "--api-key", Key, .. more,
    ];

    private string Path(string relative) => System.IO.Path.Combine(folder, relative);
}
