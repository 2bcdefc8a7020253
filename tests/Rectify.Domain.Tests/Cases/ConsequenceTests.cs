using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>S7, S16: a missed measure that ends in a criticism or a decision.</summary>
public class ConsequenceTests
{
    private static readonly Rulebook EndsInDecision =
        Zhejiang with { Listing = Zhejiang.Listing! with { Missed = MissedStep.Decision } };

    private static CaseStory Missed(Rulebook rulebook) =>
        CaseStory.Given(List("2026-01-12", 3) with { Rulebook = rulebook }, "2026-01-12 10:00").AndTimersUntil("2026-04-20 10:00");

    [Fact]
    public void A_missed_listing_ends_in_a_decision_where_the_rulebook_says_so()
    {
        var story = Missed(EndsInDecision);
        Assert.Equal(CaseStatus.ConsequenceProposed, story.StatusAt("2026-04-20T02:00:00Z"));
        Assert.Contains("consequenceProposed decision 2026-04-14", story.Events.Select(Written.Of));
        Assert.DoesNotContain(story.Events, one => one is CaseEvent.VetoImposed or CaseEvent.VetoProposed);

        story.When(DecideConsequence("2026-04-16"), "2026-04-20 10:00").ThenTimeline("consequenceDecided decision 2026-04-16");
        Assert.Equal("2026-01-12/2026-07-12", story.Barred(Principal, Measure.Listing));
        Assert.False(story.IsBarred(Principal, Day("2026-07-13")));
        Assert.Equal(CaseStatus.Closed, story.AndTimersUntil("2026-07-13 00:00").StatusAt("2026-07-12T16:00:00Z"));
    }

    // boundary: the day after the deadline of 13 April, and today
    [Theory]
    [InlineData("2026-04-13", false)]
    [InlineData("2026-04-14", true)]
    [InlineData("2026-04-20", true)]
    [InlineData("2026-04-21", false)]
    public void The_decision_is_of_a_day_from_the_end_of_the_period_to_today(string decidedOn, bool accepted)
    {
        var story = Missed(EndsInDecision).When(DecideConsequence(decidedOn), "2026-04-20 10:00");
        if (accepted) story.ThenAccepted();
        else Assert.Equal("decidedOn", story.Refusal.Member);
    }

    [Fact]
    public void A_listing_that_bars_while_it_lasts_ends_with_the_decision()
    {
        var story = Missed(EndsInDecision with { ListingSanction = ListingSanction.WhileListed })
            .And(DecideConsequence("2026-04-16"), "2026-04-20 10:00");
        Assert.Equal("2026-01-12/2026-04-16", story.Barred(Principal, Measure.Listing));
    }

    [Fact]
    public void A_listing_that_bars_nobody_imposes_no_sanction_and_can_be_revoked()
    {
        var rulebook = EndsInDecision with { Listing = new ListingRule(null, "第一条", Missed: MissedStep.Decision), Veto = null };
        var story = CaseStory.Given(List("2026-01-12", 3) with { Rulebook = rulebook }, "2026-01-12 10:00");
        Assert.Empty(((CaseState.Opened)story.State).File.Sanctions);

        Assert.Equal(CaseStatus.Revoked, story.And(Void(Measure.Listing), "2026-02-02 10:00").StatusAt("2026-02-02T03:00:00Z"));
    }

    // A correction that only names the same persons in another order corrects nothing.
    [Fact]
    public void The_order_of_the_persons_is_no_correction() => Assert.Equal(
        "reason",
        CaseStory.Given(List("2026-01-12", 3), "2026-01-12 10:00")
            .When(Correct(leaders: [.. Leaders.Reverse()]), "2026-01-13 10:00").Refusal.Member);

    [Fact]
    public void A_period_that_is_kept_on_a_day_off_is_kept_through_a_pause_and_an_extension()
    {
        var rulebook = Zhejiang with
        {
            Listing = Zhejiang.Listing! with
            {
                PeriodRule = new PeriodRule(PeriodAnchor.Measure, DayOffPolicy.Keep, null, null, "第七条"),
            },
        };
        var story = CaseStory.Given(List("2026-01-12", 3) with { Rulebook = rulebook }, "2026-01-12 10:00");
        Assert.Equal("2026-04-12", Written(story)); // a Sunday

        story = story.And(Suspend(), "2026-02-02 10:00").And(Resume(), "2026-02-09 10:00");
        Assert.Equal("2026-04-19", Written(story)); // a Sunday again
        Assert.Equal("2026-07-19", Written(story.And(Extend(3), "2026-03-02 10:00"))); // and again

        static string Written(CaseStory story) =>
            $"{((CaseState.Opened)story.State).File.Deadline!.Effective:yyyy-MM-dd}";
    }
}
