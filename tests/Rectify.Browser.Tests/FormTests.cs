using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Rectify.Browser.Tests;

/// <summary>Every form, every preview and every page that says what is wrong.</summary>
public sealed class FormTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData("zh-CN", ColorScheme.Light)]
    [InlineData("zh-CN", ColorScheme.Dark)]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("en", ColorScheme.Dark)]
    public async Task No_form_shuts_anybody_out(string language, ColorScheme scheme)
    {
        // The checker is a script, which the pages' own policy would not let in.
        await using var window = await chromium.OpenAsync(new() { ColorScheme = scheme, BypassCSP = true });
        await WalkAsync(window, language, async page =>
        {
            var found = await page.RunAxe();
            Assert.True(
                found.Violations.Length == 0,
                $"{page.Url}: " + string.Join(
                    "; ",
                    found.Violations.Select(one => $"{one.Id}: {one.Help} ({string.Join(", ", one.Nodes.Select(node => node.Html))})")));
        });
    }

    [Fact]
    public async Task On_a_narrow_screen_no_form_scrolls_sideways()
    {
        await using var window = await chromium.OpenAsync(new() { ViewportSize = new() { Width = 360, Height = 640 } });
        await WalkAsync(window, "zh-CN", async page =>
        {
            var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(width <= 360, $"{page.Url} is {width} pixels wide");
        });
    }

    [Fact]
    public async Task What_is_wrong_has_the_focus_and_leads_to_its_field()
    {
        await using var office = await Office.StartAsync();
        var caseId = await office.ListAsync();
        await using var window = await chromium.OpenAsync(new() { JavaScriptEnabled = false });
        var page = await office.SignInAsync(window, office.OfficerKey, "zh-CN");
        await page.GotoAsync($"{office.Address}/board/cases/{caseId}/extension");
        await page.Locator("#f-by-months").FillAsync("1");
        await page.Locator("button[value=preview]").ClickAsync();

        await Assertions.Expect(page.Locator("[role=alert]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("#f-reason, #f-approvedBy").And(page.Locator(":focus"))).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#f-by-months")).ToHaveValueAsync("1");
    }

    // Each form empty, with errors and with its preview, in the states of a case that offer it.
    private async Task WalkAsync(IBrowserContext window, string language, Func<IPage, Task> check)
    {
        await using var office = await Office.StartAsync();
        var (caseId, noticeId) = (await office.ListAsync(), await office.NotifyAsync());
        var page = await office.SignInAsync(window, office.OfficerKey, language);
        var folder = Environment.GetEnvironmentVariable("RECTIFY_FORM_SCREENSHOTS");
        var count = 0;

        async Task CheckAsync()
        {
            if (folder is { Length: > 0 })
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{language}-{count++:00}.png"), FullPage = true });
            await check(page);
        }

        async Task FillAsync(string address, Func<Task> fill)
        {
            await page.GotoAsync(office.Address + address);
            await CheckAsync();
            await page.Locator("button[value=preview]").ClickAsync();
            await Assertions.Expect(page.Locator("main [role=alert], button[value=confirm]").First).ToBeVisibleAsync();
            await CheckAsync();
            await fill();
            await page.Locator("button[value=preview]").ClickAsync();
            await Assertions.Expect(page.Locator("button[value=confirm]")).ToBeVisibleAsync();
            await CheckAsync();
        }

        Task TypeAsync(string id, string text) => page.Locator($"#f-{id}").FillAsync(text);

        async Task TypeAllAsync(params (string Id, string Text)[] fields)
        {
            foreach (var (id, text) in fields) await TypeAsync(id, text);
        }

        Task MarkAsync(string name, string value) => page.Locator($"input[name=\"{name}\"][value=\"{value}\"]").CheckAsync();

        await page.GotoAsync($"{office.Address}/board/listings/new");
        await CheckAsync();
        await FillAsync("/board/listings/new?unitId=yj-oubei", async () =>
        {
            await page.Locator("#f-ground").SelectOptionAsync("other");
            await TypeAllAsync(("facts", "问题突出"), ("goals", "整改到位"), ("period-months", "6"), ("legalBasis", "第二十一条"));
        });
        await FillAsync("/board/admonitions/new?unitId=yj-oubei", async () =>
        {
            await MarkAsync("rung", "talk");
            await page.Locator("#f-ground").SelectOptionAsync("other");
            await TypeAllAsync(("facts", "问题突出"), ("goals", "整改到位"), ("legalBasis", "第十四条"));
        });
        await FillAsync("/board/vetoes/new?unitId=yj-oubei", async () =>
        {
            await MarkAsync("ground", "other");
            await TypeAllAsync(("facts", "问题突出"), ("legalBasis", "第二十六条"));
        });
        await FillAsync("/board/calendar/2027/import", () => TypeAsync("source", "国务院办公厅关于2027年部分节假日安排的通知"));
        await page.Locator("button[value=confirm]").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{office.Address}/board/calendar/2027/changes");
        await CheckAsync();
        await FillAsync("/board/registry/unit", async () =>
        {
            await MarkAsync("kind", "locality");
            await page.Locator("#f-level").SelectOptionAsync("county");
            await TypeAllAsync(
                ("unitId", "yj-qiaotou"), ("name", "桥头镇"), ("liaison-name", "联络员"), ("liaison-email", "l@qiaotou.example"));
        });
        await FillAsync("/board/officials/o-principal/edit", async () =>
        {
            await page.Locator("button[value=edit]").ClickAsync();
            await TypeAsync("posts-0--post", "街道党工委书记");
        });
        await FillAsync("/board/responsibility-letters/yj-oubei/2026", async () =>
        {
            await TypeAllAsync(("signedOn", "2026-03-20"), ("signedBy", "王主任"), ("signedWith", "永嘉县平安委"));
        });
        await page.Locator("button[value=confirm]").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{office.Address}/board/yearly-cycle?year=2026");
        await CheckAsync();
        await FillAsync("/board/responsibility-letters/yj-oubei/2026", async () =>
        {
            await page.Locator("button[value=edit]").ClickAsync();
            await MarkAsync("entry", "takenBack");
            await TypeAsync("reason", "登记有误");
        });
        await FillAsync("/board/assessments/yj-oubei/2025", async () =>
        {
            await MarkAsync("result", "failed");
            await TypeAsync("decidedOn", "2026-02-10");
        });
        await FillAsync("/board/duty-reports/o-principal/2025", async () =>
        {
            await TypeAllAsync(("submittedOn", "2026-01-20"), ("summary", "述职"));
        });
        await FillAsync("/board/officials/o-principal/new-commendation", async () =>
        {
            await TypeAllAsync(("title", "先进个人"), ("awardedBy", "永嘉县人民政府"), ("awardedOn", "2025-12-01"));
        });
        await page.Locator("button[value=confirm]").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{office.Address}/board/officials/o-principal");
        await CheckAsync();
        await page.GotoAsync($"{office.Address}/board/registry/import");
        await CheckAsync();
        await page.Locator("#f-file").SetInputFilesAsync(new FilePayload
        {
            Name = "units.csv",
            MimeType = "text/csv",
            Buffer =
            [
                .. "unitId,name,kind,level,liaisonName,liaisonEmail\n"u8,
                .. "u-1,一村,unit,township,张,no-address\nu-2,二村,unit,township,李,li@county.example\n"u8,
            ],
        });
        await page.Locator("button[value=preview]").ClickAsync();
        await Assertions.Expect(page.Locator("main table")).ToHaveCountAsync(2);
        await CheckAsync();
        await FillAsync("/board/new-consultation", async () =>
        {
            await MarkAsync("purpose", "award");
            await TypeAllAsync(("subjects", "official:o-principal\nunit:yj-oubei"), ("askedBy", "县委组织部"));
        });
        await office.EnterHomonymsAsync();
        await page.GotoAsync($"{office.Address}/board/new-consultation");
        await MarkAsync("purpose", "award");
        await TypeAllAsync(("subjects", NamedReplyJobTests.List), ("askedBy", "县委组织部"));
        await page.Locator("button[value=preview]").ClickAsync();
        await Assertions.Expect(page.Locator("button[value=chosen]")).ToBeVisibleAsync();
        await CheckAsync();
        await page.Locator("button[value=chosen]").ClickAsync();
        await Assertions.Expect(page.Locator("main [role=alert]")).ToBeVisibleAsync();
        await CheckAsync();
        await page.Locator("input[value=\"official:p-2\"]").CheckAsync();
        await page.Locator("button[value=chosen]").ClickAsync();
        await Assertions.Expect(page.Locator("button[value=confirm]")).ToBeVisibleAsync();
        await CheckAsync();
        await page.Locator("button[value=confirm]").ClickAsync();
        await Assertions.Expect(page.Locator("main table")).ToHaveCountAsync(2);
        await CheckAsync();
        await FillAsync($"/board/cases/{caseId}/extension", async () =>
        {
            await TypeAllAsync(("by-months", "1"), ("reason", "汛期"), ("approvedBy", "县委"));
        });
        await FillAsync($"/board/cases/{caseId}/revocation", async () =>
        {
            await MarkAsync("what", "listing");
            await MarkAsync("effect", "void");
            await TypeAllAsync(("reason", "认定有误"), ("decidedBy", "县委"));
        });
        await FillAsync($"/board/cases/{caseId}/correction", async () =>
        {
            await TypeAllAsync(("facts", "更正后的事实"), ("reason", "笔误"), ("decidedBy", "县委"));
        });
        await FillAsync($"/board/cases/{caseId}/submission", () => TypeAsync("summary", "已整改"));
        await FillAsync($"/board/cases/{caseId}/suspension", () => TypeAsync("reason", "诉讼期间"));

        // Somebody else stops the clock first.
        await office.DoAsync(caseId, "suspension", new { reason = "诉讼" });
        await page.Locator("button[value=confirm]").ClickAsync();
        await Assertions.Expect(page.Locator("main [role=alert]")).ToBeVisibleAsync();
        await CheckAsync();
        await FillAsync($"/board/cases/{caseId}/resumption", () => TypeAsync("reason", "判决生效"));
        await office.DoAsync(caseId, "resumption", new { reason = "判决生效" });
        await office.DoAsync(caseId, "submission", new { summary = "已整改" });
        await FillAsync($"/board/cases/{caseId}/inspection", async () =>
        {
            await MarkAsync("outcome", "passed");
            await TypeAsync("remarks", "目标达到");
        });
        await office.DoAsync(caseId, "inspection", new { result = "failed", remarks = "尚差一项" });
        await office.MoveToAsync("2026-10-10 09:00");
        await page.GotoAsync($"{office.Address}/board/cases/{noticeId}");
        await CheckAsync();
        await FillAsync($"/board/cases/{noticeId}/next-rung", async () =>
        {
            await MarkAsync("decision", "decline");
            await TypeAllAsync(("reason", "问题已基本解决"), ("decidedBy", "永嘉县平安办"));
        });
        await FillAsync($"/board/cases/{caseId}/veto-decision", async () =>
        {
            await MarkAsync("decision", "confirm");
            await TypeAsync("remarks", "同意");
        });
        await FillAsync($"/board/cases/{caseId}/late-submission", async () =>
        {
            await TypeAsync("summary", "已整改");
            await TypeAsync("submittedOn", "2026-09-28");
        });
    }
}
