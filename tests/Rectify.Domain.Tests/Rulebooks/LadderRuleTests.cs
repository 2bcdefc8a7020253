using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Tests.Rulebooks;

/// <summary>S16: which rung follows which.</summary>
public class LadderRuleTests
{
    private static readonly RungRule Month = new(new Period.Months(1), [7, 0], "第二十条");

    private static readonly LadderRule Full = new(Month, Month,
        [new(Severity.Serious, Rung.Talk), new(Severity.EspeciallyGrave, Rung.Listing)], "规定");

    [Theory]
    [InlineData(Rung.Notice, Severity.Ordinary, Rung.Talk)]
    [InlineData(Rung.Notice, Severity.Serious, Rung.Talk)]
    [InlineData(Rung.Notice, Severity.EspeciallyGrave, Rung.Listing)]
    [InlineData(Rung.Talk, Severity.Ordinary, Rung.Listing)]
    [InlineData(Rung.Talk, Severity.Serious, Rung.Listing)]
    [InlineData(Rung.Talk, Severity.EspeciallyGrave, Rung.Listing)]
    [InlineData(Rung.Listing, Severity.EspeciallyGrave, Rung.Veto)]
    public void A_rung_leads_to_the_next_one_and_a_severity_passes_rungs_over(Rung rung, Severity severity, Rung next) =>
        Assert.Equal(next, Full.After(rung, severity));

    [Fact]
    public void A_rung_that_is_not_used_is_passed_over()
    {
        var noticesOnly = new LadderRule(Month, null, [], "规定");
        Assert.Equal(Rung.Listing, noticesOnly.After(Rung.Notice, Severity.Ordinary));
        Assert.Equal((Month, null, null, null),
            (noticesOnly.Of(Rung.Notice), noticesOnly.Of(Rung.Talk), noticesOnly.Of(Rung.Listing), noticesOnly.Of(Rung.Veto)));

        var toTheVeto = Full with { Skips = [new(Severity.EspeciallyGrave, Rung.Veto)] };
        Assert.Equal((Rung.Veto, Rung.Talk),
            (toTheVeto.After(Rung.Notice, Severity.EspeciallyGrave), toTheVeto.After(Rung.Notice, Severity.Serious)));
    }
}
