using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lasco.Notebooks.Documents;

/// <summary>
/// A notebook file of Jupyter's format 4. Whatever is not known here (metadata, attachments, raw cells, fields of other tools)
/// is kept; what is written is, byte for byte, what Jupyter would write.
/// </summary>
public sealed class NotebookDocument
{
    /// <summary>Files larger than this are not read.</summary>
    public const long MaxFileSize = 256L << 20;

    private const int MinorWithIds = 5, MaxDepth = 256;

    private readonly JsonObject json;
    private readonly List<NotebookCell> cells;

    private NotebookDocument(string path, JsonObject json)
    {
        (Path, FullPath, this.json) = (path, System.IO.Path.GetFullPath(path), json);
        cells = [.. json["cells"]!.AsArray().Select(cell => new NotebookCell(cell!.AsObject()))];
    }

    /// <summary>The file, as it was named.</summary>
    public string Path { get; }

    /// <summary>The file, whatever the current folder becomes.</summary>
    public string FullPath { get; }

    /// <summary>The folder that it is in: what its relative paths start from.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(FullPath)!;

    /// <summary>The cells in order.</summary>
    public IReadOnlyList<NotebookCell> Cells => cells;

    /// <summary>The notebook's metadata.</summary>
    public JsonObject Metadata => json["metadata"]!.AsObject();

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="NotebookException">It is missing, or no notebook of format 4, or not one in C#.</exception>
    public static NotebookDocument Read(string path)
    {
        if (Directory.Exists(path))
            throw new NotebookException(path, "is a folder; expected a notebook (.ipynb)");
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length > MaxFileSize)
                throw new NotebookException(path, $"has {file.Length >> 20} MB; a notebook of at most {MaxFileSize >> 20} MB was expected");
            byte[] bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return Parse(bytes, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException(path, File.Exists(path) ? $"cannot be read: {e.Message}" : "there is no such file", e);
        }
    }

    /// <summary>Reads a notebook's content.</summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <param name="path">What to call it in errors.</param>
    /// <exception cref="NotebookException">It is no notebook of format 4, or not one in C#.</exception>
    public static NotebookDocument Parse(ReadOnlySpan<byte> utf8, string path)
    {
        if (utf8.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        var root = NotebookShape.Check(ParseJson(utf8, path), path);
        foreach (var cell in root["cells"]!.AsArray())
            Rejoin(cell!.AsObject());

        var document = new NotebookDocument(path, root);
        NotebookLanguage.Check(document);
        document.AssignIds();
        return document;
    }

    /// <summary>The file's content as Jupyter writes it.</summary>
    public byte[] ToBytes()
    {
        var copy = json.DeepClone().AsObject();
        foreach (string transient in new[] { "orig_nbformat", "orig_nbformat_minor", "signature" })
            copy["metadata"]!.AsObject().Remove(transient);
        foreach (var cell in copy["cells"]!.AsArray())
        {
            cell!["metadata"]!.AsObject().Remove("trusted");
            Split(cell.AsObject());
        }

        return Encoding.UTF8.GetBytes(PythonJson.Write(copy) + "\n");
    }

    /// <summary>Replaces the file in one step, unless that would change nothing.</summary>
    /// <param name="path">The file; by default the one it was read from.</param>
    public void Write(string? path = null)
    {
        path ??= FullPath;
        byte[] bytes = ToBytes();
        if (File.Exists(path) && new FileInfo(path).Length == bytes.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
            return;
        AtomicFile.Write(path, bytes);
    }

    /// <summary>Puts a new code cell somewhere.</summary>
    internal void InsertCode(int index, string id, string source, string tag)
    {
        var cell = new JsonObject
        {
            ["cell_type"] = "code", ["execution_count"] = null, ["id"] = id, ["outputs"] = new JsonArray(), ["source"] = source,
            ["metadata"] = new JsonObject { ["tags"] = new JsonArray(tag) },
        };
        json["cells"]!.AsArray().Insert(index, cell);
        cells.Insert(index, new NotebookCell(cell));
    }

    /// <summary>Takes a cell away.</summary>
    internal void RemoveAt(int index)
    {
        json["cells"]!.AsArray().RemoveAt(index);
        cells.RemoveAt(index);
    }

    private static JsonNode? ParseJson(ReadOnlySpan<byte> utf8, string path)
    {
        try
        {
            var root = JsonNode.Parse(utf8, null, new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false });
            CheckTexts(root);
            return root;
        }
        catch (JsonException e)
        {
            string place = e.LineNumber is { } line ? $"line {line + 1}: " : "";
            throw new NotebookException(path, $"{place}not JSON, which a notebook (.ipynb) is: {e.Message.Split(" Path:")[0].Split(" LineNumber:")[0]}", e);
        }
        catch (InvalidOperationException e)
        {
            throw new NotebookException(path, "holds text that is not Unicode: half of a surrogate pair, or bytes that are not UTF-8", e);
        }
    }

    /// <summary>Texts are decoded when they are asked for; ask now.</summary>
    private static void CheckTexts(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            foreach (var member in members)
                CheckTexts(member.Value);
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
                CheckTexts(item);
        }
        else if (node?.GetValueKind() == JsonValueKind.String)
            _ = node.GetValue<string>();
    }

    private static void Rejoin(JsonObject cell)
    {
        MultilineText.Join(cell, "source");
        foreach (var attachment in cell["attachments"] as JsonObject ?? [])
            MultilineText.JoinBundle(attachment.Value as JsonObject);
        foreach (var output in (cell["outputs"] as JsonArray ?? []).OfType<JsonObject>())
        {
            MultilineText.JoinBundle(output["data"] as JsonObject);
            MultilineText.Join(output, "text");
        }
    }

    private static void Split(JsonObject cell)
    {
        MultilineText.Split(cell, "source");
        foreach (var attachment in cell["attachments"] as JsonObject ?? [])
            MultilineText.SplitBundle(attachment.Value as JsonObject);
        foreach (var output in (cell["outputs"] as JsonArray ?? []).OfType<JsonObject>())
        {
            MultilineText.SplitBundle(output["data"] as JsonObject);
            MultilineText.Split(output, "text");
        }
    }

    /// <summary>Format 4.5 names every cell. A name that is missing is made from the cell's place and text, so that it is the same each time.</summary>
    private void AssignIds()
    {
        var taken = cells.Select(cell => cell.Json["id"]).OfType<JsonNode>().Select(id => id.GetValue<string>()).ToHashSet();
        for (int i = 0; i < cells.Count; i++)
        {
            if (cells[i].Json["id"] is not null)
                continue;
            string id;
            int attempt = 0;
            do
                id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{i}\0{attempt++}\0{cells[i].Source}")))[..8];
            while (!taken.Add(id));
            cells[i].Json["id"] = id;
        }

        if (json["nbformat_minor"]!.GetValue<int>() < MinorWithIds)
            json["nbformat_minor"] = MinorWithIds;
    }
}
