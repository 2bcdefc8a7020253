using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Rectify.Board.Drawing;

namespace Rectify.Browser.Tests;

/// <summary>The board in a real browser. With <c>RECTIFY_SCREENSHOTS</c> naming a folder, README's pictures are made anew.</summary>
public sealed class BoardTests(Chromium chromium, Site site) : IClassFixture<Chromium>, IClassFixture<Site>
{
    private string[] Pages =>
    [
        "/board", "/board/cases", $"/board/cases/{site.Vetoed}", $"/board/cases/{site.Missed}", "/board/sanctions", "/board/cases/none",
        "/board/statistics", "/board/barred", "/board/calendar",
        "/board/calendar?year=2027", "/board/yearly-cycle", "/board/rulebooks", "/board/outbox?state=sent", "/board/audit?check=yes",
        "/board/health", "/board/accounts", "/board/new-account", "/board/sessions",
        "/board/units", "/board/units/yj-oubei", "/board/officials", "/board/officials/yj-oubei-principal",
        "/board/consultations", $"/board/consultations/{site.Reply}", "/board/new-consultation", $"/board/outbox/{site.Mail}",
        "/board/eligibility?subjects=unit%3Ayj-oubei%0Aofficial%3Ayj-qiaotou-principal%0Aunit%3Anobody",
    ];

    [Theory]
    [InlineData("zh-CN", "台账", "永平安督〔2026〕1号", "2026年6月2日24时止")]
    [InlineData("en", "Cases", "永平安督〔2026〕1号", "2026-06-02, 24:00")]
    public async Task A_case_is_found_with_the_keyboard_alone_and_without_script(string language, string register, string number,
        string deadline)
    {
        await using var window = await chromium.OpenAsync(new() { JavaScriptEnabled = false });
        var page = await window.NewPageAsync();
        await page.GotoAsync($"{site.Address}/board?lang={language}");

        // The first field has the focus; where the person was going is not forgotten.
        await Assertions.Expect(page.Locator("input[name=address]")).ToBeFocusedAsync();
        var keyboard = new Hand.OnKeyboard();
        await keyboard.TypeAsync(page, "input[name=key]", site.Key);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync($"{site.Address}/board?lang={language}");

        await keyboard.PressAsync(page, $"a:text-is(\"{register}\")");
        await Assertions.Expect(page).ToHaveURLAsync($"{site.Address}/board/cases");
        await keyboard.PressAsync(page, $"a:text-is(\"{number}\")");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(number);
        await Assertions.Expect(page.GetByText(deadline)).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("zh-CN", ColorScheme.Light)]
    [InlineData("zh-CN", ColorScheme.Dark)]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("en", ColorScheme.Dark)]
    public async Task No_page_shuts_anybody_out(string language, ColorScheme scheme)
    {
        // The checker is a script, which the pages' own policy would not let in.
        await using var window = await chromium.OpenAsync(new() { ColorScheme = scheme, BypassCSP = true });
        var page = await window.NewPageAsync();
        await page.GotoAsync($"{site.Address}/board/sign-in?lang={language}");
        await RequireNoBarrierAsync(page);
        await SignInAsync(page);

        foreach (var address in Pages)
        {
            await page.GotoAsync(site.Address + address);
            await RequireNoBarrierAsync(page);
        }
    }

    [Fact]
    public async Task Pages_ask_nobody_else_and_break_no_rule_of_their_own()
    {
        await using var window = await chromium.OpenAsync(new());
        var page = await window.NewPageAsync();
        var (asked, complaints) = (new List<string>(), new List<string>());
        page.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, message) => complaints.Add(message.Text);
        await page.GotoAsync($"{site.Address}/board");
        await SignInAsync(page);

        foreach (var address in Pages.Where(address => address != "/board/cases/none")) await page.GotoAsync(site.Address + address);

        Assert.Empty(complaints);
        Assert.NotEmpty(asked);
        Assert.All(asked, address => Assert.StartsWith($"{site.Address}/board", address, StringComparison.Ordinal));
        Assert.Contains(asked, address => address.EndsWith(".css", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_narrow_screen_scrolls_down_and_never_sideways()
    {
        await using var window = await chromium.OpenAsync(new() { ViewportSize = new() { Width = 360, Height = 640 } });
        var page = await window.NewPageAsync();
        await page.GotoAsync($"{site.Address}/board");
        await SignInAsync(page);

        foreach (var address in Pages)
        {
            await page.GotoAsync(site.Address + address);
            var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(width <= 360, $"{address} is {width} pixels wide");
        }
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task A_printed_page_fits_its_paper_and_shows_nothing_to_press(string language)
    {
        // What is left of A4 between two margins of 15 mm, at 96 pixels to the inch, and in print whatever the screen's colours are.
        await using var window =
            await chromium.OpenAsync(new() { ViewportSize = new() { Width = 680, Height = 1000 }, ColorScheme = ColorScheme.Dark });
        var page = await window.NewPageAsync();
        await page.GotoAsync($"{site.Address}/board?lang={language}");
        await SignInAsync(page);
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var address in Pages)
        {
            await page.GotoAsync(site.Address + address);
            var width =
                await page.EvaluateAsync<int>(
                    "Math.max(...[document.documentElement, ...document.querySelectorAll('.wide')].map(one => one.scrollWidth))");
            Assert.True(width <= 680, $"{address} is {width} pixels wide");
            foreach (var form in await page.Locator("form:not(.sheet), button, header nav").AllAsync())
                await Assertions.Expect(form).ToBeHiddenAsync();
            Assert.Equal("rgb(28, 31, 36)", await page.EvaluateAsync<string>("getComputedStyle(document.body).color"));
        }
    }

    [Fact]
    public async Task The_name_of_a_month_has_room_where_the_last_day_begins_it()
    {
        await using var window = await chromium.OpenAsync(new());
        var page = await window.NewPageAsync();
        await page.GotoAsync($"{site.Address}/board");
        await SignInAsync(page);

        foreach (var address in new[] { $"/board/cases/{site.Vetoed}", "/board/sanctions" })
        {
            await page.GotoAsync(site.Address + address);
            var fromLine = await page.EvaluateAsync<double[]>("""
                [...document.querySelectorAll('svg text.soft')].map((name, n) => {
                    const box = name.getBBox();
                    return box.x + box.width - name.ownerSVGElement.querySelectorAll('line.grid')[n].x1.baseVal.value;
                })
                """);
            Assert.NotEmpty(fromLine);
            Assert.InRange(fromLine.Max(), 1, DayScale.Margin);
        }
    }

    [Fact]
    public async Task The_pictures_of_the_README_can_be_made()
    {
        await using var window = await chromium.OpenAsync(new() { ViewportSize = new() { Width = 1100, Height = 620 } });
        var page = await window.NewPageAsync();
        await page.GotoAsync($"{site.Address}/board");
        await SignInAsync(page);
        var folder = Environment.GetEnvironmentVariable("RECTIFY_SCREENSHOTS");

        foreach (var (name, address) in new[] { ("overview", "/board"), ("case", $"/board/cases/{site.Vetoed}") })
        {
            await page.GotoAsync(site.Address + address);
            var picture = await page.ScreenshotAsync();
            Assert.True(picture.Length > 10_000, $"{name} is {picture.Length} bytes");
            if (folder is { Length: > 0 })
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.png"), picture, TestContext.Current.CancellationToken);
        }
    }

    private async Task SignInAsync(IPage page)
    {
        await page.Locator("input[name=key]").FillAsync(site.Key);
        await page.Locator("form[action='/board/sign-in'] button").ClickAsync();
        await Assertions.Expect(page.Locator("nav")).ToBeVisibleAsync();
    }

    private static async Task RequireNoBarrierAsync(IPage page)
    {
        var found = await page.RunAxe();
        Assert.True(
            found.Violations.Length == 0,
            $"{page.Url}: "
                + string.Join("; ",
                    found.Violations.Select(one => $"{one.Id}: {one.Help} ({string.Join(", ", one.Nodes.Select(node => node.Html))})")));
    }
}
