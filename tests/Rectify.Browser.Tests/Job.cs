using Microsoft.Playwright;

namespace Rectify.Browser.Tests;

/// <summary>An officer at work on the board, in a language and in one of the ways in which a browser can be used.</summary>
internal sealed class Job : IAsyncDisposable
{
    private readonly Chromium chromium;
    private readonly List<IBrowserContext> windows = [];
    private readonly string language;
    private readonly bool withScript;

    private Job(Chromium chromium, Office office, string language, bool withScript, bool withKeyboard)
    {
        (this.chromium, Office, this.language, this.withScript) = (chromium, office, language, withScript);
        Hand = withKeyboard ? new Hand.OnKeyboard() : new Hand.OnMouse();
    }

    /// <summary>Language, whether scripts run, whether the keyboard does everything.</summary>
    public static TheoryData<string, bool, bool> Ways => new()
    {
        { "zh-CN", true, false },
        { "en", true, false },
        { "zh-CN", false, false },
        { "zh-CN", false, true },
        { "en", true, true },
    };

    public Office Office { get; }

    public Hand Hand { get; }

    /// <summary>The officer's page.</summary>
    public IPage Page { get; private set; } = null!;

    /// <summary>Starts the app, with further settings, and signs an officer in.</summary>
    public static async Task<Job> StartAsync(
        Chromium chromium, string language, bool withScript, bool withKeyboard, params string[] settings)
    {
        var job = new Job(chromium, await Office.StartAsync(settings), language, withScript, withKeyboard);
        job.Page = await job.SignInAsync(job.Office.OfficerKey);
        return job;
    }

    /// <summary>A page in a window of its own, signed in with a key.</summary>
    public async Task<IPage> SignInAsync(string key)
    {
        windows.Add(await chromium.OpenAsync(new() { JavaScriptEnabled = withScript }));
        return await Office.SignInAsync(windows[^1], key, language);
    }

    /// <summary>A window of its own in which nobody is signed in.</summary>
    public async Task<IPage> OpenAsync(BrowserNewContextOptions options)
    {
        options.JavaScriptEnabled = withScript;
        windows.Add(await chromium.OpenAsync(options));
        return await windows[^1].NewPageAsync();
    }

    /// <summary>The text in the job's language.</summary>
    public string T(string chinese, string english) => language == "en" ? english : chinese;

    /// <summary>Waits until the officer's page says something.</summary>
    public Task SeeAsync(string text) => SeeAsync(Page, text);

    /// <summary>Waits until the officer's page says something in the job's language.</summary>
    public Task SeeAsync(string chinese, string english) => SeeAsync(T(chinese, english));

    /// <summary>Waits until a page says something.</summary>
    public static async Task SeeAsync(IPage page, string text) => await Assertions.Expect(page.Locator("main")).ToContainTextAsync(text);

    public async ValueTask DisposeAsync()
    {
        foreach (var window in windows) await window.DisposeAsync();
        await Office.DisposeAsync();
    }
}
