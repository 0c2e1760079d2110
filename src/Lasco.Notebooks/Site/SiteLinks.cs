using System.Text.Json.Nodes;
using Lasco.Notebooks.Documents;

namespace Lasco.Notebooks.Site;

/// <summary>From addresses in notebooks to addresses in the site. What leads nowhere is noted, all of it, and becomes one error.</summary>
internal sealed class SiteLinks
{
    private const long MaxFileSize = 32 << 20;

    private readonly IReadOnlyList<Chapter> chapters;
    private readonly SiteFiles files;
    private readonly List<(string File, string Problem)> broken = [];

    /// <summary>Links among chapters, and to files of their checkout, which are copied into the site.</summary>
    public SiteLinks(IReadOnlyList<Chapter> chapters, SiteFiles files) => (this.chapters, this.files) = (chapters, files);

    /// <summary>An address as it should stand in a page.</summary>
    /// <param name="address">As it stands in the text.</param>
    /// <param name="isPicture">Whether the page itself needs what is there.</param>
    /// <param name="file">The notebook or text file that it stands in.</param>
    /// <param name="place">The place in it, for the error.</param>
    /// <param name="cell">The cell that it stands in, if any.</param>
    public string Resolve(string address, bool isPicture, string file, string place, NotebookCell? cell)
    {
        string? problem = null;
        string resolved = Resolve(address.Trim(), isPicture, Path.GetFullPath(file), cell, ref problem);
        if (problem is not null)
            broken.Add((file, $"{place}: {(address.Length > 200 ? address[..200] + "…" : address)} ({problem})"));
        return resolved;
    }

    /// <summary>Goes on where every link leads somewhere.</summary>
    /// <exception cref="NotebookException">Some do not; they are all named.</exception>
    public void ThrowIfBroken()
    {
        if (broken.Count == 0)
            return;
        string file = broken[0].File;
        var all = broken.Select(link => (link.File == file ? "" : link.File + ": ") + link.Problem);
        throw new NotebookException(file, $"{(broken.Count == 1 ? "a broken link" : $"{broken.Count} broken links")}: {string.Join("; ", all)}");
    }

    private string Resolve(string address, bool isPicture, string file, NotebookCell? cell, ref string? problem)
    {
        if (address.StartsWith("attachment:", StringComparison.Ordinal))
            return Attachment(Uri.UnescapeDataString(address["attachment:".Length..]), cell, ref problem);
        if (address.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            return address;
        int colon = address.IndexOf(':', StringComparison.Ordinal);
        if (address.StartsWith("//", StringComparison.Ordinal) || (colon > 1 && Uri.CheckSchemeName(address[..colon])))
        {
            if (isPicture)
                problem = "a page must open without a network: put the picture beside the notebook";
            else if (address[..Math.Max(colon, 0)].ToLowerInvariant() is not ("http" or "https" or "mailto"))
                problem = "expected http, https, mailto or a relative link";
            return address;
        }

        string[] parts = address.Split('#', 2);
        string path = Uri.UnescapeDataString(parts[0].Split('?')[0]);
        string target = path.Length == 0 ? file : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, path));
        if (chapters.FirstOrDefault(chapter => chapter.Notebook.FullPath == target) is { } chapter)
            return ToChapter(chapter, path.Length > 0, parts.Length > 1 ? parts[1] : null, ref problem);
        if (target == file && path.Length == 0)
            return address;
        return ToFile(target, file, isPicture, parts.Length > 1 ? "#" + parts[1] : "", ref problem);
    }

    private static string ToChapter(Chapter chapter, bool elsewhere, string? fragment, ref string? problem)
    {
        if (string.IsNullOrEmpty(fragment))
            return elsewhere ? chapter.Link : "#";
        if (chapter.Anchor(fragment) is not { } anchor)
        {
            problem = "there is no such heading";
            return "#";
        }

        return (elsewhere ? chapter.Link : "") + "#" + Uri.EscapeDataString(anchor);
    }

    private string ToFile(string target, string file, bool isPicture, string fragment, ref string? problem)
    {
        string root = Checkout.Find(Path.GetDirectoryName(file)!) ?? Path.GetDirectoryName(file)!;
        string relative = Path.GetRelativePath(root, target).Replace('\\', '/');
        if (relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative))
            problem = "outside the checkout";
        else if (Directory.Exists(target))
            problem = "a folder; expected a file";
        else if (!File.Exists(target))
            problem = "there is no such file";
        else if (new FileInfo(target).Length > MaxFileSize)
            problem = $"larger than {MaxFileSize >> 20} MB";
        if (problem is not null)
            return "#";

        byte[] content = File.ReadAllBytes(target);
        if (isPicture)
            return files.AddPicture(content, Path.GetExtension(target).TrimStart('.').ToLowerInvariant());
        files.Add("files/" + relative, content);
        return "files/" + string.Join('/', relative.Split('/').Select(Uri.EscapeDataString)) + fragment;
    }

    private string Attachment(string name, NotebookCell? cell, ref string? problem)
    {
        if (cell?.Json["attachments"]?[name] is JsonObject forms)
        {
            foreach (var (mime, content) in forms)
            {
                if (OutputPicture.Add(files, mime, content) is { } path)
                    return path;
            }
        }

        problem = "the cell has no such attachment";
        return "#";
    }
}
