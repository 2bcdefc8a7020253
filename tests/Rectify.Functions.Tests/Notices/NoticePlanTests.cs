using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Office.Outbox;
using static Rectify.Functions.Tests.Notices.CaseStories;

namespace Rectify.Functions.Tests.Notices;

public class NoticePlanTests
{
    private const string Liaison = "liaison@oubei.example";
    private const string Chen = "chen@oubei.example";
    private const string Lin = "lin@oubei.example";
    private const string Office = "office@yongping.example";

    [Fact]
    public void Each_turn_tells_those_whom_it_concerns()
    {
        Tells(ListingNotice, "listing-notice", Liaison, Chen, Lin, Office);
        Tells(DueSoon, "reminder", Liaison, Chen, Lin);
        Tells(DueToday, "reminder", Liaison, Chen, Lin, Office);
        Tells(InspectionOutstanding, "inspection-outstanding", Office);
        Tells(Extension, "extension", Liaison, Chen, Lin, Office);
        Tells(Suspension, "suspension", Liaison, Chen, Lin, Office);
        Tells(Resumption, "resumption", Liaison, Chen, Lin, Office);
        Tells(PlanDue, "plan-due", Liaison, Chen, Lin);
        Tells(ReportDue, "report-due", Liaison, Chen, Lin);
        Tells(SubmissionReceived, "submission-received", Office, Liaison);
        Tells(InspectionPassed, "inspection-passed", Liaison, Chen, Lin, Office);
        Tells(InspectionFailed, "inspection-failed", Liaison, Chen, Lin, Office);
        Tells(InspectionFailedContinued, "inspection-failed", Liaison, Chen, Lin, Office);
        Tells(VetoImposed, "veto", Liaison, Chen, Lin, Office);
        Tells(DirectVeto, "veto", Liaison, Chen, Lin, Office);
        Tells(VetoProposed, "veto-proposed", Liaison, Chen, Lin, Office);
        Tells(DecisionOutstanding, "decision-outstanding", Office);
        Tells(VetoDecided, "veto", Liaison, Chen, Lin, Office);
        Tells(VetoDeclined, "veto-declined", Liaison, Chen, Lin, Office);
        Tells(VetoConfirmed, "veto-confirmed", Liaison, Chen, Lin, Office);
        Tells(EnteredLate, "submission-entered", Liaison, Chen, Lin, Office);
        Tells(ReportNoted, "timely-report", Office);
        Tells(InspectionReopened, "inspection-reopened", Office, Liaison);
        Tells(FurtherSubmission, "submission-received", Office, Liaison);
        Tells(EarlierInspectionFailed, "earlier-inspection-failed", Office, Liaison);
        Tells(ReleaseWithdrawn, "entry-correction", Liaison, Chen, Lin, Office);
        Tells(VoidedVetoRestored, "entry-correction", Liaison, Chen, Lin, Office);
        Tells(SanctionEnding, "sanction-ending", Liaison, Chen, Lin, Office);
        Tells(SanctionOver, "sanction-over", Liaison, Chen, Lin, Office);
        Tells(ListingRevoked, "revocation", Liaison, Chen, Lin, Office);
        Tells(SanctionRevoked, "revocation", Liaison, Lin, Office);
        Tells(VetoProposedForFailedYears, "veto-proposed", Liaison, Chen, Lin, Office);
        Tells(ProposalWithdrawn, "revocation", Liaison, Chen, Lin, Office);
        Tells(VetoBasisLost, "veto-basis-lost", Liaison, Chen, Lin, Office);
    }

    [Fact]
    public void What_is_to_be_done_is_told_to_who_is_in_office_and_what_bars_to_who_is_barred_too()
    {
        var handedOver = CaseStory.Register with
        {
            Left = new HashSet<OfficialId> { CaseStory.Chen },
            Incumbents = [(new OfficialId("o-9"), new Recipient("接任者", "next@oubei.example"))],
        };
        IReadOnlyList<string> To(CaseStory story) => [.. story.Mails(handedOver).Select(mail => mail.Recipient.Address)];

        Assert.Equal([Liaison, Lin, "next@oubei.example"], To(DueSoon));
        Assert.Equal([Liaison, Lin, "next@oubei.example", Office], To(Extension));
        Assert.Equal([Liaison, Chen, Lin, "next@oubei.example", Office], To(VetoImposed));
        Assert.Equal([Liaison, Chen, Lin, "next@oubei.example", Office], To(SanctionOver));
        Assert.Equal([Liaison, Lin, Office], To(SanctionRevoked));
        var next = Assert.Single(VetoImposed.Mails(handedOver), mail => mail.Recipient.Address == "next@oubei.example");
        Assert.StartsWith("接任者同志：", next.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("陈建国", next.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_late_failure_that_escalates_is_told_before_its_veto()
    {
        var mails = InspectionFailedVeto.Mails();

        Assert.Equal(["inspection-failed", "veto"], mails.Select(mail => mail.Template).Distinct());
        Assert.Equal(8, mails.Count);
    }

    [Fact]
    public void Every_event_of_the_ledger_is_handled()
    {
        var stories = Told.Concat(Untold).ToList();

        Assert.Equal(
            EventCodec.Names.Order(StringComparer.Ordinal),
            stories.SelectMany(story => story.Appended).Select(EventCodec.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Told, story => Assert.NotEmpty(story.Mails()));
        Assert.All(Untold, story => Assert.Empty(story.Mails()));
    }

    [Fact]
    public void Who_is_liaison_leader_and_office_at_one_address_gets_one_mail_with_all_that_concerns_them()
    {
        var one = new Recipient("陈建国", "Chen@oubei.example");
        var register = CaseStory.Register with
        {
            Liaison = one,
            Leaders = new Dictionary<OfficialId, Recipient> { [CaseStory.Chen] = one with { Address = Chen } },
            Office = one,
        };

        var mail = Assert.Single(ListingNotice.Mails(register));

        Assert.Equal(one, mail.Recipient);
        Assert.Contains("取消评选综合性荣誉称号资格", mail.Body);
        Assert.Contains("陈建国同志：2026年3月30日至2026年9月30日（含首尾两日），取消评先受奖、晋职晋级资格", mail.Body);
    }

    [Fact]
    public void Who_has_no_address_in_the_register_gets_no_mail()
    {
        var register = CaseStory.Register with { Leaders = new Dictionary<OfficialId, Recipient>(), Office = null };

        Assert.Equal(Liaison, Assert.Single(ListingNotice.Mails(register)).Recipient.Address);
    }

    [Fact]
    public void The_id_is_made_of_case_event_template_and_a_digest_of_the_address_in_lower_case()
    {
        var shouting = CaseStory.Register with { Liaison = CaseStory.Liaison with { Address = "LIAISON@oubei.example" } };

        var ids = DueSoon.Mails().Select(mail => mail.Id.Value).ToList();

        // printf liaison@oubei.example | sha256sum
        Assert.Equal("c-2026-0003.0005.reminder.cdd4495f", ids[0]);
        Assert.Equal(ids, DueSoon.Mails(shouting).Select(mail => mail.Id.Value));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory]
    [InlineData(7, "2026-09-23", "还有7天")]
    // moved back from the holiday 25 to 27 September
    [InlineData(3, "2026-09-24", "还有6天")]
    // boundary
    [InlineData(1, "2026-09-29", "还有1天")]
    [InlineData(0, "2026-09-30", "今天到期")]
    public void A_reminder_counts_the_days_that_are_really_left(int days, string day, string left)
    {
        var mails = (DueSoon with { Appended = [Remind(days, DateOnly.Parse(day))] }).Mails();

        Assert.All(mails, mail => Assert.Equal($"【挂牌督办】永平安督〔2026〕3号：整改期限{left}（2026年9月30日）", mail.Subject));
    }

    [Fact]
    public void A_mail_is_worded_from_the_state_of_its_own_event()
    {
        var story = Extension with { Appended = [Remind(10, new(2026, 9, 20)), .. Extension.Appended] };

        var mails = story.Mails();

        Assert.All(mails.Where(mail => mail.Template == "reminder"), mail => Assert.DoesNotContain("2026年12月30日", mail.Body));
        Assert.All(mails.Where(mail => mail.Template == "extension"), mail => Assert.Contains("2026年12月30日", mail.Body));
    }

    [Fact]
    public void The_end_of_a_sanction_is_announced_only_to_those_who_are_still_barred()
    {
        var revoked = SanctionRevoked.Appended;

        Tells(SanctionEnding.After(revoked), "sanction-ending", Liaison, Chen, Office);
        Tells(SanctionOverUnderVeto.After(revoked), "sanction-over", Liaison, Chen, Office);
    }

    [Fact]
    public void Sanctions_that_ended_by_revocation_are_not_told_twice()
    {
        var expired = new CaseEvent.SanctionExpired(Measure.Listing, new(2026, 5, 31));
        var story = ListingRevoked with { Appended = [.. ListingRevoked.Appended, expired] };

        Assert.All(story.Mails(), mail => Assert.Equal("revocation", mail.Template));
    }

    [Fact]
    public void A_sanction_that_was_revoked_before_is_left_out_of_the_measures_revocation() =>
        Tells(ListingRevoked.After(SanctionRevoked.Appended), "revocation", Liaison, Chen, Office);

    [Theory]
    [InlineData("https://rectify.example/")]
    [InlineData("https://rectify.example")]
    public void A_mail_links_to_the_page_of_its_case(string baseAddress)
    {
        var settings = CaseStory.Settings with { BaseAddress = new Uri(baseAddress) };

        Assert.Equal("https://rectify.example/board/cases/c-2026-0003", settings.LinkTo(CaseStory.Case));
    }

    private static void Tells(CaseStory story, string template, params string[] addresses)
    {
        var mails = story.Mails();
        Assert.All(mails, mail => Assert.Equal(template, mail.Template));
        Assert.Equal(addresses, mails.Select(mail => mail.Recipient.Address));
    }
}
