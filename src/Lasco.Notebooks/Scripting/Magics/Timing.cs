using System.Globalization;
using Lasco.Notebooks.Display;

namespace Lasco.Notebooks.Scripting.Magics;

/// <summary><c>#!time</c>.</summary>
internal static class Timing
{
    public const string Name = "#!time";

    public static MimeBundle Show(TimeSpan elapsed) =>
        new(new Dictionary<string, string> { [MimeBundle.Text] = string.Create(CultureInfo.InvariantCulture, $"Wall time: {elapsed.TotalMilliseconds:0.####}ms") });
}
