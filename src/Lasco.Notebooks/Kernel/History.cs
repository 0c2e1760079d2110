using System.Globalization;
using System.IO.Enumeration;
using System.Text.Json;
using Lasco.Notebooks.Protocol;

namespace Lasco.Notebooks.Kernel;

/// <summary>
/// The cells of this and earlier sessions. Every session appends to a file of its own, a line of JSON for each cell, so that kernels
/// do not get in each other's way and a kernel that is killed loses nothing; the oldest files go when there are too many.
/// </summary>
internal sealed class History : IDisposable
{
    /// <summary>The most bytes of a cell that is kept.</summary>
    public const int MostCellBytes = 256 << 10;

    private const int MostSessions = 500;
    private const long MostBytes = 64 << 20;
    private const long MostSessionBytes = 8 << 20;
    private const string Extension = ".jsonl";

    private readonly string folder;
    private readonly Action<string> log;
    private readonly List<(int Line, string Source)> cells = [];
    private FileStream? file;
    private long bytes;

    /// <param name="folder">Where the files are. It is created with the first cell.</param>
    /// <param name="log">Told, once, when nothing can be kept there; the session's own cells are remembered all the same.</param>
    public History(string folder, Action<string> log)
    {
        this.folder = folder;
        this.log = log;
    }

    /// <summary>The user's folder for it, by the XDG base directories: <c>~/.local/state/lasco/history</c>.</summary>
    public static string DefaultFolder
    {
        get
        {
            string? state = Environment.GetEnvironmentVariable("XDG_STATE_HOME");
            return Path.Combine(Path.IsPathFullyQualified(state ?? "") ? state! : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state"), "lasco", "history");
        }
    }

    /// <summary>This session's number; 0 until its first cell.</summary>
    public int Session { get; private set; }

    /// <summary>Keeps a cell; one of more than <see cref="MostCellBytes"/>, or past 8 MB in a session, is not.</summary>
    public void Add(int line, string source)
    {
        byte[] text = [.. JsonText.Object(json =>
        {
            json.WriteNumber("line", line);
            json.WriteString("source", source);
        }), (byte)'\n'];
        bytes += text.Length;
        if (text.Length > MostCellBytes || bytes > MostSessionBytes)
            return;
        if (Session == 0)
            Begin();
        cells.Add((line, source));
        try
        {
            file?.Write(text);
        }
        catch (IOException e)
        {
            GiveUp(e);
        }
    }

    /// <summary>The last cells, oldest first.</summary>
    public IReadOnlyList<HistoryEntry> Tail(int count) => Latest(count, _ => true, distinct: false);

    /// <summary>The cells of a session.</summary>
    /// <param name="session">Its number; 0 is this one, -1 the one before, and so on.</param>
    /// <param name="start">The first cell's number.</param>
    /// <param name="stop">The number after the last cell's, or null for all.</param>
    public IReadOnlyList<HistoryEntry> Range(int session, int start, int? stop)
    {
        int[] sessions = [.. Sessions()];
        if (session <= 0)
        {
            int back = session + (Session == 0 ? 1 : 0);
            if (back > 0 || -back >= sessions.Length)
                return [];
            session = sessions[sessions.Length - 1 + back];
        }

        return [.. Cells(session).Where(cell => cell.Line >= start && (stop is null || cell.Line < stop))];
    }

    /// <summary>The last cells whose whole text matches a pattern, oldest first.</summary>
    /// <param name="pattern">With * for any text and ? for any character.</param>
    /// <param name="count">At most how many, or null for all.</param>
    /// <param name="distinct">Whether of equal texts only the last counts.</param>
    public IReadOnlyList<HistoryEntry> Search(string pattern, int? count, bool distinct)
    {
        // A backslash is one, and not the matcher's sign that what follows is meant literally.
        string expression = pattern.Replace(@"\", @"\\");
        return Latest(count ?? int.MaxValue, source => FileSystemName.MatchesSimpleExpression(expression, source, ignoreCase: false), distinct);
    }

    /// <inheritdoc/>
    public void Dispose() => file?.Dispose();

    private List<HistoryEntry> Latest(int count, Func<string, bool> wanted, bool distinct)
    {
        var found = new List<HistoryEntry>();
        var seen = new HashSet<string>();
        foreach (int session in Sessions().Reverse())
        {
            foreach (var entry in Cells(session).AsEnumerable().Reverse())
            {
                if (found.Count >= count)
                    break;
                if (wanted(entry.Source) && (!distinct || seen.Add(entry.Source)))
                    found.Add(entry);
            }
        }

        found.Reverse();
        return found;
    }

    /// <summary>The sessions that there are, in their order; this one's own is the last of them.</summary>
    private IEnumerable<int> Sessions()
    {
        var others = Files().Select(file => file.Session).Where(session => session != Session).Order();
        return Session == 0 ? others : others.Append(Session);
    }

    private List<HistoryEntry> Cells(int session)
    {
        if (session == Session)
            return [.. cells.Select(cell => new HistoryEntry(session, cell.Line, cell.Source))];
        var entries = new List<HistoryEntry>();
        try
        {
            foreach (string text in File.ReadLines(PathOf(session)))
            {
                if (Parse(text) is var (line, source))
                    entries.Add(new(session, line, source));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another kernel has just removed it as one too many.
        }

        return entries;
    }

    /// <summary>A cell, or null where the line is not one: the last line of a kernel that was killed may be half written.</summary>
    private static (int Line, string Source)? Parse(string text)
    {
        try
        {
            var cell = new MessageContent(JsonElement.Parse(text));
            return cell.Json.ValueKind == JsonValueKind.Object && cell.Number("line") is { } line ? (line, cell.Text("source")) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Takes the next free number, and makes room.</summary>
    private void Begin()
    {
        Session = 1;
        try
        {
            Directory.CreateDirectory(folder);
            var files = Files().OrderByDescending(file => file.Session).ToList();
            Session = files.Count == 0 ? 1 : files[0].Session + 1;
            long total = 0;
            for (int i = 0; i < files.Count; i++)
            {
                total += files[i].Bytes;
                if (i >= MostSessions - 1 || total > MostBytes)
                    File.Delete(PathOf(files[i].Session));
            }

            while (file is null)
            {
                try
                {
                    file = new(PathOf(Session), FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
                }
                catch (IOException) when (File.Exists(PathOf(Session)))
                {
                    Session++;
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            GiveUp(e);
        }
    }

    private void GiveUp(Exception e)
    {
        log($"cells are not kept in the history: {e.Message}");
        file?.Dispose();
        file = null;
    }

    private IEnumerable<(int Session, long Bytes)> Files()
    {
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateFiles($"*{Extension}")
                .Select(file => (Session: int.TryParse(Path.GetFileNameWithoutExtension(file.Name), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0, file.Length))
                .Where(file => file.Session > 0)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private string PathOf(int session) => Path.Combine(folder, session.ToString(CultureInfo.InvariantCulture) + Extension);
}
