using Microsoft.Playwright;

namespace Rectify.Browser.Tests;

/// <summary>The whole job of an office in a real browser, from the listing to the veto.</summary>
public sealed class MainJobTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory, MemberData(nameof(Job.Ways), MemberType = typeof(Job))]
    public async Task A_unit_is_listed_submits_is_inspected_gets_more_time_and_is_vetoed(string language, bool withScript,
        bool withKeyboard)
    {
        await using var job = await Job.StartAsync(chromium, language, withScript, withKeyboard);
        var (office, hand, officer, unit) = (job.Office, job.Hand, job.Page, await job.SignInAsync(Office.UnitKey));

        // 下达挂牌督办
        await hand.PressAsync(officer, "main a[href='/board/listings/new']");
        await Assertions.Expect(officer).ToHaveURLAsync($"{office.Address}/board/listings/new");
        await hand.PressAsync(officer, "main form button");
        await Assertions.Expect(officer).ToHaveURLAsync($"{office.Address}/board/listings/new?unitId=yj-oubei");
        await hand.PickAsync(officer, "#f-ground", "unresolvedHotspot");
        await hand.TypeAsync(officer, "#f-facts", "辖区电动自行车违规停放充电问题突出");
        await hand.TypeAsync(officer, "#f-goals", "违规停放充电点清零");
        await hand.TypeAsync(officer, "#f-period-months", "3");
        await hand.TypeAsync(officer, "#f-legalBasis", "实施办法第二十一条");
        await hand.PressAsync(officer, "button[value=preview]");
        await job.SeeAsync("2026年6月30日24时止", "2026-06-30, 24:00");
        await job.SeeAsync("瓯北分管负责人");
        await hand.PressAsync(officer, "button[value=confirm]");
        await job.SeeAsync("已挂牌督办，通知随即发出。", "The unit is listed; the notices go out.");
        var caseAddress = officer.Url;

        // 申请验收
        await unit.GotoAsync(caseAddress);
        await hand.PressAsync(unit, "main a[href$='/submission']");
        await hand.TypeAsync(unit, "#f-summary", "违规停放充电点已清零");
        await hand.TypeAsync(unit, "#f-evidence-0--name", "整改照片");
        await hand.TypeAsync(unit, "#f-evidence-0--uri", "https://files.example/photos");
        await hand.PressAsync(unit, "button[value=preview]");
        await Job.SeeAsync(unit, job.T("整改中 → 待验收", "rectifying → awaiting inspection"));
        await hand.PressAsync(unit, "button[value=confirm]");
        await Job.SeeAsync(unit, job.T("已登记整改报告，案件等待验收。", "The report is recorded; the case awaits inspection."));

        // 验收
        await officer.GotoAsync(caseAddress);
        await hand.PressAsync(officer, "main a[href$='/inspection']");
        await hand.MarkAsync(officer, "outcome", "failed");
        await hand.TypeAsync(officer, "#f-remarks", "仍有两处未拆除");
        await hand.PressAsync(officer, "button[value=preview]");
        await job.SeeAsync("待验收 → 整改中", "awaiting inspection → rectifying");
        await hand.PressAsync(officer, "button[value=confirm]");
        await job.SeeAsync("验收结果已登记。", "The inspection is recorded.");

        // 延长期限
        await hand.PressAsync(officer, "main a[href$='/extension']");
        await hand.TypeAsync(officer, "#f-by-months", "1");
        await hand.TypeAsync(officer, "#f-reason", "汛期停工");
        await hand.TypeAsync(officer, "#f-approvedBy", "县委政法委");
        await hand.PressAsync(officer, "button[value=preview]");
        await job.SeeAsync("2026年6月30日24时止 → 2026年7月30日24时止", "2026-06-30, 24:00 → 2026-07-30, 24:00");
        await hand.PressAsync(officer, "button[value=confirm]");
        await job.SeeAsync("期限已延长。", "The deadline is extended.");

        // 期限届满
        await office.MoveToAsync("2026-07-31 09:00");
        await officer.ReloadAsync();
        await job.SeeAsync("红灯·逾期或否决 · 挂牌督办 · 已一票否决", "red, overdue or vetoed · supervised listing · vetoed");
    }

    [Fact]
    public async Task In_two_windows_on_one_case_the_second_sees_what_changed_and_loses_nothing()
    {
        await using var office = await Office.StartAsync();
        var caseId = await office.ListAsync();
        await using var window = await chromium.OpenAsync(new());
        var first = await office.SignInAsync(window, office.OfficerKey, "zh-CN");
        var second = await window.NewPageAsync();
        await second.GotoAsync($"{office.Address}/board/cases/{caseId}/extension");
        await second.Locator("#f-by-months").FillAsync("1");
        await second.Locator("#f-reason").FillAsync("汛期停工");
        await second.Locator("#f-approvedBy").FillAsync("县委政法委");

        await first.GotoAsync($"{office.Address}/board/cases/{caseId}/submission");
        await first.Locator("#f-summary").FillAsync("已整改到位");
        await first.Locator("button[value=preview]").ClickAsync();
        await first.Locator("button[value=confirm]").ClickAsync();
        await Job.SeeAsync(first, "已登记整改报告，案件等待验收。");

        await second.Locator("button[value=preview]").ClickAsync();
        await Job.SeeAsync(second, "在您填写期间，案件已有变化。尚未登记您的内容。");
        await Job.SeeAsync(second, "提交整改报告、申请验收（2026年3月30日）：已整改到位");
        await Assertions.Expect(second.Locator("#f-reason")).ToHaveValueAsync("汛期停工");

        await second.Locator("button[value=preview]").ClickAsync();
        await second.Locator("button[value=confirm]").ClickAsync();
        await Job.SeeAsync(second, "期限已延长。");
    }
}
