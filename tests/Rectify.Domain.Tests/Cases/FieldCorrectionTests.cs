using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>更正: every field of a measure, and what the rules compute from the corrected days (S1, S2, S10).</summary>
public class FieldCorrectionTests
{
    private static readonly ListedUnit Qiaotou = new(new UnitId("yj-qiaotou"), "桥头镇");
    private static readonly Subject OtherUnit = new Subject.Unit(Qiaotou.UnitId);
    private static readonly ListedLeader Zhou = new(new OfficialId("o-9"), "周七", "镇党委书记", LeaderRole.Principal);

    private static CaseCommand.CorrectCase Fields(OpeningCorrection fields, IReadOnlyList<ListedLeader>? leaders = null) =>
        new(null, null, leaders, "登记有误", "县委") { Opening = fields };

    private static CaseStory Listed() => CaseStory.Given(List("2026-03-30", 6), "2026-03-30 10:00");

    private static string Changed(CaseFile before, CaseStory after) => string.Join(
        "; ", OpeningChange.Between(before, after.File).Select(change =>
            $"{Names.Of(change.Field, Language.English)}: {change.From.English} -> {change.To.English}"));

    [Fact]
    public void Words_are_told_from_and_to_and_no_date_moves()
    {
        var listed = Listed();
        var before = listed.File;
        listed.When(Fields(new() { LegalBasis = "实施办法第十六条", Goals = ["目标一", "目标二"], Severity = Severity.EspeciallyGrave }),
                "2026-06-01 10:00")
            .ThenTimeline("caseCorrected 2026-06-01").ThenStatus(CaseStatus.Rectifying);

        Assert.Equal(
            "severity: serious -> especially grave; goals: 重点整治到位 -> 目标一；目标二; "
            + "legal basis: 实施办法第十五条 -> 实施办法第十六条",
            Changed(before, listed));
        Assert.Equal(before.Rectification, listed.File.Rectification);
        Assert.Equal(before.Sanctions, listed.File.Sanctions);
    }

    [Fact]
    public void A_corrected_day_moves_deadline_and_sanctions_by_the_rules()
    {
        var story = Listed();
        var before = story.File;
        story.When(Fields(new() { BeganOn = Day("2026-04-01") }), "2026-06-01 10:00").ThenStatus(CaseStatus.Rectifying);

        Assert.Equal(
            "day of the measure: 2026-03-30 -> 2026-04-01; deadline: 2026-09-30 -> 2026-10-08", Changed(before, story));
        Assert.All(Subjects, subject => Assert.Equal("2026-04-01/2026-10-01", Live(story, subject, Measure.Listing)));
        Assert.False(story.IsBarred(Unit, Day("2026-03-31")));
        Assert.Equal(8, story.File.Sanctions.Select(sanction => sanction.Id).Distinct().Count());
        story.AndTimersUntil("2026-10-09 10:00").ThenStatus(CaseStatus.Vetoed);
        Assert.Equal("2026-10-08/2027-10-08", Live(story, Unit, Measure.Veto));
    }

    [Fact]
    public void A_longer_period_lets_a_missed_deadline_run_on_and_the_veto_counts_from_the_corrected_one()
    {
        var story = Listed().AndTimersUntil("2026-10-12 10:00").ThenStatus(CaseStatus.Vetoed)
            .And(Fields(new() { Period = new Period.Months(8) }), "2026-10-12 10:00").ThenStatus(CaseStatus.Rectifying);

        Assert.Null(Live(story, Unit, Measure.Veto));
        Assert.Equal("2026-03-30/2026-09-30", Live(story, Unit, Measure.Listing));
        story.AndTimersUntil("2026-12-01 10:00").ThenStatus(CaseStatus.Vetoed);
        Assert.Equal("2026-11-30/2027-11-30", Live(story, Unit, Measure.Veto));
    }

    [Fact]
    public void A_shorter_period_that_is_over_already_leads_to_the_veto_of_its_own_day()
    {
        var story = Listed().And(Fields(new() { Period = new Period.Months(3) }), "2026-08-03 10:00").ThenStatus(CaseStatus.Vetoed);

        Assert.Equal("2026-06-30/2027-06-30", Live(story, Unit, Measure.Veto));
    }

    [Fact]
    public void An_extension_and_a_pause_count_again_from_the_corrected_day()
    {
        var story = Listed().And(Suspend(), "2026-06-01 10:00").And(Resume(), "2026-06-11 10:00").And(Extend(1), "2026-07-01 10:00")
            .And(Fields(new() { BeganOn = Day("2026-03-02") }), "2026-07-02 10:00").ThenStatus(CaseStatus.Rectifying);

        // 2 September, ten days of pause, one month: 12 October.
        Assert.Equal(Day("2026-10-12"), story.File.Deadline!.Effective);
        Assert.Equal((1, 10), (story.File.Rectification!.Extensions, story.File.Rectification.SuspendedDays));
    }

    [Fact]
    public void A_bar_goes_from_the_wrong_unit_and_its_persons_to_the_right_ones()
    {
        var story = Listed().AndTimersUntil("2026-10-12 10:00").And(RevokeFrom("c-1-V0", "2027-01-01"), "2027-02-01 10:00")
            .And(Fields(new() { Unit = Qiaotou }, [Zhou]), "2027-02-02 10:00").ThenStatus(CaseStatus.Vetoed);

        Assert.All(Subjects, subject => Assert.False(story.IsBarred(subject, Day("2026-11-02"))));
        Assert.Equal("2026-03-30/2026-09-30", Live(story, OtherUnit, Measure.Listing));
        Assert.Equal("2026-09-30/2026-12-31", Live(story, OtherUnit, Measure.Veto));
        Assert.Equal("2026-09-30/2027-09-30", Live(story, new Subject.Official(Zhou.OfficialId), Measure.Veto));
        Assert.Equal(("瓯北街道", "桥头镇"), (story.File.NameOf(new("yj-oubei")), story.File.NameOf(Qiaotou.UnitId)));
    }

    [Fact]
    public void The_event_of_a_direct_veto_moves_its_year()
    {
        var story = CaseStory.Given(VetoFor(VetoGround.GraveHarm, "2026-04-01", "2026-02-03"), "2026-04-01 10:00")
            .And(Fields(new() { EventOn = Day("2026-03-03") }), "2026-04-02 10:00").ThenStatus(CaseStatus.Vetoed);

        Assert.All(Subjects, subject => Assert.Equal("2026-03-03/2027-03-03", Live(story, subject, Measure.Veto)));
        Assert.Equal(Day("2026-03-03"), story.File.Veto!.Term.From);
        story.AndTimersUntil("2027-04-01 10:00").ThenStatus(CaseStatus.Closed);
    }

    [Fact]
    public void What_people_have_decided_on_the_missed_deadline_is_not_moved_from_under_them() =>
        Listed().AndTimersUntil("2026-10-12 10:00").And(Decide(VetoVerdict.Confirm), "2026-10-12 11:00")
            .When(Fields(new() { Period = new Period.Months(8) }), "2026-10-13 10:00").ThenRefused("decided-since", "period")
            .And(TakeOut(WithdrawableEntry.VetoDecision), "2026-10-13 10:00")
            .And(Fields(new() { Period = new Period.Months(8) }), "2026-10-13 11:00").ThenStatus(CaseStatus.Rectifying);

    [Fact]
    public void Whom_people_have_freed_from_the_veto_is_not_barred_again_by_a_corrected_day()
    {
        var freed = Listed().AndTimersUntil("2026-10-12 10:00").And(Void("c-1-V1"), "2026-10-12 11:00");
        freed.When(Fields(new() { Period = new Period.Months(5) }), "2026-10-13 10:00").ThenRefused("decided-since", "period")
            .And(TakeOut(WithdrawableEntry.SanctionRevocation), "2026-10-13 10:00")
            .And(Fields(new() { Period = new Period.Months(5) }), "2026-10-13 11:00").ThenStatus(CaseStatus.Vetoed);
        freed.When(Fields(new() { Goals = ["目标"] }), "2026-10-13 10:00").ThenStatus(CaseStatus.Vetoed);
    }

    [Fact]
    public void A_deadline_that_is_missed_by_an_inspection_is_so_by_a_corrected_day_too()
    {
        var story = CaseStory.Given(List("2026-03-30", 6) with { Rulebook = Deciding }, "2026-03-30 10:00")
            .And(Submit(), "2026-08-20 10:00").And(Fail(), "2026-11-20 10:00")
            .And(Fields(new() { Period = new Period.Months(5) }), "2026-12-01 10:00");

        var proposed = Assert.IsType<CaseState.VetoProposed>(story.State);
        Assert.Equal((Day("2026-11-20"), MissedBy.Inspection), (proposed.Proposal.ProposedOn, proposed.Proposal.MissedBy));
    }

    [Fact]
    public void A_report_has_its_place_between_the_corrected_days()
    {
        var submitted = Listed().And(Submit(), "2026-04-10 10:00");
        submitted.When(Fields(new() { BeganOn = Day("2026-04-13") }), "2026-04-13 10:00").ThenRefused("report-before-the-measure", "on");
        Listed().And(Submit(), "2026-09-10 10:00").When(Fields(new() { Period = new Period.Months(3) }), "2026-09-11 10:00")
            .ThenRefused("report-after-the-deadline", "period");
    }

    [Fact]
    public void A_field_that_the_measure_does_not_have_is_refused()
    {
        CaseStory.Given(VetoFor(VetoGround.Other, "2026-03-30"), "2026-03-30 10:00")
            .When(Fields(new() { Goals = ["目标"] }), "2026-03-31 10:00").ThenRefused("not-of-this-measure", "goals");
        Listed().When(Fields(new() { LegalBasis = "实施办法第十五条" }), "2026-03-31 10:00").ThenRefused("nothing-to-correct", "reason");
    }

    // The days that a sanction bars which is not void; the last one counts.
    private static string? Live(CaseStory story, Subject subject, Measure measure) => story.File.Sanctions
        .LastOrDefault(sanction => sanction.Subject == subject && sanction.Measure == measure)?.Barred?.ToString();
}
