using Rectify.Domain.Cases;
using Rectify.Domain.Eligibility;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Tests.Cases;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Eligibility;

/// <summary>S5, S6: one answer from every case that concerns a subject.</summary>
public class EligibilityRuleTests
{
    // Listed on 30 March to 30 September, and again, in another post, on 1 August to 1 February.
    private static readonly (CaseId, CaseState.Opened)[] TwoCases =
    [
        (new CaseId("c-1"), Opened(List("2026-03-30", 6), "2026-03-30 10:00")),
        (new CaseId("c-2"), Opened(
            List("2026-08-01", 12) with
            {
                Unit = new ListedUnit(new UnitId("yj-shangtang"), "上塘"),
                Leaders = [new ListedLeader(new OfficialId("o-1"), "张三", "镇长", LeaderRole.Supervising)],
                DocumentNumber = "永平安督〔2026〕9号",
            }, "2026-08-01 10:00")),
    ];

    [Theory]
    // boundary
    [InlineData("2026-03-29", null, "")]
    [InlineData("2026-03-30", "2027-02-01", "c-1")]
    [InlineData("2026-07-31", "2027-02-01", "c-1")]
    [InlineData("2026-08-01", "2027-02-01", "c-1 c-2")]
    [InlineData("2026-09-30", "2027-02-01", "c-1 c-2")]
    [InlineData("2026-10-01", "2027-02-01", "c-2")]
    [InlineData("2027-02-01", "2027-02-01", "c-2")]
    [InlineData("2027-02-02", null, "")]
    public void Overlapping_sanctions_run_concurrently_and_each_is_named(string on, string? until, string cases)
    {
        var answer = EligibilityRule.Of(Principal, Day(on), TwoCases) as EligibilityAnswer.Barred;

        Assert.Equal(DayOrNull(until), answer?.Until);
        Assert.Equal(cases, string.Join(' ', answer?.Bases.Select(basis => basis.CaseId.Value) ?? []));
    }

    [Fact]
    public void A_basis_names_the_document_and_the_sanction()
    {
        var answer = (EligibilityAnswer.Barred)EligibilityRule.Of(Principal, Day("2026-08-01"), TwoCases);

        Assert.Equal(["永平安督〔2026〕3号", "永平安督〔2026〕9号"], answer.Bases.Select(basis => basis.DocumentNumber));
        Assert.All(answer.Bases, basis => Assert.Equal((Principal, Measure.Listing), (basis.Sanction.Subject, basis.Sanction.Measure)));
    }

    // The sanction follows the person to the new post; whoever leads the unit afterwards is not barred.
    [Fact]
    public void A_sanction_is_bound_to_the_person_and_not_to_the_post()
    {
        Assert.IsType<EligibilityAnswer.Barred>(EligibilityRule.Of(Principal, Day("2026-09-01"), TwoCases));
        Assert.IsType<EligibilityAnswer.Clear>(
            EligibilityRule.Of(new Subject.Official(new OfficialId("o-new")), Day("2026-09-01"), TwoCases));
    }

    [Fact]
    public void A_unit_and_an_official_of_the_same_id_are_different_subjects() =>
        Assert.IsType<EligibilityAnswer.Clear>(
            EligibilityRule.Of(new Subject.Official(new OfficialId("yj-oubei")), Day("2026-09-01"), TwoCases));

    [Fact]
    public void Sanctions_that_only_touch_bar_without_a_gap()
    {
        // To 30 September because of the first case, from 1 October because of the second.
        (CaseId, CaseState.Opened)[] cases =
        [
            TwoCases[0], (new CaseId("c-2"), Opened(List("2026-10-01", 12), "2026-10-01 10:00")),
        ];

        Assert.Equal(Day("2027-04-01"), ((EligibilityAnswer.Barred)EligibilityRule.Of(Unit, Day("2026-03-30"), cases)).Until);
    }

    [Fact]
    public void A_void_sanction_is_no_basis()
    {
        var story = CaseStory.Given(List("2026-03-30", 6), "2026-03-30 10:00").And(Void("c-1-L1"), "2026-06-01 10:00");

        Assert.IsType<EligibilityAnswer.Clear>(story.Eligibility(Principal, Day("2026-04-01")));
        Assert.IsType<EligibilityAnswer.Barred>(story.Eligibility(Unit, Day("2026-04-01")));
    }

    [Fact]
    public void Without_any_case_a_subject_is_clear() =>
        Assert.IsType<EligibilityAnswer.Clear>(EligibilityRule.Of(Principal, Day("2026-04-01"), []));

    // No timer has fired for a year: the settled state answers all the same.
    [Fact]
    public void A_veto_that_no_timer_has_carried_out_bars()
    {
        var settled = Settlement.Settle(CaseStory.Given(List("2026-03-30", 6), "2026-03-30 10:00").State,
            CaseStory.Context("2027-05-01 00:00"));

        Assert.IsType<EligibilityAnswer.Barred>(EligibilityRule.Of(Principal, Day("2027-05-01"), [(TheCase, (CaseState.Opened)settled)]));
    }

    private static CaseState.Opened Opened(CaseCommand list, string at) => (CaseState.Opened)CaseStory.Given(list, at).State;
}
