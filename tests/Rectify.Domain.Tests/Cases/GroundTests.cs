using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>The grounds that a rulebook lists by code.</summary>
public class GroundTests
{
    private const string At = "2026-03-02 10:00";

    private static readonly GroundRule[] Listed =
    [
        new("a-1", "情形一", "the first", "第三十一条第一项"),
        new("a-2", "情形二", "the second", "第三十一条第二项", [Rung.Veto]),
    ];

    private static Rulebook Book => Zhejiang with { Grounds = Listed };

    [Fact]
    public void A_listing_names_grounds_of_its_rulebook_and_carries_their_words()
    {
        var listed = Open(Book, "a-1");

        Assert.Equal([Listed[0]], ((CaseState.Opened)Evolution.Fold(listed)).File.Opening.Grounds);
        Assert.Equal(["a-1"], ((CaseEvent.UnitListed)listed[0]).GroundCodes);
    }

    [Theory]
    [InlineData("a-3", "unknown-ground")]
    [InlineData("A-1", "unknown-ground")]
    [InlineData("a-2", "ground-of-other-measure")]
    public void A_code_that_does_not_fit_is_refused_at_its_place(string code, string problem)
    {
        var rejection = Refuse(Book, "a-1", code);

        Assert.Equal(("groundCodes[1]", problem), (rejection.Member, rejection.Problem));
    }

    [Fact]
    public void A_ground_stands_once_and_a_rulebook_without_grounds_takes_none()
    {
        Assert.Equal("ground-twice", Refuse(Book, "a-1", "a-1").Problem);
        Assert.Equal("unknown-ground", Refuse(Zhejiang, "a-1").Problem);
    }

    [Fact]
    public void A_notice_and_a_veto_without_a_listing_name_grounds_too()
    {
        var notice = Admonish(Rung.Notice, "2026-03-02") with { Rulebook = Book, GroundCodes = ["a-1"] };
        var veto = VetoFor(VetoGround.Other, "2026-03-02") with { Rulebook = Book, GroundCodes = ["a-2", "a-1"] };

        Assert.Equal([Listed[0]], CaseStory.Given(notice, At).File.Opening.Grounds);
        Assert.Equal([Listed[1], Listed[0]], CaseStory.Given(veto, At).File.Opening.Grounds);
        CaseStory.GivenNothing().When(notice with { GroundCodes = ["a-2"] }, At).ThenRefused("ground-of-other-measure", "groundCodes[0]");
        CaseStory.GivenNothing().When(veto with { GroundCodes = ["b"] }, At).ThenRefused("unknown-ground", "groundCodes[0]");
    }

    [Fact]
    public void Every_code_that_does_not_fit_is_named()
    {
        var rejection = Refuse(Book, "b", "a-1", "a-2");

        Assert.Equal(["groundCodes[0]", "groundCodes[2]"], rejection.All.Select(one => one.Member));
    }

    private static IReadOnlyList<CaseEvent> Open(Rulebook rulebook, params string[] codes) =>
        Assert.IsType<Decision.Accepted>(Decide(rulebook, codes)).Events;

    private static Rejection Refuse(Rulebook rulebook, params string[] codes) =>
        Assert.IsType<Decision.Rejected>(Decide(rulebook, codes)).Rejection;

    private static Decision Decide(Rulebook rulebook, string[] codes) => Decider.Decide(
        List("2026-03-02", 6) with { Rulebook = rulebook, GroundCodes = codes }, new CaseState.NotOpened(),
        CaseStory.Context(At));
}
