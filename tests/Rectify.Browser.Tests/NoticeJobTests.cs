using Microsoft.Playwright;

namespace Rectify.Browser.Tests;

/// <summary>The notice of the next year comes in.</summary>
public sealed class NoticeJobTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData("zh-CN", true, false)]
    [InlineData("en", true, false)]
    [InlineData("zh-CN", false, false)]
    [InlineData("zh-CN", false, true)]
    [InlineData("en", true, true)]
    public async Task What_it_moves_is_seen_before_and_after(string language, bool withScript, bool withKeyboard)
    {
        await using var office = await Office.StartAsync();
        await using var window = await chromium.OpenAsync(new() { JavaScriptEnabled = withScript });
        var page = await office.SignInAsync(window, office.OfficerKey, language);
        Hand hand = withKeyboard ? new Hand.OnKeyboard() : new Hand.OnMouse();
        string T(string chinese, string english) => language == "en" ? english : chinese;

        // A deadline on the Monday before the spring festival of 2027 ends, as far as the law alone says.
        await office.MoveToAsync("2026-11-09 09:00");
        await office.ListUntilAsync("2026-11-09", 3);
        await page.GotoAsync($"{office.Address}/board/calendar?year=2027");
        await hand.PressAsync(page, "main a[href='/board/calendar/2027/import']");
        await hand.TypeAsync(page, "#f-source", "国务院办公厅关于2027年部分节假日安排的通知");
        await page.Locator("#f-daysOff-1--to").FillAsync("2027-02-11");
        await hand.PressAsync(page, "button[value=preview]");
        await SeeAsync(page, T("期限变动 1 件", "1 deadlines move"));
        await hand.PressAsync(page, "button[value=confirm]");
        await SeeAsync(page, T("2027 年的放假安排已录入。", "The notice of 2027 is entered."));
        await SeeAsync(page, T("2027年2月12日", "2027-02-12"));
    }

    private static async Task SeeAsync(IPage page, string text) => await Assertions.Expect(page.Locator("main")).ToContainTextAsync(text);
}
