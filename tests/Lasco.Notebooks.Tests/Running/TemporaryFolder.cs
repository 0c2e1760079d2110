using System.Text.Json.Nodes;

namespace Lasco.Notebooks.Tests.Running;

/// <summary>A folder that goes away after the test, with notebooks made of a few lines.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lasco-notebooks-");

    public string Path => folder.FullName;

    /// <summary>Writes a notebook: texts that begin with <c>md:</c> are Markdown; <c>[tag]</c> at the beginning of code tags it.</summary>
    public string Notebook(string name, params string[] cells)
    {
        var all = new JsonArray();
        foreach (string cell in cells)
        {
            bool markdown = cell.StartsWith("md:", StringComparison.Ordinal);
            string source = markdown ? cell[3..] : cell;
            var metadata = new JsonObject();
            if (!markdown && source.StartsWith('['))
            {
                metadata["tags"] = new JsonArray(source[1..source.IndexOf(']')]);
                source = source[(source.IndexOf(']') + 1)..];
            }

            var json = new JsonObject { ["cell_type"] = markdown ? "markdown" : "code", ["metadata"] = metadata, ["source"] = source };
            if (!markdown)
                (json["outputs"], json["execution_count"]) = (new JsonArray(), null);
            all.Add(json);
        }

        string path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, new JsonObject { ["nbformat"] = 4, ["nbformat_minor"] = 4, ["metadata"] = new JsonObject(), ["cells"] = all }.ToJsonString());
        return path;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
