using System.Globalization;

namespace Lasco.Research.Roaming.Llm;

/// <summary>How long a server asks to wait: seconds, milliseconds or a date in its headers.</summary>
internal static class RetryAfter
{
    /// <summary>Reads the headers; one that is no number and no date, or not a finite one, counts as none.</summary>
    /// <param name="milliseconds">The header <c>retry-after-ms</c>, or null.</param>
    /// <param name="secondsOrDate">The header <c>Retry-After</c>, or null.</param>
    /// <returns>The time to wait, or null.</returns>
    public static TimeSpan? Read(string? milliseconds, string? secondsOrDate)
    {
        if (Number(milliseconds) is { } asked)
            return TimeSpan.FromMilliseconds(Math.Clamp(asked, 0, int.MaxValue));
        if (Number(secondsOrDate) is { } seconds)
            return TimeSpan.FromSeconds(Math.Clamp(seconds, 0, int.MaxValue / 1000));
        return DateTimeOffset.TryParse(secondsOrDate, CultureInfo.InvariantCulture, out DateTimeOffset date) && date > DateTimeOffset.UtcNow
            ? date - DateTimeOffset.UtcNow : null;
    }

    private static double? Number(string? text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;
}
