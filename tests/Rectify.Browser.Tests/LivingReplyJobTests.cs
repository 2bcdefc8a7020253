using Microsoft.Playwright;

namespace Rectify.Browser.Tests;

/// <summary>An officer sees before a decision which replies it overtakes, and the body that asked sees both answers afterwards.</summary>
public sealed class LivingReplyJobTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory, MemberData(nameof(Job.Ways), MemberType = typeof(Job))]
    public async Task A_revocation_names_the_replies_it_overtakes_before_it_is_confirmed(
        string language, bool withScript, bool withKeyboard)
    {
        await using var job = await Job.StartAsync(chromium, language, withScript, withKeyboard);
        await DoAsync(job, job.Page, () => Task.CompletedTask);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task On_the_phone_the_same_is_done_without_scrolling_sideways(string language)
    {
        await using var job = await Job.StartAsync(chromium, language, withScript: true, withKeyboard: false);
        await using var phone = await chromium.OpenAsync(
            new() { ViewportSize = new() { Width = 360, Height = 640 }, HasTouch = true, IsMobile = true, DeviceScaleFactor = 2 });
        var page = await job.Office.SignInAsync(phone, job.Office.OfficerKey, language);
        await DoAsync(job, page, async () =>
        {
            var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(width <= 360, $"{page.Url} is {width} pixels wide");
        });
    }

    private static async Task DoAsync(Job job, IPage page, Func<Task> check)
    {
        var (office, hand) = (job.Office, job.Hand);
        var caseId = await office.ListAsync();
        var reply = await office.AskAsync("official:o-principal");
        Task SeeAsync(string chinese, string english) => Job.SeeAsync(page, job.T(chinese, english));

        await page.GotoAsync($"{office.Address}/board/cases/{caseId}/revocation?lang={job.T("zh-CN", "en")}");
        await hand.MarkAsync(page, "what", "listing");
        await hand.MarkAsync(page, "effect", "void");
        await hand.TypeAsync(page, "#f-reason", "认定有误");
        await hand.TypeAsync(page, "#f-decidedBy", "县委政法委");
        await hand.PressAsync(page, "button[value=preview]");
        await SeeAsync("将不再适用的复函答复", "Replies that would no longer hold");
        await SeeAsync("平安函〔2026〕1号", "平安函〔2026〕1号");
        await SeeAsync("受限制，至2026年9月30日（", "barred until 30 September 2026 (");
        await check();
        await hand.PressAsync(page, "button[value=confirm]");
        await SeeAsync("撤销已登记。", "The revocation is recorded.");

        await office.SettleAsync();
        await page.GotoAsync($"{office.Address}/board/consultations/{reply}");
        await SeeAsync("对 1 个对象的答复已不再适用", "1 answer(s) no longer hold");
        await SeeAsync("无限制", "clear");
        await check();
    }
}
