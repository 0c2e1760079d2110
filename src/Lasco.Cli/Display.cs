using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lasco.Research.Experiments;
using Spectre.Console;

namespace Lasco.Cli;

/// <summary>Figures on standard output, progress on standard error.</summary>
internal static class Display
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private const int PlainWidth = 200;

    private static readonly IAnsiConsole Progress = Create(Console.Error, Console.IsErrorRedirected);
    private static readonly IAnsiConsole Tables = Create(Console.Out, Console.IsOutputRedirected);

    public static void WriteJson(object value) => Console.WriteLine(JsonSerializer.Serialize(value, Json));

    public static void WriteTable(string title, IEnumerable<string> columns, IEnumerable<IEnumerable<string>> rows)
    {
        var table = new Table { Title = new TableTitle(Markup.Escape(title)), Border = TableBorder.Rounded };
        foreach (string column in columns)
            table.AddColumn(new TableColumn(Markup.Escape(column)) { Alignment = table.Columns.Count == 0 ? Justify.Left : Justify.Right });
        foreach (var row in rows)
            table.AddRow([.. row.Select(Markup.Escape)]);
        Tables.Write(table);
    }

    /// <summary>A table of results: under each measured row the paper's, where it has one.</summary>
    public static void WriteTable(ResultTable table)
    {
        var rows = table.Rows.SelectMany(row => row.IsInPaper
            ? new[] { Cells(row.Method, row.Values.Select(value => (double?)value)), Cells("  paper", row.Paper) }
            : [Cells(row.Method, row.Values.Select(value => (double?)value))]);
        WriteTable($"{table.Title} (recall, percent; \"paper\": {table.PaperSource})", table.Columns.Prepend("Method"), rows);

        static IEnumerable<string> Cells(string name, IEnumerable<double?> values) =>
            values.Select(value => value?.ToString("F2", CultureInfo.InvariantCulture) ?? "").Prepend(name);
    }

    public static void Note(string text) => Console.Error.WriteLine(text);

    /// <summary>Runs work behind a progress bar: the share that is done, and what stands beside the bar.</summary>
    public static T WithProgress<T>(string title, Func<Action<double, string>, T> work) => Progress.Progress()
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
        .Start(context =>
        {
            var task = context.AddTask(Markup.Escape(title), maxValue: 1);
            var result = work((done, note) =>
            {
                task.Value = done;
                task.Description = Markup.Escape(note.Length == 0 ? title : $"{title}  {note}");
            });
            task.Value = 1;
            return result;
        });

    /// <summary>Colours and bars on a terminal, plain lines in a file or a pipe.</summary>
    private static IAnsiConsole Create(TextWriter output, bool isRedirected)
    {
        var settings = new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) };
        if (!isRedirected)
            return AnsiConsole.Create(settings);
        settings.Ansi = AnsiSupport.No;
        settings.ColorSystem = ColorSystemSupport.NoColors;
        settings.Interactive = InteractionSupport.No;
        var console = AnsiConsole.Create(settings);
        console.Profile.Width = PlainWidth;
        return console;
    }

    public static string Duration(TimeSpan time) => time.TotalHours >= 1 ? time.ToString(@"h\:mm\:ss") : time.ToString(@"m\:ss");
}
