using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>S7, S12: letters after a missed deadline, plan or report (督办函、催办函).</summary>
public class UrgingTests
{
    private static Rulebook Letters(int letters, MissedStep then) => Zhejiang with
    {
        Listing = Zhejiang.Listing! with
        {
            Missed = MissedStep.UrgingLetter,
            Urging = new UrgingRule(new Period.WorkingDays(10), letters, then, "第十一条"),
        },
    };

    private static readonly Rulebook MilestoneLetters = Zhejiang with
    {
        Milestones = new MilestoneRule(10, 1, [0], "第三十四条", Urging: new MilestoneUrging(new Period.Days(7), "第十二条")),
    };

    private static CaseStory Missed(Rulebook rulebook) =>
        CaseStory.Given(List("2026-01-12", 3) with { Rulebook = rulebook }, "2026-01-12 10:00").AndTimersUntil("2026-04-20 10:00");

    private static CaseStory Listed() =>
        CaseStory.Given(List("2026-01-12", 3) with { Rulebook = MilestoneLetters }, "2026-01-12 08:00");

    // The deadline is 13 April. Ten working days after 20 April are 6 May: 1 to 5 May are days off, 9 May counts later.
    [Fact]
    public void A_letter_after_a_missed_deadline_gives_the_case_another_one()
    {
        var story = Missed(Letters(1, MissedStep.NextRung));
        Assert.Contains("consequenceProposed urgingLetter 2026-04-14", story.Events.Select(Written.Of));
        Assert.Equal(Light.Red, LightRule.Of((CaseState.Opened)story.State, Day("2026-04-20"), Sample.Calendar));

        story.When(Urge(), "2026-04-20 10:00")
            .ThenTimeline("urgingIssued rectification 2026-04-13 2026-04-20 2026-05-07/2026-05-07")
            .ThenStatus(CaseStatus.Rectifying);
        Assert.Contains(story.Steps, step => step is Step.Expire { Then: MissedStep.NextRung } && step.Day == Day("2026-05-07"));
        Assert.Equal(
            CaseStatus.Released, story.And(Submit(), "2026-05-07 10:00").And(Pass(), "2026-05-08 10:00").StatusAt("2026-05-08T03:00:00Z"));
    }

    // The veto counts from the last day that the letter gave, and the listing's sanction is not shortened by it.
    [Fact]
    public void After_the_last_letter_comes_what_the_rulebook_has_in_the_end()
    {
        var story = Missed(Letters(2, MissedStep.NextRung)).And(Urge(), "2026-04-20 10:00").AndTimersUntil("2026-05-08 00:00");
        Assert.Equal(CaseStatus.ConsequenceProposed, story.StatusAt("2026-05-08T02:00:00Z"));

        story = story.And(Urge(number: "永平安督〔2026〕10号", dueOn: "2026-05-17"), "2026-05-11 10:00").AndTimersUntil("2026-05-18 00:00");
        Assert.Equal(CaseStatus.Vetoed, story.StatusAt("2026-05-17T16:00:00Z"));
        Assert.Equal("2026-05-17/2027-05-17", story.Barred(Principal, Measure.Veto));
        Assert.Equal("2026-01-12/2026-07-12", story.Barred(Principal, Measure.Listing));
    }

    [Fact]
    public void After_the_last_letter_a_criticism_may_end_the_case()
    {
        var story = Missed(Letters(1, MissedStep.Criticism)).And(Urge(), "2026-04-20 10:00").AndTimersUntil("2026-05-08 00:00");
        story.When(Urge(number: "永平安督〔2026〕10号"), "2026-05-08 10:00").ThenRefused("no-urging-letter", "status");
        story.When(DecideConsequence(), "2026-05-08 10:00").ThenStatus(CaseStatus.ConsequenceDecided);
    }

    // Where the kind of unit cannot meet the veto, a decision takes its place (S20).
    [Fact]
    public void A_kind_that_cannot_meet_the_next_rung_meets_a_decision_after_the_last_letter()
    {
        var rulebook = Letters(1, MissedStep.NextRung) with
        {
            Units = [new UnitKindRule(UnitKind.PublicInstitution, Rung.Listing, RuleApplication.ByReference, "第三十条")],
        };
        var unit = List("2026-01-12", 3).Unit with { Kind = UnitKind.PublicInstitution };
        var story = CaseStory.Given(List("2026-01-12", 3) with { Unit = unit, Rulebook = rulebook }, "2026-01-12 10:00")
            .AndTimersUntil("2026-04-20 10:00").And(Urge(), "2026-04-20 10:00").AndTimersUntil("2026-05-08 00:00");
        Assert.Contains("consequenceProposed decision 2026-05-08", story.Events.Select(Written.Of));
    }

    // boundary: the day after the deadline, and today
    [Theory]
    [InlineData("2026-04-13", null, "issuedOn")]
    [InlineData("2026-04-14", null, null)]
    [InlineData("2026-04-20", null, null)]
    [InlineData("2026-04-21", null, "issuedOn")]
    [InlineData("2026-04-20", "2026-04-20", "dueOn")]
    [InlineData("2026-04-20", "2026-04-21", null)]
    [InlineData("2026-04-20", "2028-04-20", null)]
    [InlineData("2026-04-20", "2028-04-21", "dueOn")]
    public void A_letter_is_of_a_day_since_the_deadline_and_gives_a_later_one(string issuedOn, string? dueOn, string? refused)
    {
        var story = Missed(Letters(1, MissedStep.NextRung)).When(Urge(on: issuedOn, dueOn: dueOn), "2026-04-20 10:00");
        if (refused is null) story.ThenAccepted();
        else Assert.Equal(refused, story.Refusal.Member);
    }

    [Fact]
    public void Where_a_letter_is_due_no_decision_takes_its_place_and_its_number_is_its_own()
    {
        var story = Missed(Letters(1, MissedStep.NextRung));
        story.When(DecideConsequence(), "2026-04-20 10:00").ThenRefused("urging-letter-due", "status");
        story.When(Urge(number: "永平安督〔2026〕3号"), "2026-04-20 10:00").ThenRefused("document-number-taken", "documentNumber");
    }

    // A timely report that was entered late withdraws the letter that was due, as it withdraws every other consequence (S8).
    [Fact]
    public void A_timely_report_that_is_entered_late_withdraws_the_letter() =>
        Missed(Letters(1, MissedStep.NextRung)).When(EnterSubmission("2026-04-10"), "2026-04-20 10:00")
            .ThenStatus(CaseStatus.AwaitingInspection);

    // Plan: ten working days after 12 January are 26 January. The office is told 1, 7 and 15 days later, on working days.
    [Fact]
    public void A_plan_that_did_not_come_in_is_told_to_the_office_until_it_is_recorded_or_urged()
    {
        Assert.Equal(
            ["plan 2026-01-27", "plan 2026-02-02", "plan 2026-02-10", "report-1 2026-02-13", "report-1 2026-02-24", "report-1 2026-02-27",
                "report-2 2026-03-13", "report-2 2026-03-19", "report-2 2026-03-27"],
            Overdue(Listed()));

        var received = Listed().AndTimersUntil("2026-01-20 10:00").And(Receive("plan", "2026-01-19"), "2026-01-20 10:00");
        Assert.DoesNotContain(Overdue(received), line => line.StartsWith("plan"));
        Assert.DoesNotContain(received.Steps, step => step.Name == "planReminder");
    }

    [Fact]
    public void A_letter_about_a_plan_gives_another_day_for_it_and_leaves_the_deadline()
    {
        var story = Listed().AndTimersUntil("2026-01-28 10:00").When(Urge("plan"), "2026-01-28 10:00")
            .ThenTimeline("urgingIssued plan 2026-01-26 2026-01-28 2026-02-04/2026-02-04");
        Assert.Equal(Day("2026-04-13"), ((CaseState.Opened)story.State).File.Deadline!.Effective);
        Assert.Contains(story.Steps, step => step.Name == "planReminder" && step.Day == Day("2026-02-04"));
        Assert.Equal(["plan 2026-02-05", "plan 2026-02-11", "plan 2026-02-24"], Overdue(story).Where(line => line.StartsWith("plan")));

        story.When(Urge("plan", number: "永平安督〔2026〕10号"), "2026-02-04 10:00").ThenRefused("no-urging-letter", "milestone");
        story.When(Urge("plan", number: "永平安督〔2026〕10号"), "2026-02-05 10:00").ThenAccepted();
    }

    [Fact]
    public void What_came_in_is_recorded_once_and_not_urged()
    {
        var story = Listed().AndTimersUntil("2026-01-28 10:00").And(Receive("plan"), "2026-01-28 10:00");
        story.When(Receive("plan"), "2026-01-28 11:00").ThenRefused("milestone-received", "milestone");
        story.When(Urge("plan"), "2026-01-28 11:00").ThenRefused("milestone-received", "milestone");
        story.When(Receive("report-9"), "2026-01-28 11:00").ThenRefused("milestone-unknown", "milestone");
        story.When(Receive("report-1", "2026-01-29"), "2026-01-28 11:00").ThenRefused("date-out-of-range", "receivedOn");
        story.When(Urge("report-1"), "2026-01-28 11:00").ThenRefused("no-urging-letter", "milestone");
        story.When(Urge(), "2026-01-28 11:00").ThenRefused("no-urging-letter", "milestone");
    }

    // A report that the document itself names is recorded too, and its reminders stop.
    [Fact]
    public void A_report_that_the_document_names_is_recorded_as_received()
    {
        var story = CaseStory.Given(List("2026-01-12", 3) with { ReportDueOn = Day("2026-03-02") }, "2026-01-12 08:00");
        Assert.Contains(story.Steps, step => step.Name == "reportReminder");
        story = story.And(Receive("report"), "2026-01-20 10:00");
        Assert.DoesNotContain(story.Steps, step => step.Name == "reportReminder");
        story.When(Urge("report"), "2026-01-20 11:00").ThenRefused("no-urging-letter", "milestone");
    }

    private static IEnumerable<string> Overdue(CaseStory story) => story.Steps.OfType<Step.Remind>()
        .Where(step => step.Reminder.Kind == ReminderKind.UrgingOutstanding)
        .Select(step => $"{step.Reminder.Milestone} {step.Day:yyyy-MM-dd}");
}
