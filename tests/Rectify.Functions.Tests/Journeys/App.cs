using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Durable.Sqlite;
using Rectify.Functions.Tests.Contract;
using Rectify.Server.CommandLine;
using Rectify.Server.Rehearsal;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>The real app on a loopback port and real files, at an instant that a test moves.</summary>
internal sealed class App : IAsyncDisposable
{
    private readonly DirectoryInfo directory;
    private readonly string[] settings;
    private readonly Action<IServiceCollection>? configure;
    private Stage stage;
    private bool stopped;

    private App(DirectoryInfo directory, Stage stage, string[] settings, Action<IServiceCollection>? configure)
    {
        (this.directory, this.stage, this.settings, this.configure) = (directory, stage, settings, configure);
        Http = Speaking(stage);
        WithoutKey = new HttpClient(new ContractHandler()) { BaseAddress = stage.Http.BaseAddress };
    }

    /// <summary>Speaks as an officer. Every answer is held against the contract.</summary>
    public HttpClient Http { get; private set; }

    /// <summary>Speaks as nobody, until a test sets a key.</summary>
    public HttpClient WithoutKey { get; }

    /// <summary>The data folder.</summary>
    public string Folder => directory.FullName;

    public string MailFolder => Path.Combine(directory.FullName, "mail");

    public DateTimeOffset Now => stage.Clock.Now;

    /// <summary>The services of the running app; others after a restart.</summary>
    public IServiceProvider Services => stage.Services;

    public DurableTaskClient Durable => stage.Services.GetRequiredService<DurableEngine>().Client;

    /// <summary>Starts at a local time <c>yyyy-MM-dd HH:mm</c>, with one unit and its leaders in the register.</summary>
    public static Task<App> StartAsync(string localTime, params string[] settings) => StartAsync(localTime, null, settings);

    /// <summary>The same with services that stand in for the app's own, now and after every restart.</summary>
    public static async Task<App> StartAsync(string localTime, Action<IServiceCollection>? configure, params string[] settings)
    {
        var directory = Directory.CreateTempSubdirectory("rectify-journey-");
        var app = new App(directory, await OpenAsync(directory, localTime, settings, configure), settings, configure);
        await app.PutAsync("/api/units/yj-oubei", new
        {
            name = "瓯北街道",
            kind = "locality",
            level = "township",
            liaison = new { name = "陈联络", email = "liaison@oubei.example" },
            supervisorEmail = "office@yongjia.example",
        });
        foreach (var (id, role) in new[] { ("o-1", "principal"), ("o-2", "supervising"), ("o-3", "inCharge"), ("o-4", "other") })
            await app.PutAsync($"/api/officials/{id}",
                new { name = $"干部{id}", email = $"{id}@oubei.example", unitId = "yj-oubei", post = "职务", role, from = "2024-01-01" });
        return app;
    }

    /// <summary>Stops the process's host and starts it again at a later local time, as after a power cut over a holiday.</summary>
    /// <param name="localTime">When it starts again.</param>
    /// <param name="lost">Files of the data folder that are lost meanwhile.</param>
    /// <param name="settings">Settings of the new start besides those of the first; of two for one name the later wins.</param>
    public async Task RestartAtAsync(string localTime, string? lost = null, params string[] settings)
    {
        await stage.DisposeAsync();
        if (lost is not null)
        {
            foreach (var file in directory.GetFiles(lost)) file.Delete();
        }

        await OpenAgainAsync(localTime, [.. this.settings, .. settings]);
    }

    /// <summary>Stops the host, lets something happen to its folder, and starts it again at a later local time.</summary>
    public async Task StopForAsync(Action happens, string localTime)
    {
        await stage.DisposeAsync();
        happens();
        await OpenAgainAsync(localTime, settings);
    }

    /// <summary>Stops the host; the folder stays until the end of the test.</summary>
    public async Task StopAsync()
    {
        stopped = true;
        await stage.DisposeAsync();
    }

    /// <summary>A complete listing, to be varied with <c>with</c>-like overrides.</summary>
    public static Dictionary<string, object?> Listing(string listedOn, object period) => new()
    {
        ["unitId"] = "yj-oubei",
        ["ground"] = "unresolvedHotspot",
        ["severity"] = "serious",
        ["facts"] = "问题突出",
        ["goals"] = new[] { "整改到位" },
        ["listedOn"] = listedOn,
        ["period"] = period,
        ["documentNumber"] = "永平安督〔2026〕3号",
        ["legalBasis"] = "实施办法第二十一条",
        ["issuedBy"] = "永嘉县平安办",
    };

    /// <summary>Registers a further unit, 邻街道, in which nobody holds a post.</summary>
    public Task PutOtherUnitAsync() => PutAsync("/api/units/yj-other",
        new { name = "邻街道", kind = "locality", level = "township", liaison = new { name = "陈", email = "c@other.example" } });

    public async Task<string> ListAsync(string listedOn, object period)
    {
        var response = await Http.PostAsJsonAsync("/api/listings", Listing(listedOn, period));
        Assert.True(response.StatusCode == HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return response.Headers.Location!.ToString().Split('/')[^1];
    }

    public async Task<JsonElement> CaseAsync(string caseId) => await GetAsync($"/api/cases/{caseId}");

    public async Task<IReadOnlyList<JsonElement>> ItemsAsync(string route) =>
        [.. (await GetAsync(route)).GetProperty("items").EnumerateArray()];

    public async Task<JsonElement> GetAsync(string route)
    {
        var response = await Http.GetAsync(route);
        Assert.True(response.IsSuccessStatusCode, $"{route}: {await response.Content.ReadAsStringAsync()}");
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<JsonElement> GetAsync(string route, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, route);
        request.Headers.Add("x-functions-key", key);
        var response = await WithoutKey.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task<HttpResponseMessage> PostAsync(string route, object body) => Http.PostAsJsonAsync(route, body);

    /// <summary>Posts and answers the case, which must be accepted.</summary>
    public async Task<JsonElement> DoAsync(string caseId, string action, object body)
    {
        var response = await PostAsync($"/api/cases/{caseId}/{action}", body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<string> EligibilityAsync(string subject, DateOnly on) =>
        (await GetAsync($"/api/eligibility?subject={subject}&on={on:yyyy-MM-dd}")).GetProperty("answer").GetString()!;

    /// <summary>Runs the clock to a local time; everything due on the way happens at its own instant.</summary>
    public Task AdvanceAsync(string localTime) => stage.Clock.AdvanceToAsync(Instant(localTime), TestContext.Current.CancellationToken);

    public Task AdvanceAsync(DateTimeOffset instant) => stage.Clock.AdvanceToAsync(instant, TestContext.Current.CancellationToken);

    /// <summary>Completes when nothing is left to do at the present instant.</summary>
    public Task SettleAsync() => stage.Clock.WhenIdleAsync(TestContext.Current.CancellationToken);

    /// <summary>Templates of the mails that were written, with how many of each.</summary>
    public IReadOnlyDictionary<string, int> Mails() => Directory.Exists(MailFolder)
        ? Directory.GetFiles(MailFolder, "*.eml").Select(file => Path.GetFileName(file).Split('.')[2]).CountBy(template => template)
            .ToDictionary()
        : [];

    /// <summary>Local time in China, <c>yyyy-MM-dd HH:mm</c>.</summary>
    public static DateTimeOffset Instant(string localTime) =>
        new DateTimeOffset(DateTime.ParseExact(localTime, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8))
            .ToUniversalTime();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        WithoutKey.Dispose();
        if (!stopped) await stage.DisposeAsync();
        directory.Delete(recursive: true);
    }

    private async Task OpenAgainAsync(string localTime, string[] settings)
    {
        stage = await OpenAsync(directory, localTime, settings, configure);
        Http.Dispose();
        Http = Speaking(stage);
    }

    private static Task<Stage> OpenAsync(
        DirectoryInfo directory, string localTime, string[] settings, Action<IServiceCollection>? configure) =>
        Stage.OpenAsync(directory.FullName, Instant(localTime), SettingArguments.Take(settings).Settings, configure);

    private static HttpClient Speaking(Stage stage)
    {
        var http = new HttpClient(new ContractHandler()) { BaseAddress = stage.Http.BaseAddress };
        http.DefaultRequestHeaders.Add("x-functions-key", stage.Http.DefaultRequestHeaders.GetValues("x-functions-key"));
        return http;
    }

    public async Task PutAsync(string route, object body)
    {
        var response = await Http.PutAsJsonAsync(route, body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }
}
