using Lasco.Notebooks.Kernel;
using Lasco.Notebooks.Protocol;

namespace Lasco.Notebooks.Tests.Kernel;

public sealed class HistoryTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lasco-history-");
    private readonly List<string> log = [];

    private string Files => Path.Combine(folder.FullName, "history");

    [Fact]
    public void Cells_are_found_again_in_later_sessions()
    {
        Write("1 + 1", "var s = \"two\nlines 😀\";");
        using var second = Write("3");

        Assert.Equal([(1, 1, "1 + 1"), (1, 2, "var s = \"two\nlines 😀\";"), (2, 1, "3")], All(second.Tail(10)));
        Assert.Equal([(1, 2, "var s = \"two\nlines 😀\";"), (2, 1, "3")], All(second.Tail(2)));
        Assert.Equal([(1, 1, "1 + 1")], All(second.Range(1, 1, 2)));
        Assert.Equal([(2, 1, "3")], All(second.Range(0, 0, null)));
        Assert.Equal([(1, 1, "1 + 1"), (1, 2, "var s = \"two\nlines 😀\";")], All(second.Range(-1, 0, null)));
        Assert.Empty(second.Range(-2, 0, null));
        Assert.Empty(second.Range(7, 0, null));
        Assert.Empty(log);
    }

    [Fact]
    public void Before_its_first_cell_a_session_has_no_number_and_no_file()
    {
        Write("old");
        using var fresh = new History(Files, log.Add);
        Assert.Equal(0, fresh.Session);
        Assert.Empty(fresh.Range(0, 0, null));
        Assert.Equal([(1, 1, "old")], All(fresh.Range(-1, 0, null)));
        Assert.Single(Directory.GetFiles(Files));
    }

    [Fact]
    public void Search_takes_patterns_over_the_whole_text()
    {
        using var history = Write("6 * 7", "x[0]", "6 * 8", @"a\b", "6 * 7");
        Assert.Equal(["6 * 7", "6 * 8", "6 * 7"], Texts(history.Search("6 ? ?", null, distinct: false)));
        Assert.Equal(["6 * 8", "6 * 7"], Texts(history.Search("6*", null, distinct: true)));
        Assert.Equal(["6 * 7"], Texts(history.Search("6*", 1, distinct: false)));
        Assert.Equal(["x[0]"], Texts(history.Search("*[0]", null, distinct: false)));
        Assert.Equal([@"a\b"], Texts(history.Search(@"*\*", null, distinct: false)));
        Assert.Empty(history.Search("6", null, distinct: false));
        Assert.Empty(history.Tail(-1));
    }

    [Fact]
    public void Two_kernels_at_once_keep_apart()
    {
        using var first = Write("of the first");
        using var second = Write("of the second");
        first.Add(2, "again of the first");
        Assert.Equal((1, 2), (first.Session, second.Session));
        Assert.Equal(["of the first", "again of the first", "of the second"], Texts(second.Tail(9)));
    }

    [Fact]
    public void Half_a_line_and_foreign_files_are_passed_over()
    {
        Write("whole");
        File.AppendAllText(Path.Combine(Files, "1.jsonl"), "{\"line\":2,\"sour");
        File.WriteAllText(Path.Combine(Files, "2.jsonl"), "[]\n5\n{\"line\":\"x\"}\n\0\0\0\n{\"line\":1,\"source\":\"good\"}\n");
        File.WriteAllText(Path.Combine(Files, "notes.txt"), "hello");
        File.WriteAllText(Path.Combine(Files, "-4.jsonl"), "hello");
        using var next = Write("next");
        Assert.Equal([(1, 1, "whole"), (2, 1, "good"), (3, 1, "next")], All(next.Tail(9)));
    }

    [Fact]
    public void It_is_bounded()
    {
        Directory.CreateDirectory(Files);
        for (int session = 1; session <= 600; session++)
            File.WriteAllText(Path.Combine(Files, $"{session}.jsonl"), "{\"line\":1,\"source\":\"x\"}\n");
        using var history = Write("new", new string('x', History.MostCellBytes));
        Assert.Equal(500, Directory.GetFiles(Files).Length);
        Assert.Equal(601, history.Session);
        Assert.Equal([(600, 1, "x"), (601, 1, "new")], All(history.Tail(2)));

        for (int line = 2; line < 100; line++)
            history.Add(line, new string('y', 200_000));
        Assert.InRange(new FileInfo(Path.Combine(Files, "601.jsonl")).Length, 1 << 20, 8 << 20);
    }

    [Fact]
    public void Where_nothing_can_be_written_the_session_is_remembered_all_the_same()
    {
        File.WriteAllText(Files, "a file, not a folder");
        using var history = Write("one", "two");
        Assert.Equal(["one", "two"], Texts(history.Tail(9)));
        Assert.Single(log);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static (int, int, string)[] All(IEnumerable<HistoryEntry> entries) => [.. entries.Select(entry => (entry.Session, entry.Line, entry.Source))];

    private static string[] Texts(IEnumerable<HistoryEntry> entries) => [.. entries.Select(entry => entry.Source)];

    private History Write(params string[] cells)
    {
        var history = new History(Files, log.Add);
        for (int i = 0; i < cells.Length; i++)
            history.Add(i + 1, cells[i]);
        return history;
    }
}
