namespace Rectify.Browser.Tests;

/// <summary>The notice of the next year comes in.</summary>
public sealed class NoticeJobTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory, MemberData(nameof(Job.Ways), MemberType = typeof(Job))]
    public async Task What_it_moves_is_seen_before_and_after(string language, bool withScript, bool withKeyboard)
    {
        await using var job = await Job.StartAsync(chromium, language, withScript, withKeyboard);
        var (office, hand, page) = (job.Office, job.Hand, job.Page);

        // A deadline on the Monday before the spring festival of 2027 ends, as far as the law alone says.
        await office.MoveToAsync("2026-11-09 09:00");
        await office.ListUntilAsync("2026-11-09", 3);
        await page.GotoAsync($"{office.Address}/board/calendar?year=2027");
        await hand.PressAsync(page, "main a[href='/board/calendar/2027/import']");
        await hand.TypeAsync(page, "#f-source", "国务院办公厅关于2027年部分节假日安排的通知");
        await page.Locator("#f-daysOff-1--to").FillAsync("2027-02-11");
        await hand.PressAsync(page, "button[value=preview]");
        await job.SeeAsync("期限变动 1 件", "1 deadlines move");
        await hand.PressAsync(page, "button[value=confirm]");
        await job.SeeAsync("2027 年的放假安排已录入。", "The notice of 2027 is entered.");
        await job.SeeAsync("2027年2月12日", "2027-02-12");
    }
}
