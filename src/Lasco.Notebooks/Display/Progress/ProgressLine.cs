using System.Globalization;
using System.Net;

namespace Lasco.Notebooks.Display;

/// <summary>Where something stands.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Done">How much of it is done.</param>
/// <param name="Total">How much there is, or null where nobody knows.</param>
/// <param name="Text">Figures to stand beside it, or null.</param>
/// <param name="Remaining">The time left, or null where it is not known.</param>
/// <param name="End">How it ended, or null while it goes on.</param>
internal sealed record ProgressLine(string Label, double Done, double? Total, string? Text, TimeSpan? Remaining, string? End) : IRichOutput
{
    private double Share => Total is { } total ? total > 0 ? Math.Clamp(Done / total, 0, 1) : 1 : 0;

    public MimeBundle ToBundle()
    {
        string line = Line();
        return End is null ? new(new Dictionary<string, string> { [MimeBundle.Text] = line, [MimeBundle.Html] = Html() }) : MimeBundle.Of(MimeBundle.Text, line);
    }

    /// <summary>The last line says no seconds, so that it is the same in every run.</summary>
    public string Line()
    {
        string label = Label.Length == 0 ? "" : $"{Label}: ";
        string text = Text is null ? "" : $", {Text}";
        string left = End is not null ? $", {End}" : Remaining is { } remaining ? $", {Words(remaining)} left" : "";
        return $"{label}{Amount()}{text}{left}";
    }

    private string Amount()
    {
        string done = Number(Done);
        if (Total is not { } total)
            return done;
        return Total == 1 ? Share.ToString("0%", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{done} of {Number(total)} ({Share:0%})");
    }

    private string Html()
    {
        string bar = Total is null ? "<progress></progress>"
            : string.Create(CultureInfo.InvariantCulture, $"<progress value=\"{Share:0.####}\" max=\"1\"></progress>");
        return $"<div style=\"font-variant-numeric:tabular-nums\">{bar} {WebUtility.HtmlEncode(Line())}</div>";
    }

    private static string Number(double amount) => amount.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Words(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes}:{time.Seconds:00}");
}
