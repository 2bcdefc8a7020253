using System.Text;
using Microsoft.Playwright;

namespace Rectify.Browser.Tests;

/// <summary>Units and officials come into the register: one by one, and as a table.</summary>
public sealed class RegistryJobTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory, MemberData(nameof(Job.Ways), MemberType = typeof(Job))]
    public async Task A_unit_and_its_leader_are_entered_changed_and_found_and_a_table_is_imported(string language, bool withScript,
        bool withKeyboard)
    {
        await using var job = await Job.StartAsync(chromium, language, withScript, withKeyboard);
        var (office, hand, page) = (job.Office, job.Hand, job.Page);

        // 登记单位
        await page.GotoAsync($"{office.Address}/board/units");
        await hand.PressAsync(page, "main a[href='/board/registry/unit']");
        await hand.TypeAsync(page, "#f-unitId", "yj-qiaotou");
        await hand.TypeAsync(page, "#f-name", "桥头镇");
        await hand.MarkAsync(page, "kind", "locality");
        await hand.PickAsync(page, "#f-level", "township");
        await hand.TypeAsync(page, "#f-liaison-name", "联络员");
        await hand.TypeAsync(page, "#f-liaison-email", "liaison@qiaotou.example");
        await hand.PressAsync(page, "button[value=preview]");
        await job.SeeAsync("尚未登记。请核对后确认。", "Nothing is recorded yet.");
        await hand.PressAsync(page, "button[value=confirm]");
        await job.SeeAsync("已登记。", "It is recorded.");

        // 登记人员
        await hand.PressAsync(page, "main a[href^='/board/registry/official?']");
        await hand.TypeAsync(page, "#f-officialId", "q-1");
        await hand.TypeAsync(page, "#f-name", "王书记");
        await hand.TypeAsync(page, "#f-posts-0--post", "镇党委书记");
        await hand.PickAsync(page, "#f-posts-0--role", "principal");
        await page.Locator("#f-posts-0--from").FillAsync("2024-01-01");
        await hand.TypeAsync(page, "#f-email", "wang@qiaotou.example");
        await hand.PressAsync(page, "button[value=preview]");
        await hand.PressAsync(page, "button[value=confirm]");
        await job.SeeAsync("已登记。", "It is recorded.");

        // 更改
        await hand.PressAsync(page, "main a[href='/board/officials/q-1/edit']");
        await page.Locator("#f-posts-0--post").FillAsync("");
        await hand.TypeAsync(page, "#f-posts-0--post", "镇长");
        await hand.PressAsync(page, "button[value=preview]");
        await job.SeeAsync("有变化", "changed");
        await hand.PressAsync(page, "button[value=confirm]");
        await job.SeeAsync("镇长");

        // 查找
        await page.GotoAsync($"{office.Address}/board/officials");
        await hand.TypeAsync(page, "input[name=search]", "王书记");
        await hand.PressAsync(page, "main form button");
        await Assertions.Expect(page.Locator("main tbody tr")).ToHaveCountAsync(1);

        // 导入
        await hand.PressAsync(page, "main a[href='/board/registry/import']");
        await page.Locator("#f-file").SetInputFilesAsync(
            Csv("officialId,name,email,unitId,post,role,from\nq-2,李,no-address,yj-qiaotou,副镇长,inCharge,2024-01-01\n"));
        await hand.PressAsync(page, "button[value=preview]");
        await job.SeeAsync("邮箱写法为 name@domain。", "An address is name@domain");
        await hand.PressAsync(page, "main p.actions a");
        await page.Locator("#f-file").SetInputFilesAsync(
            Csv("officialId,name,email,unitId,post,role,from\nq-2,李,li@qiaotou.example,yj-qiaotou,副镇长,inCharge,2024-01-01\n"));
        await hand.PressAsync(page, "button[value=preview]");
        await hand.PressAsync(page, "button[value=confirm]");
        await job.SeeAsync("已导入人员 1 行：新增 1，更改 0，不变 0。", "1 rows were imported: 1 added, 0 changed, 0 unchanged.");
    }

    private static FilePayload Csv(string text) =>
        new() { Name = "officials.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) };
}
