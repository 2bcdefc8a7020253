using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Functions.Access;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Journeys;
using Rectify.Office.Access;
using Rectify.Office.Accounts;

namespace Rectify.Functions.Tests.Accounts;

/// <summary>Sign-in by a link to the work address.</summary>
public class SignInLinkTests
{
    private const string Address = "zhang@county.example";

    private static readonly SettableTime Time = new(App.Instant("2026-03-30 09:00"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scanner_that_fetches_every_link_uses_nothing_up_and_its_person_still_signs_in_once()
    {
        await using var app = await StartAsync();
        using var browser = new Browser(app);
        await app.AskForLinkAsync(browser, Address.ToUpperInvariant(), "/board/calendar");

        var link = app.LinkTo(Address);
        using var scanner = new HttpClient { BaseAddress = app.Http.BaseAddress };
        for (var n = 0; n < 3; n++)
        {
            using var head = new HttpRequestMessage(HttpMethod.Head, link);
            await scanner.SendAsync(head, Cancellation);
            Assert.Equal(HttpStatusCode.OK, (await scanner.GetAsync(link, Cancellation)).StatusCode);
        }

        var pressed = await PressAsync(browser, link);
        Assert.Equal((HttpStatusCode.SeeOther, "/board/calendar"), (pressed.Status, pressed.Location));
        Assert.Contains("张三", (await browser.GetAsync("/board/calendar")).Text, StringComparison.Ordinal);

        using var other = new Browser(app);
        Assert.Equal(HttpStatusCode.Forbidden,
            (await other.PostAsync("/board/sign-in-link", new() { ["token"] = link.Split('/')[^1] })).Status);
        Assert.Equal("", other.Session);
        Assert.Contains("此链接已经使用过", (await other.GetAsync(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_storage_has_the_digest_of_a_link_and_the_outbox_no_mail_with_it()
    {
        await using var app = await StartAsync();
        using var browser = new Browser(app);
        await app.AskForLinkAsync(browser, Address);

        var token = app.LinkTo(Address).Split('/')[^1];
        var rows = await app.Services.GetRequiredService<IAccessStore>().ListAsync(AccessRowKind.SignInLink, Cancellation);
        var row = Assert.Single(rows);
        Assert.Equal(Domain.Digest.Of(token), row.Key);
        Assert.DoesNotContain(token, row.Value, StringComparison.Ordinal);
        Assert.Equal(SignInLinks.Lifetime, row.EndsAt - Time.Now);
        Assert.Empty(await app.ItemsAsync("/api/notices"));
    }

    [Fact]
    public async Task The_answer_is_the_same_whether_the_address_is_known_or_not()
    {
        await using var app = await StartAsync();
        using var browser = new Browser(app);

        var known = await app.AskForLinkAsync(browser, Address);
        var unknown = await app.AskForLinkAsync(browser, "wang@county.example");
        Assert.Equal(
            (known.Status, known.Text), (unknown.Status, unknown.Text.Replace("wang@", "zhang@", StringComparison.Ordinal)));
        Assert.Equal(known.Headers.Select(header => header.Key), unknown.Headers.Select(header => header.Key));

        await AccountJourneyTests.PostAsync(app, "/api/accounts/a-1/revocation", new { reason = "离任" });
        Assert.Equal(known.Text, (await app.AskForLinkAsync(browser, Address)).Text);
        Assert.Single(app.LinkMails(Address));
        Assert.Empty(app.LinkMails("wang@county.example"));
    }

    // boundary
    [Theory]
    [InlineData(-1, HttpStatusCode.SeeOther)]
    [InlineData(0, HttpStatusCode.Forbidden)]
    public async Task A_link_is_valid_for_fifteen_minutes(int secondsAfter, HttpStatusCode expected)
    {
        var time = new SettableTime(Time.Now);
        await using var app = await StartAsync(time);
        using var browser = new Browser(app);
        await app.AskForLinkAsync(browser, Address);
        var link = app.LinkTo(Address);

        time.Now += TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(secondsAfter);

        Assert.Equal(expected,
            (await browser.PostAsync("/board/sign-in-link", new() { ["token"] = link.Split('/')[^1] })).Status);
    }

    [Fact]
    public async Task Of_many_who_use_a_link_at_once_one_signs_in()
    {
        await using var app = await StartAsync();
        using var browser = new Browser(app);
        await app.AskForLinkAsync(browser, Address);
        var token = app.LinkTo(Address).Split('/')[^1];
        var links = app.Services.GetRequiredService<SignInLinks>();

        var used = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => links.UseAsync(token, Cancellation)));

        Assert.Single(used, link => link is not null);
    }

    [Fact]
    public async Task Five_links_go_to_an_address_in_fifteen_minutes_and_then_further_ones()
    {
        var time = new SettableTime(Time.Now);
        await using var app = await StartAsync(time);
        var links = app.Services.GetRequiredService<SignInLinks>();
        for (var n = 0; n < 8; n++) await links.SendAsync(Address, "/board", Cancellation);
        Assert.Equal(SignInLinks.MostPerAddress, app.LinkMails(Address).Count);

        time.Now += SignInLinks.Lifetime;
        await links.SendAsync(Address, "/board", Cancellation);
        Assert.Equal(SignInLinks.MostPerAddress + 1, app.LinkMails(Address).Count);
    }

    [Fact]
    public async Task Five_hundred_wrong_sign_ins_get_nowhere_and_lock_nobody_out()
    {
        await using var app = await StartAsync();
        using var person = new Browser(app);
        await app.AskForLinkAsync(person, Address);
        using var stranger = new Browser(app);
        for (var n = 0; n < 500; n++)
        {
            var answer = (n % 4) switch
            {
                0 => await stranger.SignInAsync($"a-key-that-is-nobodys-{n}", "/board"),
                1 => await stranger.PostAsync("/board/sign-in-link", new() { ["token"] = $"{n:x64}" }),
                2 => await stranger.PostAsync("/board/sign-in-mail", new() { ["address"] = Address }),
                _ => await stranger.PostAsync("/board/sign-in-mail", new() { ["address"] = $"guess-{n}@county.example" }),
            };
            Assert.True(answer.Status != HttpStatusCode.SeeOther, $"{n}: {answer.Status}");
            Assert.Equal("", stranger.Session);
        }

        await app.Services.GetRequiredService<LinkRequests>().WhenIdleAsync();
        var refused = await stranger.PostAsync("/board/sign-in-mail", new() { ["address"] = Address });
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.InRange(app.LinkMails(Address).Count, 1, SignInLinks.MostPerAddress);

        // The newest link in the mailbox signs in, and so does a right key.
        var pressed = await PressAsync(person, MailBox.Links(app.LinkMails(Address)[^1]).Single());
        Assert.Equal(HttpStatusCode.SeeOther, pressed.Status);
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/board")).Status);
        await app.GetAsync("/api/cases");
    }

    [Fact]
    public async Task A_session_ends_with_its_account_its_holder_or_by_anybody_who_may_end_it()
    {
        await using var app = await StartAsync();
        using var officer = await app.OfficerAsync();
        using var person = await SignedInAsync(app);
        using var second = await SignedInAsync(app);

        // its owner ends one of two
        var sessions = PageForm.Parse((await person.GetAsync("/board/sessions")).Text);
        Assert.Equal(2, sessions.QuerySelectorAll("h1 ~ .wide:first-of-type tbody tr").Length);
        var other = sessions.QuerySelectorAll("main tr:not(:has(.mark)) form[action='/board/session-end']")[0];
        var ended = await person.PostAsync("/board/session-end", other.QuerySelectorAll("input").ToDictionary(
            input => input.GetAttribute("name")!, input => input.GetAttribute("value")!));
        Assert.Equal((HttpStatusCode.SeeOther, "/board/sessions"), (ended.Status, ended.Location));
        Assert.Equal(HttpStatusCode.SeeOther, (await second.GetAsync("/board")).Status);
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/board")).Status);

        // an officer ends the other, over the interface
        var listed = (await app.ItemsAsync("/api/sessions")).Single(
            session => session.GetProperty("actor").GetString() == "officer:a-1 张三");
        var removed = await app.Http.DeleteAsync($"/api/sessions/{listed.GetProperty("sessionId").GetString()}", Cancellation);
        Assert.Equal(HttpStatusCode.OK, removed.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await person.GetAsync("/board")).Status);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync("/board")).Status);

        // a hand-over ends what the holder before had
        using var third = await SignedInAsync(app);
        await AccountJourneyTests.PostAsync(app, "/api/accounts/a-1/hand-over", new { name = "李四", email = "li@county.example" });
        Assert.Equal(HttpStatusCode.SeeOther, (await third.GetAsync("/board")).Status);

        // and a revocation what the new one has
        using var fourth = await SignedInAsync(app, "li@county.example");
        Assert.Equal(HttpStatusCode.OK, (await fourth.GetAsync("/board")).Status);
        await AccountJourneyTests.PostAsync(app, "/api/accounts/a-1/revocation", new { reason = "离任" });
        Assert.Equal(HttpStatusCode.SeeOther, (await fourth.GetAsync("/board")).Status);
    }

    [Fact]
    public async Task A_person_ends_no_session_of_another()
    {
        await using var app = await StartAsync();
        await AccountJourneyTests.IssueAsync(app, "r-1", new { name = "读者", role = "reader", email = "r@county.example" });
        using var officer = await SignedInAsync(app);
        using var reader = await SignedInAsync(app, "r@county.example");
        var id = (await app.ItemsAsync("/api/sessions")).Single(
            session => session.GetProperty("actor").GetString() == "officer:a-1 张三").GetProperty("sessionId").GetString()!;
        var ticket = PageForm.Parse((await reader.GetAsync("/board/sessions")).Text)
            .QuerySelector("form[action='/board/session-end'] input[name=_ticket]")!.GetAttribute("value")!;

        var refused = await reader.PostAsync("/board/session-end", new() { ["_ticket"] = ticket, ["sessionId"] = id });

        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync("/board")).Status);
    }

    [Fact]
    public async Task A_leader_signs_in_with_the_address_of_the_register_and_opens_own_cases_and_nothing_else()
    {
        await using var app = await StartAsync();
        await app.PutAsync("/api/units/yj-other",
            new { name = "邻街道", kind = "locality", level = "township", liaison = new { name = "陈", email = "c@other.example" } });
        await app.PutAsync("/api/officials/x-1", new
        {
            name = "邻干部",
            email = "x-1@other.example",
            unitId = "yj-other",
            post = "书记",
            role = "principal",
            from = "2024-01-01",
        });
        var own = await app.ListAsync("2026-03-30", new { months = 6 });
        var listing = App.Listing("2026-03-30", new { months = 6 });
        (listing["unitId"], listing["documentNumber"]) = ("yj-other", "永平安督〔2026〕4号");
        var foreign = (await app.PostAsync("/api/listings", listing)).Headers.Location!.ToString().Split('/')[^1];

        using var leader = await SignedInAsync(app, "o-1@oubei.example", $"/board/cases/{own}");
        Assert.Equal(HttpStatusCode.OK, (await leader.GetAsync($"/board/cases/{own}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await leader.GetAsync($"/board/cases/{own}/documents/listing-notice")).Status);
        var home = await leader.GetAsync("/board/my-cases");
        Assert.Contains(own, home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(foreign, home.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync($"/board/cases/{foreign}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync($"/board/cases/{foreign}/documents/listing-notice")).Status);
        string[] others =
        [
            "/board/cases", "/board/cases.csv", "/board/sanctions", "/board/units", "/board/units/yj-oubei", "/board/officials",
            "/board/officials/o-1", "/board/eligibility", "/board/consultations", "/board/outbox", "/board/calendar",
            "/board/rulebooks", "/board/yearly-cycle", "/board/accounts", "/board/audit", "/board/health", "/board/new-account",
            $"/board/cases/{own}/submission",
        ];
        foreach (var page in others) Assert.Equal((page, HttpStatusCode.Forbidden), (page, (await leader.GetAsync(page)).Status));

        // Another address in the register, and the old mailbox opens nothing any more.
        await app.PutAsync("/api/officials/o-1", new
        {
            name = "干部o-1",
            email = "new@oubei.example",
            unitId = "yj-oubei",
            post = "职务",
            role = "principal",
            from = "2024-01-01",
        });
        Assert.Equal(HttpStatusCode.SeeOther, (await leader.GetAsync($"/board/cases/{own}")).Status);
    }

    [Fact]
    public async Task An_account_says_what_a_leader_may_do_also_when_it_is_over()
    {
        await using var app = await StartAsync();
        await AccountJourneyTests.IssueAsync(
            app, "l-1", new { name = "干部一", role = "leader", email = "o-1@oubei.example", officialId = "o-1" });
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        using var leader = await SignedInAsync(app, "o-1@oubei.example");
        Assert.Equal(HttpStatusCode.OK, (await leader.GetAsync($"/board/cases/{caseId}")).Status);

        await AccountJourneyTests.PostAsync(app, "/api/accounts/l-1/revocation", new { reason = "登录异常" });

        Assert.Equal(HttpStatusCode.SeeOther, (await leader.GetAsync($"/board/cases/{caseId}")).Status);
        await app.AskForLinkAsync(leader, "o-1@oubei.example");
        Assert.Single(app.LinkMails("o-1@oubei.example"));
    }

    [Fact]
    public async Task Whoever_has_an_account_of_another_role_opens_the_own_case_besides()
    {
        await using var app = await StartAsync();
        await AccountJourneyTests.IssueAsync(app, "hr", new { name = "组织部", role = "consulting", email = "o-1@oubei.example" });
        var own = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.PutOtherUnitAsync();
        await app.PutAsync("/api/officials/x-1", new
        {
            name = "邻干部",
            email = "x-1@other.example",
            unitId = "yj-other",
            post = "书记",
            role = "principal",
            from = "2024-01-01",
        });
        var listing = App.Listing("2026-03-30", new { months = 6 });
        (listing["unitId"], listing["documentNumber"]) = ("yj-other", "永平安督〔2026〕4号");
        var foreign = (await app.PostAsync("/api/listings", listing)).Headers.Location!.ToString().Split('/')[^1];

        using var person = await SignedInAsync(app, "o-1@oubei.example");
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/board/new-consultation")).Status);
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync($"/board/cases/{own}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync($"/board/cases/{foreign}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync("/board/cases")).Status);

        await AccountJourneyTests.PostAsync(app, "/api/accounts/hr/revocation", new { reason = "离任" });
        Assert.Equal(HttpStatusCode.SeeOther, (await person.GetAsync($"/board/cases/{own}")).Status);
    }

    [Fact]
    public async Task A_revoked_leader_comes_back_under_no_other_id_and_no_other_object()
    {
        await using var app = await StartAsync();
        await PutLeaderAsync(app, "o-9", "干部o-1", "private@oubei.example");
        await app.PutAsync("/api/officials/o-1/joins/o-9", new { reason = "同一人" });
        await AccountJourneyTests.IssueAsync(app, "l-1", new
        {
            name = "干部一",
            role = "leader",
            email = "o-1@oubei.example",
            officialId = "o-1",
            objectId = "7d1c9a52-5f6b-4f7e-9a35-0f2a4f1a9b11",
        });
        await AccountJourneyTests.PostAsync(app, "/api/accounts/l-1/revocation", new { reason = "登录异常" });

        using var browser = new Browser(app);
        foreach (var address in (string[])["private@oubei.example", "o-1@oubei.example"])
        {
            await app.AskForLinkAsync(browser, address);
            Assert.Empty(app.LinkMails(address));
        }
    }

    [Fact]
    public async Task The_account_of_a_leader_is_not_handed_over()
    {
        await using var app = await StartAsync();
        await AccountJourneyTests.IssueAsync(
            app, "l-1", new { name = "干部一", role = "leader", email = "o-1@oubei.example", officialId = "o-1" });
        var refused = await app.PostAsync("/api/accounts/l-1/hand-over", new { name = "李四", email = "li@county.example" });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);

        using var officer = await app.OfficerAsync();
        Assert.DoesNotContain("hand-over", (await officer.GetAsync("/board/accounts/l-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaders_of_one_name_see_and_end_their_own_sessions_alone()
    {
        await using var app = await StartAsync();
        await PutLeaderAsync(app, "w-1", "王伟", "w-1@oubei.example");
        await PutLeaderAsync(app, "w-2", "王伟", "w-2@oubei.example");
        using var first = await SignedInAsync(app, "w-1@oubei.example");
        using var second = await SignedInAsync(app, "w-2@oubei.example");

        var page = PageForm.Parse((await first.GetAsync("/board/sessions")).Text);
        Assert.Single(page.QuerySelectorAll("main tbody tr"));
        var ids = (await app.ItemsAsync("/api/sessions")).Where(
            session => session.GetProperty("actor").GetString() == "leader:王伟").Select(
            session => session.GetProperty("sessionId").GetString()!);
        foreach (var id in ids)
        {
            var ticket = PageForm.Parse((await second.GetAsync("/board/sessions")).Text)
                .QuerySelector("form[action='/board/session-end'] input[name=_ticket]")?.GetAttribute("value");
            if (ticket is null) break;
            await second.PostAsync("/board/session-end", new() { ["_ticket"] = ticket, ["sessionId"] = id });
        }

        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("/board/sessions")).Status);
    }

    private static Task PutLeaderAsync(App app, string id, string name, string email) => app.PutAsync($"/api/officials/{id}", new
    {
        name,
        email,
        unitId = "yj-oubei",
        post = "副主任",
        role = "inCharge",
        from = "2024-01-01",
    });

    private static async Task<App> StartAsync(SettableTime? time = null)
    {
        var app = await App.StartAsync(
            "2026-03-30 09:00", services => services.AddSingleton(new SessionClock(time ?? Time)), "--Office:Name", "永嘉县平安办");
        await AccountJourneyTests.IssueAsync(app, "a-1", new { name = "张三", role = "officer", email = Address });
        return app;
    }

    private static async Task<Browser> SignedInAsync(App app, string address = Address, string returnTo = "/board")
    {
        var browser = new Browser(app);
        await app.AskForLinkAsync(browser, address, returnTo);
        foreach (var link in app.LinkMails(address).SelectMany(MailBox.Links))
        {
            var page = await browser.GetAsync(link);
            if (!page.Text.Contains("/board/sign-in-link", StringComparison.Ordinal)) continue;
            Assert.Equal(HttpStatusCode.SeeOther, (await PressAsync(browser, link)).Status);
            break;
        }

        Assert.NotEqual("", browser.Session);
        return browser;
    }

    private static async Task<Browser.Answer> PressAsync(Browser browser, string link)
    {
        var form = PageForm.Of(await browser.GetAsync(link));
        return await browser.PostAsync(form.Address, form.Pairs.ToDictionary());
    }
}
