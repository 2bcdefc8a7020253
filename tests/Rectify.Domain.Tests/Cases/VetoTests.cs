using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>S2, S7, D1, D4, D5: what a missed deadline leads to, and the instant at which it is missed.</summary>
public class VetoTests
{
    [Theory]
    // boundary
    [InlineData("2026-09-30T15:59:59.9999999Z", CaseStatus.Rectifying)]
    [InlineData("2026-09-30T16:00:00.0000000Z", CaseStatus.Vetoed)]
    public void A_deadline_is_missed_at_the_end_of_its_day_and_not_one_tick_before(string at, CaseStatus status)
    {
        var story = CaseStory.Given(List("2026-03-30", 6), "2026-03-30 10:00");

        Assert.Equal(status, story.StatusAt(at));
        story.When(CarryOutDue, at).ThenStatus(status);
    }

    [Theory]
    [InlineData("2026-01-12", 3, "2026-04-13/2027-04-13")]
    [InlineData("2026-04-01", 6, "2026-10-08/2027-10-08")]
    [InlineData("2025-11-15", 3, "2026-02-24/2027-02-24")]
    // boundary
    [InlineData("2026-03-30", 6, "2026-09-30/2027-09-30")]
    [InlineData("2028-01-29", 1, "2028-02-29/2029-02-28")] // a leap day has no corresponding day
    public void The_veto_bars_a_year_from_the_effective_deadline(string listedOn, int months, string term)
    {
        var story = CaseStory.Given(List(listedOn, months), $"{listedOn} 10:00").And(CarryOutDue, "2028-03-10 00:00");

        Assert.All(Subjects, subject => Assert.Equal(term, story.Barred(subject, Measure.Veto)));
        Assert.Equal(term, story.File.Veto!.Term.ToString());
    }

    [Fact]
    public void The_veto_reaches_the_unit_and_the_three_roles_and_nobody_else()
    {
        var story = CaseStory.Given(List("2026-03-30", 6), "2026-03-30 10:00").And(CarryOutDue, "2026-10-01 00:00");

        Assert.Equal(
            [("unit:yj-oubei", Bars.Honour), ("official:o-1", Bars.AwardAndPromotion), ("official:o-2", Bars.AwardAndPromotion),
                ("official:o-3", Bars.AwardAndPromotion)],
            story.File.Sanctions.Where(s => s.Measure == Measure.Veto).Select(s => (s.Subject.ToString()!, s.Bars)));
    }

    [Theory]
    // boundary
    [InlineData("2026-09-30 23:59", null)]
    [InlineData("2026-10-01 00:00", "wrong-state")]
    public void A_submission_after_the_deadline_is_refused_even_if_no_timer_fired(string at, string? problem)
    {
        var story = CaseStory.Given(List("2026-03-30", 6), "2026-03-30 10:00").When(Submit(), at);

        if (problem is null) story.ThenStatus(CaseStatus.AwaitingInspection);
        else story.ThenRefused(problem, "status");
        Assert.Equal(problem is null ? CaseStatus.AwaitingInspection : CaseStatus.Vetoed, story.StatusAt(at));
    }

    [Fact]
    public void A_submission_dated_before_the_deadline_but_entered_after_it_is_refused() =>
        CaseStory.Given(List("2026-03-30", 6), "2026-03-30 10:00")
            .When(Submit("2026-09-30"), "2026-10-01 00:00").ThenRefused("wrong-state", "status");

    [Fact]
    public void A_command_carries_out_what_fell_due_before_it()
    {
        var story = CaseStory.Given(List("2026-03-30", 6), "2026-03-30 10:00").AndTimersUntil("2026-09-30 12:00")
            .When(RevokeFrom(Measure.Veto), "2026-10-01 00:00");

        story.ThenTimeline("""
            deadlineMissed 2026-09-30
            vetoImposed deadlineMissed 2026-09-30/2027-09-30
            sanctionImposed c-1-V0 unit:yj-oubei veto 2026-09-30/2027-09-30
            sanctionImposed c-1-V1 official:o-1 veto 2026-09-30/2027-09-30
            sanctionImposed c-1-V2 official:o-2 veto 2026-09-30/2027-09-30
            sanctionImposed c-1-V3 official:o-3 veto 2026-09-30/2027-09-30
            sanctionExpired listing 2026-09-30
            measureRevoked veto from 2026-10-01
            sanctionExpired veto 2026-09-30
            """);
    }

    [Fact]
    public void Timers_that_fire_late_lead_to_the_same_dates()
    {
        var late = CaseStory.Given(List("2026-01-12", 3), "2026-01-12 10:00").And(CarryOutDue, "2030-01-01 00:00");
        var onTime = CaseStory.Given(List("2026-01-12", 3), "2026-01-12 10:00").AndTimersUntil("2030-01-01 00:00");

        Assert.Equal(onTime.File.Sanctions, late.File.Sanctions);
        late.ThenStatus(CaseStatus.Closed);
        Assert.Empty(late.Events.OfType<CaseEvent.ReminderDue>());
    }
}
