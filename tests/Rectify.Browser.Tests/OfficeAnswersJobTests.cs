using Microsoft.Playwright;

namespace Rectify.Browser.Tests;

/// <summary>
/// Where an officer issues the replies: a personnel office asks, the officer finds the question on the first page, issues one reply and
/// returns another question, and the personnel office reads both and takes the register of the barred along.
/// </summary>
public sealed class OfficeAnswersJobTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string[] Settings = ["--Office:Replies", "byOfficer", "--Office:RegisterReaders", "县委组织部"];

    [Theory, MemberData(nameof(Job.Ways), MemberType = typeof(Job))]
    public async Task A_question_is_issued_and_another_returned(string language, bool withScript, bool withKeyboard)
    {
        await using var job = await Job.StartAsync(chromium, language, withScript, withKeyboard, Settings);
        await DoAsync(job, job.Page, await job.SignInAsync(Office.ConsultingKey), _ => Task.CompletedTask);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task On_the_phone_the_same_is_done_without_scrolling_sideways(string language)
    {
        await using var job = await Job.StartAsync(chromium, language, withScript: true, withKeyboard: false, Settings);
        await using var desk = await chromium.OpenAsync(Phone);
        await using var body = await chromium.OpenAsync(Phone);
        await DoAsync(
            job, await job.Office.SignInAsync(desk, job.Office.OfficerKey, language),
            await job.Office.SignInAsync(body, Office.ConsultingKey, language),
            async page =>
            {
                var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                Assert.True(width <= Phone.ViewportSize!.Width, $"{page.Url} is {width} pixels wide");
            });
    }

    private static BrowserNewContextOptions Phone =>
        new() { ViewportSize = new() { Width = 360, Height = 640 }, HasTouch = true, IsMobile = true, DeviceScaleFactor = 2 };

    private static async Task DoAsync(Job job, IPage officer, IPage personnel, Func<IPage, Task> check)
    {
        var (office, hand) = (job.Office, job.Hand);
        await office.ListAsync();
        await AskAsync("promotion", "official:o-principal");
        await AskAsync("honour", "unit:yj-oubei");

        // The officer finds both on the first page, and issues the one that was asked first.
        await officer.GotoAsync($"{office.Address}/board");
        await SeeAsync(officer, "征求意见待核定", "consultation to answer");
        await check(officer);
        await hand.PressAsync(officer, "main a.act[href^='/board/consultation-requests/']");
        await SeeAsync(officer, "瓯北主要负责人", "瓯北主要负责人");
        await SeeAsync(officer, "受限", "barred");
        await check(officer);
        await hand.PressAsync(officer, "button[value=issue]");
        await SeeAsync(officer, "已出具复函 平安函〔2026〕1号。", "The reply 平安函〔2026〕1号 is given.");

        await officer.GotoAsync($"{office.Address}/board");
        await hand.PressAsync(officer, "main a.act[href^='/board/consultation-requests/']");
        await hand.PressAsync(officer, "button[value=return]");
        await Assertions.Expect(officer.Locator(".refusal")).ToBeVisibleAsync();
        await hand.TypeAsync(officer, "#f-reason", "请写明荣誉名称");
        await hand.PressAsync(officer, "button[value=return]");
        await SeeAsync(officer, "已退回。", "It is returned.");
        await check(officer);

        // The personnel office reads what became of its questions.
        await personnel.GotoAsync($"{office.Address}/board/consultation-requests");
        await SeeAsync(personnel, "平安函〔2026〕1号", "平安函〔2026〕1号");
        await check(personnel);
        await hand.PressAsync(personnel, "main tr:has-text('" + job.T("已退回", "returned") + "') a");
        await SeeAsync(personnel, "请写明荣誉名称", "请写明荣誉名称");

        await personnel.GotoAsync($"{office.Address}/board/consultations");
        await hand.PressAsync(personnel, "main a[href='/board/barred']");
        await SeeAsync(personnel, "瓯北街道", "瓯北街道");
        await SeeAsync(personnel, "受限制或者待决定的 3 个对象", "Barred or pending on 2026-03-30: 3");
        await check(personnel);
        var table = await personnel.APIRequest.GetAsync(
            office.Address + await personnel.Locator("main a[href^='/board/barred.csv']").GetAttributeAsync("href"));
        Assert.Contains("official:o-principal", await table.TextAsync(), StringComparison.Ordinal);

        Task SeeAsync(IPage page, string chinese, string english) => Job.SeeAsync(page, job.T(chinese, english));

        async Task AskAsync(string purpose, string subject)
        {
            await personnel.GotoAsync($"{office.Address}/board/new-consultation");
            await hand.TypeAsync(personnel, "#f-subjects", subject);
            await hand.MarkAsync(personnel, "purpose", purpose);
            await hand.PressAsync(personnel, "button[value=preview]");
            await check(personnel);
            await hand.PressAsync(personnel, "button[value=confirm]");
            await SeeAsync(personnel, "已提交，待核定。", "It is submitted and waits for an officer.");
        }
    }
}
