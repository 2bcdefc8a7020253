using Rectify.Domain.Cases;
using Rectify.Domain.Eligibility;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>S6: whom a veto after a missed deadline bars is a rule of the rulebook.</summary>
public class VetoPersonsTests
{
    private static readonly ListedLeader Related = new(new OfficialId("o-5"), "孙七", "科长", LeaderRole.RelatedLiable);
    private static readonly ListedLeader Liable = new(new OfficialId("o-6"), "周八", "科员", LeaderRole.DirectlyLiable);

    // HN16: the listing bars four roles, the veto three others; whom the office names for the veto is barred by it alone.
    [Fact]
    public void A_veto_with_roles_of_its_own_bars_those_of_the_listing_who_hold_them_and_whom_the_office_names()
    {
        var story = CaseStory.Given(
            List("2026-03-30", 6) with { Leaders = [.. Leaders, Related], Rulebook = CorrectedHenan }, "2026-03-30 08:00")
            .AndTimersUntil("2026-10-21 09:00").ThenStatus(CaseStatus.VetoProposed);
        Assert.Equal(["o-1", "o-3"], story.File.LeadersOf(Measure.Veto).Select(leader => leader.OfficialId.Value));

        story.When(Correct(leaders: [Leaders[0], Leaders[2], Related], measure: Measure.Veto), "2026-10-21 10:00")
            .ThenRefused("role-not-sanctioned", "officials");
        story.And(Correct(leaders: [Leaders[0], Leaders[2], Liable], measure: Measure.Veto), "2026-10-21 10:00")
            .And(Decide(VetoVerdict.Impose, "2026-10-21"), "2026-10-21 11:00");
        Assert.Equal(
            ["yj-oubei", "o-1", "o-3", "o-6"],
            story.File.Sanctions.Where(sanction => sanction.Measure == Measure.Veto).Select(sanction => sanction.Subject.IdText));
        Assert.Equal(
            ["yj-oubei", "o-1", "o-2", "o-3", "o-5"],
            story.File.Sanctions.Where(sanction => sanction.Measure == Measure.Listing).Select(sanction => sanction.Subject.IdText));
    }

    [Fact]
    public void Nobody_is_named_in_a_role_that_the_measure_does_not_bar()
    {
        CaseStory.GivenNothing().When(
            List("2026-03-30", 6) with { Leaders = [Liable], Rulebook = CorrectedHenan }, "2026-03-30 08:00")
            .ThenRefused("role-not-sanctioned", "officials");
        CaseStory.GivenNothing().When(
            VetoFor(VetoGround.Other, "2026-03-30") with { Leaders = [Leaders[1]], Rulebook = CorrectedHenan }, "2026-03-30 08:00")
            .ThenRefused("role-not-sanctioned", "officials");
        CaseStory.GivenNothing().When(
            VetoFor(VetoGround.Other, "2026-03-30") with { Leaders = [Liable], Rulebook = CorrectedHenan }, "2026-03-30 08:00")
            .ThenAccepted();
    }

    [Fact]
    public void In_office_and_both_ask_for_the_roles_of_the_veto()
    {
        var holders = new OfficeHolders(
            [Held("o-7", LeaderRole.DirectlyLiable, "2024-01-01"), Held("o-2", LeaderRole.Supervising, "2024-01-01")]);
        foreach (var (rule, ids) in new[] { (VetoPersons.InOffice, new[] { "o-7" }), (VetoPersons.Both, ["o-1", "o-3", "o-7"]) })
        {
            var file = CaseFile.Of((CaseEvent.UnitListed)CaseStory.Given(
                List("2026-03-30", 6) with { Rulebook = CorrectedHenan with { VetoPersons = rule } }, "2026-03-30 08:00").Events[0]);
            var foreseen = ForeseenVeto.Of(file, CaseStory.Context("2026-03-30 08:00") with { InOffice = holders })!;
            Assert.Equal(ids, foreseen.Officials.Select(leader => leader.OfficialId.Value));
        }
    }

    // Listed 03-30 for six months: the last day is 09-30. The principal left on 04-20, and a successor came on 04-21.
    private static readonly OfficeHolders Handover = new(
    [
        Held("o-1", LeaderRole.Principal, "2024-01-01", "2026-04-20"), Held("o-2", LeaderRole.Supervising, "2024-01-01"),
        Held("o-9", LeaderRole.Principal, "2026-04-21"), Held("o-8", LeaderRole.Other, "2024-01-01"),
    ]);

    [Theory]
    [InlineData(VetoPersons.Listed, "o-1 o-2 o-3")]
    [InlineData(VetoPersons.InOffice, "o-2 o-9")]
    [InlineData(VetoPersons.Both, "o-1 o-2 o-3 o-9")]
    public void A_veto_by_time_bars_whom_the_rulebook_names(VetoPersons rule, string barred)
    {
        var file = ((CaseState.Opened)Settlement.Settle(Listed(Zhejiang, rule), At("2026-10-01 10:00"))).File;

        Assert.Equal(barred, Barred(file, Measure.Veto));
        Assert.Equal("o-1 o-2 o-3", Barred(file, Measure.Listing));
    }

    // boundary: who leaves on the last day is in office on it, who comes on the day after is not
    [Theory]
    [InlineData("2026-09-29", "2026-09-30", "o-9")]
    [InlineData("2026-09-30", "2026-10-01", "o-1")]
    public void Office_is_asked_for_the_last_day_of_the_period(string lastOfOne, string firstOfOther, string barred)
    {
        var holders = new OfficeHolders(
            [Held("o-1", LeaderRole.Principal, "2024-01-01", lastOfOne), Held("o-9", LeaderRole.Principal, firstOfOther)]);

        var settled = (CaseState.Opened)Settlement.Settle(Listed(Zhejiang, VetoPersons.InOffice), At("2026-12-01 10:00", holders));
        Assert.Equal(barred, Barred(settled.File, Measure.Veto));
    }

    [Fact]
    public void Where_the_committee_decides_the_persons_of_the_last_day_are_pending_and_are_barred_by_its_decision()
    {
        var state = Listed(Deciding, VetoPersons.InOffice);
        var proposed = (CaseState.VetoProposed)Settlement.Settle(state, At("2026-10-01 10:00"));
        Assert.Equal(
            ("Clear", "Pending", "Pending"),
            (Answer(proposed, "o-1", "2026-10-01"), Answer(proposed, "o-2", "2026-10-01"), Answer(proposed, "o-9", "2026-10-01")));

        // Who comes or goes after the last day changes nothing.
        var later = new OfficeHolders([Held("o-7", LeaderRole.Principal, "2026-10-08")]);
        var imposed = After(proposed, Decide(VetoVerdict.Impose, "2026-10-12"), At("2026-10-12 10:00", later));
        Assert.Equal("o-2 o-9", Barred(imposed.File, Measure.Veto));
    }

    [Fact]
    public void Persons_of_a_proposed_veto_are_corrected_without_changing_those_of_the_listing()
    {
        var proposed = (CaseState.VetoProposed)Settlement.Settle(Listed(Deciding, VetoPersons.Listed), At("2026-10-01 10:00"));

        var corrected = After(proposed, Correct(leaders: [Leaders[1]], measure: Measure.Veto), At("2026-10-08 10:00"));
        var imposed = After(corrected, Decide(VetoVerdict.Impose, "2026-10-12"), At("2026-10-12 10:00"));

        Assert.Equal(("o-2", "o-1 o-2 o-3"), (Barred(imposed.File, Measure.Veto), Barred(imposed.File, Measure.Listing)));
        Assert.Equal("Clear", Answer(corrected, "o-1", "2026-10-08"));
    }

    [Fact]
    public void A_timely_report_entered_late_takes_the_persons_in_office_out_again()
    {
        var vetoed = (CaseState.Opened)Settlement.Settle(Listed(Zhejiang, VetoPersons.InOffice), At("2026-10-01 10:00"));

        var awaiting = After(vetoed, EnterSubmission("2026-09-30"), At("2026-10-09 10:00"));
        Assert.Equal("", Barred(awaiting.File, Measure.Veto));
        Assert.Equal("Clear", Answer(awaiting, "o-9", "2026-10-01"));

        // The inspection fails, and the second veto asks again for the last day.
        var again = After(awaiting, Fail("2026-10-10"), At("2026-10-10 10:00"));
        Assert.Equal("o-2 o-9", Barred(again.File, Measure.Veto));
    }

    [Fact]
    public void Where_nobody_is_in_office_the_unit_alone_is_vetoed()
    {
        var settled = (CaseState.Opened)Settlement.Settle(
            Listed(Zhejiang, VetoPersons.InOffice), At("2026-10-01 10:00", OfficeHolders.None));

        var vetoed = settled.File.Sanctions.Where(sanction => sanction.Measure == Measure.Veto);
        Assert.Equal([Unit], vetoed.Select(sanction => sanction.Subject));
    }

    [Fact]
    public void A_person_with_several_posts_is_barred_once_in_the_gravest_role()
    {
        var holders = new OfficeHolders(
        [
            Held("o-9", LeaderRole.InCharge, "2024-01-01"), Held("o-9", LeaderRole.Principal, "2026-05-01"),
            Held("o-8", LeaderRole.Other, "2024-01-01"),
        ]);

        var settled = (CaseState.Opened)Settlement.Settle(Listed(Zhejiang, VetoPersons.InOffice), At("2026-10-01 10:00", holders));
        var leader = Assert.Single(settled.File.LeadersOf(Measure.Veto));
        Assert.Equal(("o-9", LeaderRole.Principal), (leader.OfficialId.Value, leader.Role));
    }

    private static CaseState.Opened Listed(Rulebook rulebook, VetoPersons rule) => After(
        new CaseState.NotOpened(), List("2026-03-30", 6) with { Rulebook = rulebook with { VetoPersons = rule } }, At("2026-03-30 10:00"));

    private static CaseState.Opened After(CaseState state, CaseCommand command, DecisionContext context) =>
        (CaseState.Opened)Evolution.Fold(state, Assert.IsType<Decision.Accepted>(Decider.Decide(command, state, context)).Events);

    private static DecisionContext At(string at, OfficeHolders? holders = null) =>
        CaseStory.Context(at) with { InOffice = holders ?? Handover };

    private static OfficeHolder Held(string id, LeaderRole role, string since, string? until = null) =>
        new(new OfficialId(id), id, "职务", role, Day(since), until is null ? null : Day(until));

    private static string Barred(CaseFile file, Measure measure) => string.Join(' ',
        from sanction in file.Sanctions
        where sanction.Measure == measure && sanction.Barred is not null && sanction.Subject is Subject.Official
        orderby sanction.Subject.IdText
        select sanction.Subject.IdText);

    private static string Answer(CaseState.Opened state, string official, string on) =>
        EligibilityRule.Of(new Subject.Official(new OfficialId(official)), Day(on), [(TheCase, state)]).GetType().Name;
}
