using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>Nothing that a person can send leads to an exception: it is accepted, or refused in words.</summary>
public class EveryCommandInEveryStateTests
{
    private static CaseStory Listed() => CaseStory.Given(List("2026-01-12", 3), "2026-01-12 10:00");

    private static CaseStory Proposed() =>
        CaseStory.Given(List("2026-01-12", 3) with { Rulebook = Deciding }, "2026-01-12 10:00").AndTimersUntil("2026-05-04 10:00");

    private static CaseStory Noticed() => CaseStory.Given(Admonish(Rung.Notice, "2026-01-12"), "2026-01-12 10:00");

    private static CaseStory ConsequenceDue() => CaseStory.Given(
        List("2026-01-12", 3) with { Rulebook = Zhejiang with { Listing = Zhejiang.Listing! with { Missed = MissedStep.Decision } } },
        "2026-01-12 10:00").AndTimersUntil("2026-05-04 10:00");

    private static CaseStory NextProposed() => Noticed().AndTimersUntil("2026-02-13 00:00");

    private static readonly Dictionary<string, Func<CaseStory>> States = new()
    {
        ["NotOpened"] = CaseStory.GivenNothing,
        ["Rectifying"] = Listed,
        ["Suspended"] = () => Listed().And(Suspend(), "2026-02-02 10:00"),
        ["AwaitingInspection"] = () => Listed().And(Submit(), "2026-02-02 10:00"),
        ["Released"] = () => Listed().And(Submit(), "2026-02-02 10:00").And(Pass(), "2026-02-03 10:00"),
        ["Fulfilled"] = () => Noticed().And(Submit(), "2026-02-02 10:00").And(Pass(), "2026-02-03 10:00"),
        ["NextRungProposed"] = () => NextProposed(),
        ["Escalated"] = () => NextProposed().And(FollowUp(Rung.Talk), "2026-02-13 10:00"),
        ["NextRungDeclined"] = () => NextProposed().And(DeclineNextRung(), "2026-02-13 10:00"),
        ["ConsequenceProposed"] = () => ConsequenceDue(),
        ["ConsequenceDecided"] = () => ConsequenceDue().And(DecideConsequence(), "2026-05-04 10:00"),
        ["VetoProposed"] = () => Proposed(),
        ["Declined"] = () => Proposed().And(Decide(VetoVerdict.Decline), "2026-05-04 10:00"),
        ["Vetoed"] = () => Listed().AndTimersUntil("2026-05-04 10:00"),
        ["Revoked"] = () => Listed().And(RevokeFrom(Measure.Listing), "2026-02-02 10:00"),
        ["Closed"] = () => Listed().AndTimersUntil("2027-05-04 10:00"),
    };

    private const string EveryListing =
        "Rectifying Suspended AwaitingInspection Released VetoProposed Declined Vetoed Revoked Closed ConsequenceProposed "
        + "ConsequenceDecided";
    private const string EveryRung = "Fulfilled NextRungProposed Escalated NextRungDeclined";
    private const string EveryOpened = $"{EveryListing} {EveryRung}";

    private static readonly Dictionary<string, (CaseCommand Command, string AcceptedIn)> Commands = new()
    {
        ["Admonish"] = (Admonish(Rung.Talk, "2026-01-12", new Period.Months(24)), "NotOpened"),
        ["FollowUp"] = (FollowUp(Rung.Talk), EveryRung),
        ["DeclineNextRung"] = (DeclineNextRung(), "NextRungProposed"),
        ["DecideConsequence"] = (DecideConsequence(), "ConsequenceProposed"),
        ["Urge"] = (Urge(), ""),
        ["ReceiveMilestone"] = (Receive("plan"), ""),
        ["RevokeRung"] = (VoidRung(), EveryRung),
        ["ListUnit"] = (List("2026-01-12", 24), "NotOpened"),
        ["VetoDirectly"] = (VetoFor(VetoGround.Other, "2026-02-02"), "NotOpened"),
        ["VetoForAssessments"] = (VetoForYears("2026-02-02"), "NotOpened"),
        ["WithdrawAssessments"] = (Withdraw(), ""),
        ["SuspendClock"] = (Suspend(), "Rectifying"),
        ["ResumeClock"] = (Resume(), "Suspended"),
        ["DecideVeto"] = (Decide(VetoVerdict.Decline), "VetoProposed"),
        ["SubmitRectification"] = (Submit(), "Rectifying"),
        ["PassInspection"] = (Pass(), "AwaitingInspection"),
        ["FailInspection"] = (Fail(), "AwaitingInspection"),
        ["GrantExtension"] = (Extend(1), "Rectifying AwaitingInspection"),
        ["RevokeMeasure"] = (Void(Measure.Listing), EveryListing),
        ["RevokeSanction"] = (Void("c-1-L1"), EveryListing),
        ["CorrectCase"] = (Correct("更正后的事实"), EveryOpened),
        ["WithdrawEntry"] = (WithdrawInspection(), "Released Fulfilled"),
        ["RecomputeDeadline"] = (new CaseCommand.RecomputeDeadline(), EveryOpened),
        ["CarryOutDue"] = (CarryOutDue, EveryOpened),
    };

    [Fact]
    public void Every_command_and_every_state_takes_part()
    {
        Assert.Equal(
            typeof(CaseCommand).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(CaseCommand))).Select(type => type.Name).Order(),
            Commands.Keys.Order());
        Assert.Equal(
            typeof(CaseState).GetNestedTypes().Where(type => !type.IsAbstract && type != typeof(CaseState.Escalating))
                .Select(type => type.Name).Order(),
            States.Keys.Order());
        Assert.All(States, state => Assert.Equal(state.Key, state.Value().State.GetType().Name));
        Assert.Equal(
            Enum.GetValues<CaseStatus>().Order(),
            States.Values.Select(state => state().State).OfType<CaseState.Opened>().Select(CaseStatus.Of).Order());
    }

    public static TheoryData<string, string> Pairs => [.. from state in States.Keys from command in Commands.Keys select (state, command)];

    // Each state at an instant at which nothing falls due, so that the state itself decides.
    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_command_is_accepted_in_its_states_and_refused_in_all_others(string state, string command)
    {
        var at = state switch
        {
            "Vetoed" or "VetoProposed" or "Declined" or "ConsequenceProposed" or "ConsequenceDecided" => "2026-05-04 12:00",
            "Closed" => "2027-05-04 12:00",
            "NextRungProposed" or "Escalated" or "NextRungDeclined" => "2026-02-13 12:00",
            _ => "2026-02-03 12:00",
        };
        var story = States[state]().When(Commands[command].Command, at);

        if (Commands[command].AcceptedIn.Split(' ').Contains(state)) story.ThenAccepted();
        else Assert.NotEmpty(story.Refusal.Message.ToString());
    }

    private static readonly CaseCommand[] Absurd =
    [
        .. from day in new[] { "0001-01-01", "0001-01-02", "2023-12-31", "2026-05-04", "2099-12-31", "2100-01-01", "9999-12-30",
            "9999-12-31" }
           from command in new[]
           {
               List(day, 1), List(day, 24), Admonish(Rung.Notice, day), Admonish(Rung.Talk, day, new Period.WorkingDays(500)),
               DeclineNextRung(day), RevokeRungFrom(day), DecideConsequence(day),
               Urge(null, day), Urge(null, null, day), Urge("plan", day, day), Receive("plan", day), Receive("", day),
               List("2026-05-01", 6) with { EventOn = Day(day) }, List("2026-05-01", 6) with { ReportDueOn = Day(day) },
               Admonish(Rung.Talk, "2026-05-01") with { ReceivedOn = Day(day), EventOn = Day(day), ReportDueOn = Day(day) },
               new CaseCommand.GrantExtension(new Period.Months(1), "", "", Day(day)),
               List(day, new Period.WorkingDays(500)),
               List("2026-05-01", new Period.Until(Day(day))),
               List("2026-05-01", 6) with { ReceivedOn = Day(day) }, Submit(day), Pass(day), Fail(day), FailAndContinue(day), ExtendTo(day),
               VetoFor(VetoGround.Other, day), VetoForYears(day), VetoFor(VetoGround.GraveHarm, "2026-05-01", day),
               VetoFor(VetoGround.GraveHarm, day, day),
               Decide(VetoVerdict.Impose, day), Decide(VetoVerdict.Decline, day), Decide(VetoVerdict.Confirm, day), EnterSubmission(day),
               RevokeFrom(Measure.Listing, day), RevokeFrom(Measure.Veto, day), RevokeFrom("c-1-L0", day), RevokeFrom("", day),
           }
           select command,
        FollowUp(Rung.Notice, ""), VoidRung(), Correct(), Correct("", "", []), Suspend(), Resume(), Extend(24),
        new CaseCommand.GrantExtension(new Period.Days(730), "", ""), new CaseCommand.GrantExtension(new Period.WorkingDays(500), "", ""),
        new CaseCommand.FailInspection(null, "", new IfFailedLate.ContinueUntil(DateOnly.MaxValue)),
    ];

    [Theory]
    [InlineData("2026-05-04 12:00")]
    [InlineData("2027-12-31 12:00")]
    [InlineData("2090-01-01 12:00")]
    public void An_absurd_date_is_never_an_exception_and_never_stops_the_schedule(string at)
    {
        foreach (var state in States.Values)
            foreach (var command in Absurd)
                foreach (var day in new[] { at, "2026-02-04 10:00" })
                {
                    var story = state().When(command, day);
                    _ = story.Steps;
                    story.When(CarryOutDue, at);
                }
    }
}
