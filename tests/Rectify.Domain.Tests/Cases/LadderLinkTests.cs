using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>S16: which case may follow which.</summary>
public class LadderLinkTests
{
    private static readonly CaseId Earlier = new("c-1");

    private static CaseStory Notice(Severity severity = Severity.Ordinary) =>
        CaseStory.Given(Admonish(Rung.Notice, "2026-01-12", severity: severity), "2026-01-12 10:00");

    private static CaseStory Missed(Severity severity = Severity.Ordinary) => Notice(severity).AndTimersUntil("2026-02-13 00:00");

    private static string? Refusal(CaseStory story, Rung rung, Severity? severity, string from = "2026-02-24", Rulebook? rulebook = null,
        string unit = "yj-oubei") =>
        new LadderLink(new UnitId(unit), rung, severity, Day(from), rulebook ?? Zhejiang).Refuse(Earlier,
            (CaseState.Opened)story.State)?.Problem;

    [Theory]
    // missed: the rung that is proposed, or a higher one by severity
    [InlineData(Severity.Ordinary, Rung.Talk, Severity.Ordinary, null)]
    [InlineData(Severity.Ordinary, Rung.Listing, Severity.Ordinary, "rung-passed-over")]
    [InlineData(Severity.Ordinary, Rung.Listing, Severity.Serious, "rung-passed-over")]
    [InlineData(Severity.Ordinary, Rung.Listing, Severity.EspeciallyGrave, null)]
    // proposed was the listing: the talk is milder, and still higher than the notice
    [InlineData(Severity.EspeciallyGrave, Rung.Listing, Severity.Ordinary, null)]
    [InlineData(Severity.EspeciallyGrave, Rung.Talk, Severity.Ordinary, null)]
    [InlineData(Severity.Ordinary, Rung.Notice, Severity.EspeciallyGrave, "not-a-higher-rung")]
    [InlineData(Severity.Ordinary, Rung.Veto, null, null)]
    public void After_a_missed_notice(Severity of, Rung rung, Severity? severity, string? problem) =>
        Assert.Equal(problem, Refusal(Missed(of), rung, severity));

    [Theory]
    [InlineData(Rung.Talk, Severity.Ordinary, "still-running")]
    [InlineData(Rung.Talk, Severity.Serious, null)]
    [InlineData(Rung.Listing, Severity.Serious, "still-running")]
    [InlineData(Rung.Listing, Severity.EspeciallyGrave, null)]
    [InlineData(Rung.Veto, null, null)]
    public void While_a_notice_runs_only_the_severity_passes_it_over(Rung rung, Severity? severity, string? problem)
    {
        foreach (var story in new[] { Notice(), Notice().And(Suspend(), "2026-01-20 10:00"), Notice().And(Submit(), "2026-01-20 10:00") })
            Assert.Equal(problem, Refusal(story, rung, severity, "2026-01-20"));
    }

    // boundary: missed at the end of 12 February; a talk of that day had not waited for it
    [Theory]
    [InlineData("2026-01-11", "before-predecessor")]
    [InlineData("2026-02-12", "still-running")]
    [InlineData("2026-02-13", null)]
    public void The_next_rung_begins_after_the_period_has_ended(string from, string? problem) =>
        Assert.Equal(problem, Refusal(Missed(), Rung.Talk, Severity.Ordinary, from));

    [Fact]
    public void What_ended_in_another_way_is_not_followed()
    {
        Assert.Equal("nothing-to-follow", Refusal(Missed().And(DeclineNextRung(), "2026-02-24 10:00"), Rung.Talk, Severity.Ordinary));
        Assert.Equal("nothing-to-follow",
            Refusal(Notice().And(Submit(), "2026-01-20 10:00").And(Pass(), "2026-01-21 10:00"), Rung.Talk, Severity.EspeciallyGrave));
        Assert.Equal("nothing-to-follow", Refusal(Notice().And(VoidRung(), "2026-01-20 10:00"), Rung.Talk, Severity.EspeciallyGrave));
        Assert.Equal("has-successor", Refusal(Missed().And(FollowUp(Rung.Talk), "2026-02-24 10:00"), Rung.Talk, Severity.Ordinary));
        Assert.Equal("not-a-lower-rung",
            Refusal(CaseStory.Given(List("2026-01-12", 1), "2026-01-12 10:00").AndTimersUntil("2026-03-01 00:00"), Rung.Veto, null,
                "2026-03-02"));
        Assert.Equal("not-the-same-unit", Refusal(Missed(), Rung.Talk, Severity.Ordinary, unit: "yj-other"));
    }

    [Fact]
    public void Under_a_rulebook_without_a_ladder_no_severity_passes_a_rung_over()
    {
        var without = Zhejiang with { Ladder = null };
        Assert.Equal("still-running", Refusal(Notice(), Rung.Listing, Severity.EspeciallyGrave, "2026-01-20", without));
        Assert.Null(Refusal(Missed(Severity.EspeciallyGrave), Rung.Listing, Severity.Ordinary, rulebook: without));
    }
}
