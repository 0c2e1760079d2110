using System.Diagnostics;

namespace Lasco.Research.Imaging;

/// <summary>Pictures of pages, by headless Chromium.</summary>
public static class HtmlSnapshot
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Whether there is a Chromium on this machine.</summary>
    public static bool IsAvailable => Browser is not null;

    private static string? Browser { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>Renders a page at twice its resolution and writes it as PNG.</summary>
    /// <param name="html">A page that needs no network and no other file.</param>
    /// <param name="path">The PNG to write.</param>
    /// <param name="width">The window's width, CSS pixels.</param>
    /// <param name="height">Its height, CSS pixels.</param>
    /// <exception cref="InputException">There is no Chromium, or it did not draw the page.</exception>
    public static void WritePng(string html, string path, int width, int height)
    {
        if (Browser is null)
            throw new InputException(path, "no Chromium to draw it with; install the package chromium");
        var folder = Directory.CreateTempSubdirectory("lasco-");
        try
        {
            string page = Path.Combine(folder.FullName, "page.html"), picture = Path.Combine(folder.FullName, "page.png");
            File.WriteAllText(page, html);
            string[] arguments =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--force-device-scale-factor=2",
                $"--user-data-dir={Path.Combine(folder.FullName, "profile")}", $"--window-size={width},{height}",
                $"--screenshot={picture}", new Uri(page).AbsoluteUri,
            ];
            var start = new ProcessStartInfo(Browser, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
            using var browser = Process.Start(start)!;
            browser.BeginErrorReadLine();
            browser.BeginOutputReadLine();
            if (!browser.WaitForExit(Patience))
                browser.Kill(entireProcessTree: true);
            if (!File.Exists(picture))
                throw new InputException(path, $"Chromium ({Browser}) did not draw it");
            AtomicFile.Write(path, stream => stream.Write(File.ReadAllBytes(picture)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
