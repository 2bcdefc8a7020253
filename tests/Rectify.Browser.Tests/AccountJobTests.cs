using Microsoft.Playwright;

namespace Rectify.Browser.Tests;

/// <summary>
/// An officer issues an account; its person signs in on the phone by the mailed link, which a mail scanner has fetched before; the officer
/// ends the session, renews the account, hands it over and takes it back. A leader opens the own case by a link, on the phone.
/// </summary>
public sealed class AccountJobTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Address = "zhang@county.example";
    private const string Principal = "principal@oubei.example";

    private static readonly BrowserNewContextOptions Phone = new()
    {
        ViewportSize = new() { Width = 360, Height = 640 },
        DeviceScaleFactor = 2,
    };

    [Theory, MemberData(nameof(Job.Ways), MemberType = typeof(Job))]
    public async Task An_account_is_issued_used_by_a_link_and_revoked(string language, bool withScript, bool withKeyboard)
    {
        await using var job = await Job.StartAsync(chromium, language, withScript, withKeyboard);
        var (office, hand, page) = (job.Office, job.Hand, job.Page);

        // 发放
        await page.GotoAsync($"{office.Address}/board/accounts");
        await job.SeeAsync("来自设置", "from settings");
        await hand.PressAsync(page, "main a[href='/board/new-account']");
        await hand.TypeAsync(page, "#f-accountId", "zhang");
        await hand.TypeAsync(page, "#f-name", "张三");
        await hand.TypeAsync(page, "#f-email", Address);
        await hand.MarkAsync(page, "role", "officer");
        await hand.PressAsync(page, "button[value=preview]");
        await job.SeeAsync("尚未记录。请核对后确认。", "Nothing is recorded yet.");
        await hand.PressAsync(page, "button[value=confirm]");
        await job.SeeAsync("发放给张三", "issued to 张三");

        // 登录链接
        var phone = await job.OpenAsync(new(Phone));
        Task NarrowAsync() => StayNarrowAsync(phone);
        await phone.GotoAsync($"{office.Address}/board/cases?lang={language}");
        await NarrowAsync();
        await hand.TypeAsync(phone, "input[name=address]", Address);
        await hand.PressAsync(phone, "form[action='/board/sign-in-mail'] button");
        await Job.SeeAsync(phone, job.T("登录链接已经发往该邮箱", "a link is on its way"));
        await NarrowAsync();
        var link = Assert.Single(await office.LinksToAsync(Address));
        await ScanAsync(link);
        await phone.GotoAsync($"{link}?lang={language}");
        await NarrowAsync();
        await hand.PressAsync(phone, "main form button");
        await Assertions.Expect(phone).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/board/cases"));

        // 会话
        await phone.GotoAsync($"{office.Address}/board/sessions");
        await Job.SeeAsync(phone, job.T("当前会话", "this one"));
        await NarrowAsync();
        await page.GotoAsync($"{office.Address}/board/accounts/zhang");
        await hand.PressAsync(page, "form[action='/board/session-end'] button");
        await job.SeeAsync("会话已结束。", "The session is ended.");
        await phone.GotoAsync($"{office.Address}/board/sessions");
        await Assertions.Expect(phone.Locator("input[name=address]")).ToBeVisibleAsync();

        // 延长、移交
        await page.GotoAsync($"{office.Address}/board/accounts/zhang");
        await hand.PressAsync(page, "main a[href='/board/accounts/zhang/renewal']");
        await page.Locator("#f-validUntil").FillAsync("2028-03-30");
        await hand.PressAsync(page, "button[value=preview]");
        await hand.PressAsync(page, "button[value=confirm]");
        await job.SeeAsync("有效期已更改。", "The account is renewed.");
        await hand.PressAsync(page, "main a[href='/board/accounts/zhang/hand-over']");
        await hand.TypeAsync(page, "#f-name", "李四");
        await hand.TypeAsync(page, "#f-email", "li@county.example");
        await hand.PressAsync(page, "button[value=preview]");
        await hand.PressAsync(page, "button[value=confirm]");
        await job.SeeAsync("账户已移交。", "The account is handed over.");
        await job.SeeAsync("李四（li@county.example）", "李四 (li@county.example)");

        // 收回
        await hand.PressAsync(page, "main a[href='/board/accounts/zhang/revocation']");
        await hand.TypeAsync(page, "#f-reason", "调离");
        await hand.PressAsync(page, "button[value=preview]");
        await hand.PressAsync(page, "button[value=confirm]");
        await job.SeeAsync("已收回", "revoked");
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task A_leader_opens_the_own_case_on_the_phone_and_nothing_else(string language)
    {
        await using var job = await Job.StartAsync(chromium, language, withScript: false, withKeyboard: false);
        var office = job.Office;
        var caseId = await office.ListAsync();
        var phone = await job.OpenAsync(new(Phone));

        await phone.GotoAsync($"{office.Address}/board/cases/{caseId}?lang={language}");
        await phone.Locator("input[name=address]").FillAsync(Principal);
        await phone.Locator("form[action='/board/sign-in-mail'] button").ClickAsync();
        await phone.GotoAsync($"{Assert.Single(await office.LinksToAsync(Principal))}?lang={language}");
        await phone.Locator("main form button").ClickAsync();

        await Assertions.Expect(phone).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/board/cases/{caseId}"));
        await Job.SeeAsync(phone, "瓯北街道");
        await StayNarrowAsync(phone);
        await phone.GotoAsync($"{office.Address}/board/units/yj-oubei");
        await Job.SeeAsync(phone, job.T("您的角色无权查看此页", "None of your roles includes this page"));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task On_the_phone_accounts_are_read_without_scrolling_sideways(string language)
    {
        const string accountId = "zhang";
        await using var job = await Job.StartAsync(chromium, language, withScript: true, withKeyboard: false);
        var page = job.Page;
        await page.GotoAsync($"{job.Office.Address}/board/new-account?accountId={accountId}&name=办公系统&role=reader");
        await page.Locator("button[value=preview]").ClickAsync();
        await page.Locator("button[value=confirm]").ClickAsync();
        await job.SeeAsync("尚未发放密钥。", "No key was issued yet.");
        await page.SetViewportSizeAsync(360, 640);
        foreach (var address in (string[])["/board/accounts", $"/board/accounts/{accountId}", "/board/new-account", "/board/sessions"])
        {
            await page.GotoAsync(job.Office.Address + address);
            await StayNarrowAsync(page);
        }

        await page.GotoAsync($"{job.Office.Address}/board/accounts/{accountId}");
        await page.Locator("input[name=keyId]").FillAsync("k1");
        await page.Locator("form[action$='/keys'] button").ClickAsync();
        await job.SeeAsync("密钥只在此处显示一次", "The key is shown here and nowhere else");
        await StayNarrowAsync(page);
    }

    // What a program does that looks at every link in a mail before its reader does.
    private static async Task ScanAsync(string link)
    {
        using var scanner = new HttpClient();
        foreach (var method in (HttpMethod[])[HttpMethod.Head, HttpMethod.Get, HttpMethod.Get])
        {
            using var request = new HttpRequestMessage(method, link);
            await scanner.SendAsync(request, TestContext.Current.CancellationToken);
        }
    }

    private static async Task StayNarrowAsync(IPage page)
    {
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= page.ViewportSize!.Width, $"{page.Url} is {width} pixels wide");
    }
}
