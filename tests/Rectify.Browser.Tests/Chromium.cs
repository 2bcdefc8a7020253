using Microsoft.Playwright;

namespace Rectify.Browser.Tests;

/// <summary>The system's Chromium, started once for a test class.</summary>
/// <remarks>Where there is none the tests are skipped, except on CI, which installs one: there they fail.</remarks>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // What a browser does for its owner beside showing pages.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    // In milliseconds. A busy machine is slow, which is no fault of a page.
    private const int Patience = 120_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("RECTIFY_CHROMIUM") ?? Places.FirstOrDefault(File.Exists);
        if (path is null)
        {
            if (Environment.GetEnvironmentVariable("CI") == "true")
                throw new FileNotFoundException($"There is no Chromium at {string.Join(", ", Places)}.");
            return;
        }

        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments, Timeout = Patience });
    }

    /// <summary>A browser window of its own, with nothing stored.</summary>
    public async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions options)
    {
        Assert.SkipWhen(browser is null, "There is no Chromium here; install one, or name it in RECTIFY_CHROMIUM.");
        var window = await browser!.NewContextAsync(options);
        window.SetDefaultTimeout(Patience);
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
