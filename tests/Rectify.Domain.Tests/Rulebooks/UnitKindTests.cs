using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Tests.Cases;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Rulebooks;

/// <summary>S20: how far a regulation applies to a kind of unit.</summary>
public class UnitKindTests
{
    private static Rulebook Limited(Rung highest) => Zhejiang with
    {
        Ladder = CorrectedHenan.Ladder,
        Units = [new UnitKindRule(UnitKind.Enterprise, highest, RuleApplication.Direct, "第三十条")],
    };

    private static ListedUnit Of(UnitKind? kind) => new(new UnitId("yj-oubei"), "瓯北公司", kind);

    [Theory]
    [InlineData(UnitKind.Enterprise, Rung.Notice, false)]
    [InlineData(UnitKind.Enterprise, Rung.Talk, false)]
    [InlineData(UnitKind.Enterprise, Rung.Listing, true)]
    [InlineData(UnitKind.Unit, Rung.Notice, true)]
    [InlineData(null, Rung.Notice, true)] // a case of an earlier version, which did not record the kind
    public void A_measure_above_the_highest_one_for_its_kind_is_refused(UnitKind? kind, Rung highest, bool accepted)
    {
        var story = CaseStory.GivenNothing().When(
            List("2026-01-12", 3) with { Unit = Of(kind), Rulebook = Limited(highest) }, "2026-01-12 10:00");
        if (accepted) story.ThenAccepted();
        else Assert.Equal("unitId", story.Refusal.Member);
    }

    [Theory]
    [InlineData(Rung.Notice, Severity.Ordinary, "consequenceProposed decision 2026-03-13")]
    [InlineData(Rung.Talk, Severity.Ordinary, "nextRungProposed talk 2026-03-13")]
    [InlineData(Rung.Talk, Severity.EspeciallyGrave, "nextRungProposed talk 2026-03-13")] // not the listing, which the severity allows
    [InlineData(Rung.Veto, Severity.EspeciallyGrave, "nextRungProposed listing 2026-03-13")]
    public void What_follows_stays_within_the_measures_of_the_kind(Rung highest, Severity severity, string follows)
    {
        var story = CaseStory.Given(
            Admonish(Rung.Notice, "2026-01-12", severity: severity) with { Unit = Of(UnitKind.Enterprise), Rulebook = Limited(highest) },
            "2026-01-12 10:00").AndTimersUntil("2026-03-16 10:00");
        Assert.Contains(follows, story.Events.Select(Written.Of));
    }
}
