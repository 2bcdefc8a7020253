using Microsoft.Playwright;

namespace Rectify.Browser.Tests;

/// <summary>From a pasted list to the numbered reply on paper.</summary>
public sealed class ReplyJobTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory, MemberData(nameof(Job.Ways), MemberType = typeof(Job))]
    public async Task A_pasted_list_is_answered_corrected_line_by_line_and_numbered(string language, bool withScript, bool withKeyboard)
    {
        await using var job = await Job.StartAsync(chromium, language, withScript, withKeyboard);
        var (office, hand, page) = (job.Office, job.Hand, job.Page);
        await office.ListAsync();

        await hand.PressAsync(page, "header a[href='/board/eligibility']");
        await hand.TypeAsync(page, "textarea[name=subjects]", "official:o-principal\nofficial:nobody\nunit:yj-oubei");
        await hand.PressAsync(page, "main form button:not([formaction])");
        await job.SeeAsync("第 2 行：official:nobody 查无此对象", "Line 2: official:nobody is unknown");
        await hand.PressAsync(page, "main form button[formaction]");
        await Assertions.Expect(page).ToHaveURLAsync($"{office.Address}/board/new-consultation");

        await hand.MarkAsync(page, "purpose", "award");
        await hand.TypeAsync(page, "#f-askedBy", "县委组织部");
        await hand.PressAsync(page, "button[value=preview]");
        await job.SeeAsync("第 2 行：official:nobody", "Row 2: official:nobody");
        await hand.PressAsync(page, "button[value=edit]");
        await page.Locator("#f-subjects").FillAsync("");
        await hand.TypeAsync(page, "#f-subjects", "official:o-principal\nunit:yj-oubei");
        await hand.PressAsync(page, "button[value=preview]");
        await job.SeeAsync("共 2 个对象：受限 2", "2 subjects: barred 2");
        await hand.PressAsync(page, "button[value=confirm]");
        await job.SeeAsync("已出具复函 平安函〔2026〕1号。", "The reply 平安函〔2026〕1号 is given.");

        await hand.PressAsync(page, "main a[href='/board/consultations']");
        await job.SeeAsync("平安函〔2026〕1号");
        await hand.PressAsync(page, "main a[href$='/document']");
        await Assertions.Expect(page.GetByText("征求意见复函")).ToBeVisibleAsync();
    }
}
