using Microsoft.Playwright;

namespace Lasco.Research.Tests.Roaming.Study;

/// <summary>A headless Chromium; tests that need it are skipped where there is none.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable))
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A window of its own: nothing is kept from other tests.</summary>
    public async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(browser is null, $"there is no Chromium on this machine ({Executable})");
        return await browser!.NewContextAsync(options ?? new());
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
