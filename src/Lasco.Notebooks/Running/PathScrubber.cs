using System.Text.RegularExpressions;

namespace Lasco.Notebooks.Running;

/// <summary>
/// Makes absolute paths relative, so that what a notebook shows is the same on every machine: those in its checkout begin at
/// its own folder, those in the user's home at <c>~</c>.
/// </summary>
internal sealed class PathScrubber
{
    private readonly Regex? places;
    private readonly Dictionary<string, string> replacements = [];

    /// <summary>A scrubber for a notebook.</summary>
    /// <param name="folder">The notebook's folder.</param>
    public PathScrubber(string folder)
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        Add(folder, ".");
        if (Checkout.Find(folder) is { } checkout)
            Add(checkout, Path.GetRelativePath(folder, checkout).Replace('\\', '/'));
        Add(home, "~");
        if (replacements.Count > 0)
        {
            var alternatives = replacements.Keys.OrderByDescending(place => place.Length)
                .Select(place => Regex.Escape(place) + (place == home ? "(?=[/\\\\])" : @"(?![\w.-])"));
            places = new Regex($@"(?<![\w.~-])(?:{string.Join('|', alternatives)})", RegexOptions.CultureInvariant);
        }
    }

    /// <summary>The text with relative paths.</summary>
    public string Scrub(string text) => places?.Replace(text, match => replacements[match.Value]) ?? text;

    private void Add(string place, string replacement)
    {
        place = Path.TrimEndingDirectorySeparator(place);
        if (Path.GetDirectoryName(place) is not null)
            replacements.TryAdd(place, replacement);
    }
}
