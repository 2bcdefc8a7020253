using Microsoft.Playwright;

namespace Rectify.Browser.Tests;

/// <summary>A personnel officer pastes names from a spreadsheet, chooses between homonyms, and gets the numbered reply.</summary>
public sealed class NamedReplyJobTests(Chromium chromium) : IClassFixture<Chromium>
{
    /// <summary>
    /// Rows as they come out of a spreadsheet: one who is alone, two of one name, a padded name, somebody unknown, a unit.
    /// </summary>
    public const string List =
        "姓名\t单位\t职务\n张三\t瓯北街道\t科员\n王伟\t\t\n王　伟\t永嘉县桥头镇\t\n瓯北主要负责人\t\t\n王小二\t某某公司\t经理\n"
        + "瓯北街道\t\t\n張三\t瓯北街道\t\n";

    [Theory, MemberData(nameof(Job.Ways), MemberType = typeof(Job))]
    public async Task Names_are_matched_chosen_and_answered(string language, bool withScript, bool withKeyboard)
    {
        await using var job = await Job.StartAsync(chromium, language, withScript, withKeyboard);
        await job.Office.EnterHomonymsAsync();
        await job.Office.ListAsync();
        var page = await job.SignInAsync(Office.ConsultingKey);

        await DoAsync(job, page, () => Task.CompletedTask);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task On_the_phone_the_same_is_done_without_scrolling_sideways(string language)
    {
        await using var job = await Job.StartAsync(chromium, language, withScript: true, withKeyboard: false);
        await job.Office.EnterHomonymsAsync();
        await job.Office.ListAsync();
        await using var phone = await chromium.OpenAsync(
            new() { ViewportSize = new() { Width = 360, Height = 640 }, HasTouch = true, IsMobile = true, DeviceScaleFactor = 2 });
        var page = await job.Office.SignInAsync(phone, Office.ConsultingKey, language);

        await DoAsync(job, page, async () =>
        {
            var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(width <= 360, $"{page.Url} is {width} pixels wide");
        });
    }

    private static async Task DoAsync(Job job, IPage page, Func<Task> check)
    {
        var hand = job.Hand;
        Task SeeAsync(string chinese, string english) => Job.SeeAsync(page, job.T(chinese, english));

        await page.GotoAsync($"{job.Office.Address}/board/new-consultation?lang={job.T("zh-CN", "en")}");
        await check();
        await hand.TypeAsync(page, "#f-subjects", List);
        await hand.MarkAsync(page, "purpose", "award");
        await hand.PressAsync(page, "button[value=preview]");
        await SeeAsync("共 7 行：已对应 5，须选择 1，未能识别 1，重复 1。", "7 rows: matched 5, to choose 1, unknown 1, repeated 1.");
        await SeeAsync("第 6 行：王小二", "Row 6: 王小二");
        await check();

        // Forgotten at first.
        await hand.PressAsync(page, "button[value=chosen]");
        await SeeAsync("请选择其中一人，或选“都不是”。", "Choose one of those shown, or none of them.");
        await check();
        var name = await page.Locator("main fieldset input[type=radio]").First.GetAttributeAsync("name");
        await hand.MarkAsync(page, name!, "official:p-2");
        await hand.PressAsync(page, "button[value=chosen]");
        await SeeAsync("共 5 个对象：受限 2，无限制 3", "5 subjects: barred 2, clear 3");
        await SeeAsync("未能识别，不作答复", "Not identified: no statement is made");
        await check();
        await hand.PressAsync(page, "button[value=confirm]");
        await SeeAsync("已出具复函 平安函〔2026〕1号。", "The reply 平安函〔2026〕1号 is given.");
        await SeeAsync("由征求单位从 2 个候选中选定", "chosen by the asker from 2");
        await check();
        await hand.PressAsync(page, "main a[href$='/document']");
        await Assertions.Expect(page.GetByText("下列1行未能识别到具体对象")).ToBeVisibleAsync();
    }
}
