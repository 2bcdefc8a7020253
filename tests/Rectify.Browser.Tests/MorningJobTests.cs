using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Rectify.Browser.Tests;

/// <summary>
/// The first page of the day, for an officer and for a unit's liaison, with the keyboard alone, on a desk and on a telephone. With
/// <c>RECTIFY_SCREENSHOTS</c> naming a folder, its pictures are kept.
/// </summary>
public sealed class MorningJobTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const int Telephone = 360;

    [Theory]
    [InlineData("zh-CN", 1280)]
    [InlineData("zh-CN", Telephone)]
    [InlineData("en", 1280)]
    [InlineData("en", Telephone)]
    public async Task A_person_sees_what_waits_does_it_and_marks_the_rest_as_seen(string language, int width)
    {
        await using var office = await Office.StartAsync();
        var (vetoed, inspected) = (await office.ListUntilAsync("2026-03-30", 1), await office.ListAsync());
        await office.NotifyAsync();
        await office.MoveToAsync("2026-05-21 16:00");
        await office.DoAsync(inspected, "submission", new { summary = "已整改到位" });
        await office.MoveToAsync("2026-05-22 08:30");
        string T(string chinese, string english) => language == "en" ? english : chinese;
        var hand = new Hand.OnKeyboard();

        // The checker is a script, which the pages' own policy would not let in.
        var screen = new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 800 }, BypassCSP = true };
        await using var window = await chromium.OpenAsync(screen);
        var page = await office.SignInAsync(window, office.OfficerKey, language);
        await page.GotoAsync($"{office.Address}/board");
        await LookAsync(page, $"morning-{width}.{language}", width);
        await Job.SeeAsync(page, T("报告待验收，尚无人验收", "report to inspect, nobody has looked yet"));
        await hand.PressAsync(page, $"main a[href='/board/cases/{inspected}/inspection']");
        await Assertions.Expect(page.Locator("main form button[value=preview]")).ToBeVisibleAsync();

        await page.GotoAsync($"{office.Address}/board");
        await hand.TypeAsync(page, "header input[name=q]", "瓯 北（街道）");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator($"main a[href='/board/cases/{vetoed}']")).ToBeVisibleAsync();
        await LookAsync(page, $"search-{width}.{language}", width);

        await using var elsewhere = await chromium.OpenAsync(screen);
        var unit = await office.SignInAsync(elsewhere, Office.UnitKey, language);
        await unit.GotoAsync($"{office.Address}/board");
        await LookAsync(unit, $"unit-{width}.{language}", width);
        await Job.SeeAsync(unit, T("等待验收", "wait for the inspection"));
        await hand.PressAsync(unit, "main form[action='/board/seen'] button");
        await Job.SeeAsync(unit, T("没有变化。", "Nothing has changed."));
    }

    private static async Task LookAsync(IPage page, string name, int width)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join("; ", found.Violations.Select(
            one => $"{name}: {one.Id}: {one.Help} ({string.Join(", ", one.Nodes.Select(node => node.Html))})")));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{name} is wider than its screen");
        var targets = await page.EvaluateAsync<double[]>(
            "[...document.querySelectorAll('main .act')].map(one => one.getBoundingClientRect().height)");
        if (width == Telephone) Assert.All(targets, height => Assert.True(height >= 44, $"{name}: a target is {height} pixels high"));
        if (Environment.GetEnvironmentVariable("RECTIFY_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(
                Path.Combine(folder, $"{name}.png"), await page.ScreenshotAsync(new() { FullPage = true }),
                TestContext.Current.CancellationToken);
        }
    }
}
