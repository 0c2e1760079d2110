using System.CommandLine;
using System.Globalization;
using Lasco.Research.Models;
using Lasco.Research.Retrieval;

namespace Lasco.Cli.Verbs;

internal static class QueryVerb
{
    public static Command Create()
    {
        var model = CommonOptions.Model();
        var embeddings = new Option<string>("--embeddings") { Description = "File that lasco embed wrote with the same model.", Required = true };
        var image = new Option<string>("--image") { Description = "The query image.", Required = true };
        var text = new Option<string>("--text") { Description = "The transition text: what should be different.", Required = true };
        var top = new Option<int>("--top") { Description = "How many images to retrieve.", DefaultValueFactory = _ => 10 };
        var page = new Option<string?>("--out") { Description = "PNG to write: the query and the retrieved images in a row." };
        var json = CommonOptions.Json();
        var command = new Command("query", "Retrieves images for a query image and a text.") { model, embeddings, image, text, top, page, json };
        top.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError($"--top {result.Tokens[0].Value}: expected at least 1");
        });
        command.SetAction((parse, _) =>
        {
            using var trained = CaseModel.Load(parse.GetRequiredValue(model));
            using var corpus = EmbeddingFile.Read(parse.GetRequiredValue(embeddings));
            string query = parse.GetRequiredValue(image), transition = parse.GetRequiredValue(text);
            var hits = Search.Run(trained, corpus, query, transition, parse.GetValue(top));
            if (parse.GetValue(page) is { } path)
            {
                SearchPage.WritePng(query, transition, hits, path);
                Display.Note($"wrote {path}");
            }

            if (parse.GetValue(json))
                Display.WriteJson(hits);
            else
            {
                Display.WriteTable(transition, ["Rank", "Similarity", "Image"], hits.Select(hit => new[]
                {
                    hit.Rank.ToString(CultureInfo.InvariantCulture), hit.Similarity.ToString("F4", CultureInfo.InvariantCulture), hit.Image.Path,
                }));
            }

            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
