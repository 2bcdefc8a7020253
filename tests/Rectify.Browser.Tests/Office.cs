using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MimeKit;
using Rectify.Functions.Access;
using Rectify.Server.Rehearsal;

namespace Rectify.Browser.Tests;

/// <summary>The real app on the morning of 30 March 2026, with one unit and its leaders in the register and nothing done yet.</summary>
internal sealed partial class Office : IAsyncDisposable
{
    public const string UnitKey = "unit-key-of-the-tests";
    public const string ConsultingKey = "consulting-key-of-the-tests";

    private readonly DirectoryInfo folder;
    private readonly Stage stage;

    private Office(DirectoryInfo folder, Stage stage) => (this.folder, this.stage) = (folder, stage);

    public string Address => stage.Http.BaseAddress!.ToString().TrimEnd('/');

    public string OfficerKey => stage.Http.DefaultRequestHeaders.GetValues("x-functions-key").Single();

    public static async Task<Office> StartAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("rectify-office-");
        var office = new Office(folder, await Stage.OpenAsync(
            folder.FullName, Instant("2026-03-30 09:00"),
            [
                "--Office:Name", "永嘉县平安办",
                "--Access:Keys:0:Name", "瓯北街道", "--Access:Keys:0:Role", "unit", "--Access:Keys:0:Key", UnitKey,
                "--Access:Keys:0:UnitId", "yj-oubei",
                "--Access:Keys:1:Name", "县委组织部", "--Access:Keys:1:Role", "consulting", "--Access:Keys:1:Key", ConsultingKey,
                .. settings,
            ]));
        await office.SendAsync(HttpMethod.Put, "/api/units/yj-oubei", new
        {
            name = "瓯北街道",
            kind = "locality",
            level = "township",
            liaison = new { name = "联络员", email = "liaison@oubei.example" },
            supervisorEmail = "office@county.example",
        });
        foreach (var (role, post) in new[] { ("principal", "主要负责人"), ("inCharge", "分管负责人") })
            await office.SendAsync(HttpMethod.Put, $"/api/officials/o-{role}",
                new { name = $"瓯北{post}", email = $"{role}@oubei.example", unitId = "yj-oubei", post, role, from = "2024-01-01" });
        return office;
    }

    /// <summary>The links to sign in that were mailed to an address.</summary>
    public async Task<IReadOnlyList<string>> LinksToAsync(string address)
    {
        await stage.Services.GetRequiredService<LinkRequests>().WhenIdleAsync();
        List<string> links = [];
        foreach (var file in Directory.GetFiles(Path.Combine(folder.FullName, "mail"), "account.*.eml"))
        {
            using var mail = await MimeMessage.LoadAsync(file, TestContext.Current.CancellationToken);
            if (mail.To.Mailboxes.Single().Address == address)
                links.AddRange(Link.Matches(mail.TextBody!).Select(link => Address + new Uri(link.Value).PathAndQuery));
        }

        return links;
    }

    /// <summary>Three persons, two of one name, in two units.</summary>
    public async Task EnterHomonymsAsync()
    {
        await SendAsync(HttpMethod.Put, "/api/units/yj-qiaotou", new
        {
            name = "永嘉县桥头镇",
            kind = "locality",
            level = "township",
            liaison = new { name = "联络员", email = "liaison@qiaotou.example" },
        });
        foreach (var (id, name, unitId, post) in new[]
            { ("p-1", "张三", "yj-oubei", "科员"), ("p-2", "王伟", "yj-oubei", "党工委副书记"), ("p-3", "王伟", "yj-qiaotou", "镇长") })
        {
            await SendAsync(HttpMethod.Put, $"/api/officials/{id}",
                new { name, email = $"{id}@county.example", unitId, post, role = "other", from = "2024-01-01" });
        }
    }

    /// <summary>A case that was listed today for six months.</summary>
    public Task<string> ListAsync() => ListUntilAsync("2026-03-30", 6);

    /// <summary>A case that was listed on a day for some months.</summary>
    public async Task<string> ListUntilAsync(string listedOn, int months) => (await SendAsync(HttpMethod.Post, "/api/listings", new
    {
        unitId = "yj-oubei",
        ground = "unresolvedHotspot",
        facts = "辖区电动自行车违规停放充电问题突出",
        goals = new[] { "违规停放充电点清零" },
        listedOn,
        period = new { months },
        legalBasis = "实施办法第二十一条",
        issuedBy = "永嘉县平安办",
    })).GetProperty("caseId").GetString()!;

    /// <summary>A notice that was issued today, with the month of the rulebook.</summary>
    public async Task<string> NotifyAsync() => (await SendAsync(HttpMethod.Post, "/api/admonitions", new
    {
        unitId = "yj-oubei",
        rung = "notice",
        ground = "unresolvedHotspot",
        facts = "辖区电动自行车违规停放充电问题突出",
        goals = new[] { "违规停放充电点清零" },
        issuedOn = "2026-03-30",
        legalBasis = "实施办法第十三条",
        issuedBy = "永嘉县平安办",
    })).GetProperty("caseId").GetString()!;

    /// <summary>A reply about one subject, for a promotion.</summary>
    public async Task<string> AskAsync(string subject) => (await SendAsync(HttpMethod.Post, "/api/consultations",
        new { subjects = new[] { subject }, purpose = "promotion", askedBy = "县委组织部", replyTo = "zuzhibu@county.example" }))
        .GetProperty("consultationId").GetString()!;

    /// <summary>What an address gives the officer.</summary>
    public async Task<byte[]> GetAsync(string address)
    {
        using var answer = await stage.Http.GetAsync(address, TestContext.Current.CancellationToken);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Does something to a case by the interface.</summary>
    public Task DoAsync(string caseId, string action, object body) => SendAsync(HttpMethod.Post, $"/api/cases/{caseId}/{action}", body);

    /// <summary>Completes when nothing is left to do at the present instant.</summary>
    public Task SettleAsync() => stage.Clock.WhenIdleAsync(TestContext.Current.CancellationToken);

    public Task MoveToAsync(string localTime) => stage.Clock.AdvanceToAsync(Instant(localTime), TestContext.Current.CancellationToken);

    /// <summary>A page of the board, signed in with a key.</summary>
    public async Task<IPage> SignInAsync(IBrowserContext window, string key, string language)
    {
        var page = await window.NewPageAsync();
        await page.GotoAsync($"{Address}/board/cases?lang={language}");
        await page.Locator("input[name=key]").FillAsync(key);
        await page.Locator("form[action='/board/sign-in'] button").ClickAsync();
        await Assertions.Expect(page.Locator("header nav")).ToBeVisibleAsync();
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await stage.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static DateTimeOffset Instant(string localTime) =>
        new DateTimeOffset(DateTime.ParseExact(localTime, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8))
            .ToUniversalTime();

    private async Task<JsonElement> SendAsync(HttpMethod method, string route, object body)
    {
        using var request = new HttpRequestMessage(method, route) { Content = JsonContent.Create(body) };
        using var answer = await stage.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{route}: {text}");
        return JsonElement.Parse(text);
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link { get; }
}
