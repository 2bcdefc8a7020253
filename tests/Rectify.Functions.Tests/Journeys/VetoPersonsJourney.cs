using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Eligibility;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>S6 through HTTP: whom the veto bars is a rule of the rulebook, and who in office is not barred is always named.</summary>
public class VetoPersonsJourney
{
    /// <summary>Settings of where ledger and register are.</summary>
    protected virtual string[] Storage => [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Listed 03-11 for three months: the last day is 06-11. The principal left on 04-20, the successor came on 04-21.
    [Theory]
    [InlineData(VetoPersons.Listed, "o-1 o-2 o-3", "o-9")]
    [InlineData(VetoPersons.InOffice, "o-2 o-3 o-9", "")]
    [InlineData(VetoPersons.Both, "o-1 o-2 o-3 o-9", "")]
    public async Task The_veto_bars_by_the_rule_and_the_case_names_who_in_office_is_not_barred(
        VetoPersons rule, string barred, string notBarred)
    {
        await using var app = await StartAsync(rule, Escalation.Automatic);
        var caseId = await app.ListAsync("2026-03-11", new { months = 3 });
        await HandOverAsync(app);

        await app.AdvanceAsync("2026-06-12 10:00");

        var veto = (await app.CaseAsync(caseId)).GetProperty("veto");
        Assert.Equal((barred, notBarred), (Ids(veto, "officials"), Ids(veto, "inOfficeNotBarred")));
        Assert.Equal(
            barred,
            string.Join(' ', (string[])[.. await BarredAsync(app, new DateOnly(2026, 9, 30), "o-1", "o-2", "o-3", "o-8", "o-9")]));
    }

    // No timer fires: the process is down over the last day, and a question comes before anything is recorded.
    [Fact]
    public async Task A_person_in_office_is_barred_before_any_timer_fired()
    {
        await using var app = await StartAsync(VetoPersons.InOffice, Escalation.Automatic);
        var caseId = await app.ListAsync("2026-03-11", new { months = 3 });
        await HandOverAsync(app);
        var (subjectLookup, ledger) = (app.Services.GetRequiredService<SubjectLookup>(), app.Services.GetRequiredService<ILedger>());
        var before = (await ledger.LoadAsync(new CaseId(caseId), Cancellation)).Count;

        var at = App.Instant("2026-06-12 10:00");
        var found = await subjectLookup.FindAsync([Official("o-1"), Official("o-9"), Official("o-8")], at, Cancellation);

        Assert.Equal(
            ("Barred", "Clear", "Clear"),
            (Answer(found, "o-9", 2026, 10, 1), Answer(found, "o-1", 2026, 10, 1), Answer(found, "o-8", 2026, 10, 1)));
        Assert.Equal(before, (await ledger.LoadAsync(new CaseId(caseId), Cancellation)).Count);
    }

    [Fact]
    public async Task The_mails_to_the_office_name_who_is_barred_and_who_in_office_is_not_with_since_when()
    {
        await using var app = await StartAsync(VetoPersons.Listed, Escalation.Automatic);
        var caseId = await app.ListAsync("2026-03-11", new { months = 3 });
        await HandOverAsync(app);
        await app.AdvanceAsync("2026-06-12 10:00");
        var confirmed = await app.DoAsync(
            caseId, "veto-decision", new { decision = "confirm", decidedOn = "2026-06-12", remarks = "予以确认" });
        Assert.Equal("o-9", Ids(confirmed.GetProperty("veto"), "inOfficeNotBarred"));
        await app.SettleAsync();

        foreach (var template in (string[])["veto", "veto-confirmed"])
        {
            var mails = await MailsAsync(app, caseId, template);
            var office = Assert.Single(mails, mail => mail.Recipient.Address == "office@yongjia.example");
            Assert.Contains("干部o-1（主要领导）、干部o-2（主管领导）、干部o-3（分管领导）", office.Body, StringComparison.Ordinal);
            Assert.Contains(
                "2026年6月11日在任而不受限制的：接任者（书记，主要领导，自2026年4月21日起）", office.Body, StringComparison.Ordinal);
            Assert.All(mails.Where(mail => mail != office),
                mail => Assert.DoesNotContain("不受限制的", mail.Body, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_preview_says_whom_the_veto_would_bar_and_who_would_be_in_office()
    {
        await using var app = await StartAsync(VetoPersons.Listed, Escalation.Automatic);
        await HandOverAsync(app);

        var preview = await JsonAsync(await app.PostAsync("/api/listings/preview", App.Listing("2026-03-11", new { months = 3 })));
        var veto = preview.GetProperty("ifMissed");

        Assert.Equal(
            ("listed", "2026-06-11", "2027-06-11", "o-1 o-2 o-3", "o-9"),
            (veto.GetProperty("persons").GetString(), veto.GetProperty("from").GetString(), veto.GetProperty("to").GetString(),
                Ids(veto, "officials"), Ids(veto, "inOfficeNotBarred")));
        Assert.Equal("2026-04-21", veto.GetProperty("inOfficeNotBarred")[0].GetProperty("since").GetString());
    }

    [Fact]
    public async Task A_proposed_veto_names_both_and_its_persons_are_corrected_for_the_veto_alone()
    {
        await using var app = await StartAsync(VetoPersons.Listed, Escalation.ByDecision);
        var caseId = await app.ListAsync("2026-03-11", new { months = 3 });
        await HandOverAsync(app);
        await app.AdvanceAsync("2026-06-12 10:00");

        var proposed = (await app.CaseAsync(caseId)).GetProperty("proposedVeto");
        Assert.Equal(("o-1 o-2 o-3", "o-9"), (Ids(proposed, "officials"), Ids(proposed, "inOfficeNotBarred")));
        var on = new DateOnly(2026, 9, 30);
        Assert.Equal(
            ("pending", "clear"), (await app.EligibilityAsync("official:o-1", on), await app.EligibilityAsync("official:o-9", on)));

        object[] officials = [new { officialId = "o-9", role = "principal" }, new { officialId = "o-2", role = "supervising" }];
        await app.DoAsync(caseId, "correction", new { measure = "veto", officials, reason = "届满时在任", decidedBy = "县委" });
        Assert.Equal(
            ("clear", "pending"), (await app.EligibilityAsync("official:o-1", on), await app.EligibilityAsync("official:o-9", on)));

        var imposed = await app.DoAsync(
            caseId, "veto-decision", new { decision = "impose", decidedOn = "2026-06-12", remarks = "予以否决" });
        var veto = imposed.GetProperty("veto");
        Assert.Equal(("o-2 o-9", "o-3"), (Ids(veto, "officials"), Ids(veto, "inOfficeNotBarred")));
        Assert.Equal("o-1 o-2 o-3", Ids(imposed, "officials"));
        Assert.Equal("barred", await app.EligibilityAsync("official:o-9", on));
    }

    // Whoever is barred under another id of his is barred, and is not named as if he were not.
    [Fact]
    public async Task A_person_who_is_barred_under_a_joined_id_is_not_named_as_free()
    {
        await using var app = await StartAsync(VetoPersons.Listed, Escalation.Automatic);
        var caseId = await app.ListAsync("2026-03-11", new { months = 3 });
        await HandOverAsync(app);
        await app.PutAsync("/api/officials/o-1/joins/o-9", new { reason = "同一人" });
        await app.AdvanceAsync("2026-06-12 10:00");

        Assert.Equal("", Ids((await app.CaseAsync(caseId)).GetProperty("veto"), "inOfficeNotBarred"));
        Assert.Equal("barred", await app.EligibilityAsync("official:o-9", new(2026, 9, 30)));
    }

    [Fact]
    public async Task A_listing_that_names_others_than_the_register_says_so()
    {
        await using var app = await StartAsync(VetoPersons.Listed, Escalation.Automatic);
        var body = App.Listing("2026-03-11", new { months = 3 });
        body["officials"] = new[] { new { officialId = "o-1", role = "principal" }, new { officialId = "q-1", role = "inCharge" } };

        var listed = await JsonAsync(await app.PostAsync("/api/listings", body));
        var warnings = string.Join('\n', listed.GetProperty("warnings").EnumerateArray().Select(one => one.GetString()));

        Assert.Contains("外单位 (q-1) held no post in the unit on 2026-03-11", warnings, StringComparison.Ordinal);
        Assert.Contains(
            "干部o-2 (o-2, 职务, supervising since 2024-01-01) was in office on 2026-03-11 and is not named", warnings,
            StringComparison.Ordinal);
        Assert.DoesNotContain("o-4", warnings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_freed_from_the_listing_alone_is_pointed_out_as_one_whom_the_veto_would_bar()
    {
        await using var app = await StartAsync(VetoPersons.Listed, Escalation.Automatic);
        var caseId = await app.ListAsync("2026-03-11", new { months = 3 });
        var before = await app.CaseAsync(caseId);
        var sanction = before.GetProperty("sanctions").EnumerateArray()
            .First(one => one.GetProperty("subject").GetString() == "official:o-2").GetProperty("sanctionId").GetString();
        Assert.DoesNotContain("taken back alone", before.GetProperty("warnings").ToString(), StringComparison.Ordinal);

        var body = new { measure = "sanction", sanctionId = sanction, effect = "void", reason = "任职有误", decidedBy = "县委" };
        var revoked = await app.DoAsync(caseId, "revocation", body);
        Assert.Contains(
            "the sanction of 干部o-2 (o-2) was taken back alone", revoked.GetProperty("warnings").ToString(), StringComparison.Ordinal);

        object[] officials = [new { officialId = "o-1", role = "principal" }, new { officialId = "o-3", role = "inCharge" }];
        var corrected = await app.DoAsync(caseId, "correction", new { officials, reason = "任职有误", decidedBy = "县委" });
        Assert.DoesNotContain("taken back alone", corrected.GetProperty("warnings").ToString(), StringComparison.Ordinal);
    }

    // The principal of the listing's day was moved on; a correction names him with the post that he held then.
    [Fact]
    public async Task A_correction_records_the_post_of_the_day_of_the_measure()
    {
        await using var app = await StartAsync(VetoPersons.Listed, Escalation.Automatic);
        var body = App.Listing("2026-03-11", new { months = 3 });
        body["officials"] = new[] { new { officialId = "o-2", role = "supervising" } };
        var caseId = (await JsonAsync(await app.PostAsync("/api/listings", body))).GetProperty("caseId").GetString()!;
        await HandOverAsync(app);

        object[] officials = [new { officialId = "o-1", role = "principal" }, new { officialId = "o-2", role = "supervising" }];
        var corrected = await app.DoAsync(caseId, "correction", new { officials, reason = "漏列", decidedBy = "县委" });

        Assert.Equal("职务", corrected.GetProperty("officials")[0].GetProperty("post").GetString());
    }

    // A notice bars nobody: who is not called is not pointed out, who has no post there is.
    [Fact]
    public async Task A_notice_that_names_somebody_from_elsewhere_says_so()
    {
        await using var app = await StartAsync(VetoPersons.Listed, Escalation.Automatic);
        var body = new
        {
            unitId = "yj-oubei",
            rung = "notice",
            ground = "unresolvedHotspot",
            facts = "问题突出",
            issuedOn = "2026-03-11",
            goals = new[] { "整改到位" },
            legalBasis = "实施办法",
            issuedBy = "永嘉县平安办",
            officials = new[] { new { officialId = "q-1", role = "inCharge" } },
        };

        var warnings = (await JsonAsync(await app.PostAsync("/api/admonitions", body))).GetProperty("warnings").ToString();

        Assert.Contains("外单位 (q-1) held no post in the unit on 2026-03-11", warnings, StringComparison.Ordinal);
        Assert.DoesNotContain("is not named", warnings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_named_under_another_of_his_ids_is_not_pointed_out()
    {
        await using var app = await StartAsync(VetoPersons.Listed, Escalation.Automatic);
        await app.PutAsync("/api/officials/o-1/joins/q-1", new { reason = "同一人" });
        var body = App.Listing("2026-03-11", new { months = 3 });
        string[] named = ["q-1", "o-2", "o-3"];
        body["officials"] = named.Select(id => new { officialId = id, role = "principal" });

        var warnings = (await JsonAsync(await app.PostAsync("/api/listings", body))).GetProperty("warnings").ToString();

        Assert.DoesNotContain("held no post", warnings, StringComparison.Ordinal);
        Assert.DoesNotContain("is not named", warnings, StringComparison.Ordinal);
    }

    private async Task<App> StartAsync(VetoPersons rule, Escalation escalation)
    {
        var rulebook = RulebookCatalog.Shipped.Find("zhejiang-2017")! with { Id = "rule", VetoPersons = rule, Escalation = escalation };
        var app = await App.StartAsync("2026-03-11 09:30", services => services.AddSingleton(new RulebookCatalog([rulebook])), Storage);
        await app.PutAsync(
            "/api/units/yj-qiaotou",
            new { name = "桥头镇", kind = "locality", level = "township", liaison = new { name = "郑", email = "l@qiaotou.example" } });
        await app.PutAsync(
            "/api/officials/q-1", PostsJourney.Bare("外单位", "q1@qiaotou.example", "yj-qiaotou", "镇长", "principal", "2024-01-01"));
        return app;
    }

    private static async Task HandOverAsync(App app)
    {
        await app.PutAsync(
            "/api/officials/o-1", PostsJourney.Bare("干部o-1", "o-1@oubei.example", "yj-qiaotou", "镇长", "principal", "2026-04-21"));
        await app.PutAsync(
            "/api/officials/o-9", PostsJourney.Bare("接任者", "o-9@oubei.example", "yj-oubei", "书记", "principal", "2026-04-21"));
        await app.PutAsync(
            "/api/officials/o-8", PostsJourney.Bare("其他人", "o-8@oubei.example", "yj-oubei", "科员", "other", "2026-04-21"));
    }

    private static async Task<IReadOnlyList<string>> BarredAsync(App app, DateOnly on, params string[] ids)
    {
        var barred = new List<string>();
        foreach (var id in ids)
        {
            if (await app.EligibilityAsync($"official:{id}", on) == "barred") barred.Add(id);
        }

        return barred;
    }

    private static async Task<IReadOnlyList<Notice>> MailsAsync(App app, string caseId, string template)
    {
        var outbox = app.Services.GetRequiredService<IOutbox>();
        var mails = await outbox.ListAsync(new CaseId(caseId), null, 1000, null, Cancellation);
        return [.. mails.Items.Select(row => row.Notice).Where(mail => mail.Template == template)];
    }

    private static string Answer(IReadOnlyDictionary<Subject, SubjectRecord> found, string id, int year, int month, int day) =>
        found[Official(id)].EligibilityOn(new DateOnly(year, month, day)).GetType().Name;

    private static Subject Official(string id) => new Subject.Official(new OfficialId(id));

    private static string Ids(JsonElement element, string member) => string.Join(
        ' ',
        element.GetProperty(member).EnumerateArray().Select(one => one.GetProperty("officialId").GetString())
            .Order(StringComparer.Ordinal));

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }
}
