using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>Who decides a measure, and who may propose it, by the rulebook (ZJ17 29).</summary>
public class DeciderRuleTests
{
    private const string At = "2026-03-30 10:00";

    private static Rulebook Book(UnitLevel lowest, UnitLevel? proposedFrom = null) => Zhejiang with
    {
        Escalation = Escalation.ByDecision,
        DirectVeto = Zhejiang.DirectVeto! with { ProposalSource = "第五条" },
        Deciders =
        [
            new DeciderRule(Rung.Listing, lowest, "综治委", "the committee", "第二十九条"),
            new DeciderRule(Rung.Veto, lowest, "综治委", "the committee", "第二十九条", proposedFrom),
        ],
    };

    // From the highest level: what is as high as the lowest one decides too.
    [Theory]
    [InlineData(UnitLevel.Province, UnitLevel.Province, true)]
    [InlineData(UnitLevel.Province, UnitLevel.City, false)]
    [InlineData(UnitLevel.City, UnitLevel.Province, true)]
    [InlineData(UnitLevel.City, UnitLevel.City, true)]
    [InlineData(UnitLevel.City, UnitLevel.County, false)]
    [InlineData(UnitLevel.County, UnitLevel.County, true)]
    [InlineData(UnitLevel.County, UnitLevel.Township, false)]
    [InlineData(UnitLevel.Township, UnitLevel.Township, true)]
    public void A_body_below_the_level_of_the_rulebook_decides_neither_a_listing_nor_a_veto(UnitLevel lowest, UnitLevel level, bool may)
    {
        Check(List("2026-03-30", 6) with { Rulebook = Book(lowest), IssuerLevel = level }, "issuerLevel");
        Check(VetoFor(VetoGround.Other, "2026-03-30") with { Rulebook = Book(lowest), IssuerLevel = level }, "issuerLevel");

        // The rulebook says nothing of a notice.
        Assert.Equal(
            level, CaseStory.Given(
                Admonish(Rung.Notice, "2026-03-30") with { Rulebook = Book(lowest), IssuerLevel = level }, At).File.Opening.IssuerLevel);

        void Check(CaseCommand opening, string member)
        {
            if (may) Assert.Equal(level, CaseStory.Given(opening, At).File.Opening.IssuerLevel);
            else CaseStory.GivenNothing().When(opening, At).ThenRefused("decider-below-level", member);
        }
    }

    [Fact]
    public void Who_decides_a_proposed_veto_stands_in_it_and_is_checked()
    {
        CaseStory Missed() => CaseStory.Given(List("2026-03-30", 6) with { Rulebook = Book(UnitLevel.City) }, At)
            .AndTimersUntil("2026-10-12 00:00").ThenStatus(CaseStatus.VetoProposed);
        CaseCommand Decided(VetoVerdict verdict, UnitLevel? level) =>
            (CaseCommand.DecideVeto)Decide(verdict) with { By = new DecidingBody("综治委", level) };

        foreach (var verdict in new[] { VetoVerdict.Impose, VetoVerdict.Decline })
        {
            Missed().When(Decided(verdict, UnitLevel.County), "2026-10-12 10:00").ThenRefused("decider-below-level", "deciderLevel");
        }

        Assert.Equal(
            new DecidingBody("综治委", UnitLevel.City),
            Missed().And(Decided(VetoVerdict.Impose, UnitLevel.City), "2026-10-12 10:00").File.Veto!.By);
        Assert.Equal(
            new DecidingBody("综治委"), Missed().And(Decided(VetoVerdict.Impose, null), "2026-10-12 10:00").File.Veto!.By);
        Assert.Null(Missed().And(Decide(VetoVerdict.Impose), "2026-10-12 10:00").File.Veto!.By);
    }

    [Fact]
    public void A_veto_that_took_effect_by_itself_names_who_confirmed_it()
    {
        CaseStory Vetoed() => CaseStory.Given(
            List("2026-03-30", 6) with { Rulebook = Book(UnitLevel.County) with { Escalation = Escalation.Automatic } }, At)
            .AndTimersUntil("2026-10-12 00:00").ThenStatus(CaseStatus.Vetoed);
        var confirmed = (CaseCommand.DecideVeto)Decide(VetoVerdict.Confirm) with { By = new DecidingBody("综治委", UnitLevel.County) };

        Assert.Equal(confirmed.By, Vetoed().And(confirmed, "2026-10-12 10:00").File.Veto!.By);
        Vetoed().When(confirmed with { By = new DecidingBody("乡镇", UnitLevel.Township) }, "2026-10-12 10:00")
            .ThenRefused("decider-below-level", "deciderLevel");
    }

    [Theory]
    [InlineData(UnitLevel.Township, UnitLevel.Township, null)]
    [InlineData(UnitLevel.County, UnitLevel.Township, "proposer-below-level")]
    [InlineData(UnitLevel.County, UnitLevel.County, null)]
    [InlineData(null, UnitLevel.Township, null)]
    public void A_veto_is_proposed_from_a_level_on_and_decided_at_another(UnitLevel? from, UnitLevel level, string? problem)
    {
        var proposal = VetoFor(VetoGround.Other, "2026-03-30") with
        {
            Rulebook = Book(UnitLevel.County, from),
            ProposedBy = "瓯北街道党工委",
            ProposerLevel = level,
        };
        var story = CaseStory.GivenNothing().When(proposal, At);
        if (problem is not null) story.ThenRefused(problem, "proposerLevel");
        else Assert.IsType<CaseState.VetoProposed>(CaseStory.Given(proposal, At).State);

        CaseStory.GivenNothing().When(proposal with { ProposedBy = null, ProposerLevel = UnitLevel.Province }, At)
            .ThenRefused("proposer-not-named", "proposerLevel");
    }
}
