using Rectify.Domain.Eligibility;
using Rectify.Domain.Identity;

namespace Rectify.Domain.Tests.Eligibility;

public class SuccessionTests
{
    [Theory]
    // a renamed unit, twice
    [InlineData("a>b b>c", "c", "c b a")]
    [InlineData("a>b b>c", "b", "b a")]
    [InlineData("a>b b>c", "a", "a")]
    // two units merged into one, one of which was merged before
    [InlineData("a>c b>c d>b", "c", "c a b d")]
    // boundary: no link, a link of others, a circle that a store should never hold
    [InlineData("", "a", "a")]
    [InlineData("x>y", "a", "a")]
    [InlineData("a>b b>a", "a", "a b")]
    [InlineData("a>a", "a", "a")]
    public void A_unit_answers_for_every_unit_whose_place_it_took(string links, string unit, string expected)
    {
        var succession = new Succession(links.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(link => link.Split('>')).Select(ids => (new UnitId(ids[0]), new UnitId(ids[1]))));

        Assert.Equal(
            expected.Split(' ').Select(id => $"unit:{id}").ToHashSet(),
            succession.AnswersFor(new Subject.Unit(new UnitId(unit))).Select(subject => subject.ToString()).ToHashSet());
    }

    [Fact]
    public void A_person_answers_for_nobody_else_even_under_the_id_of_a_unit()
    {
        var succession = new Succession([(new UnitId("a"), new UnitId("b"))]);
        Assert.Equal([new Subject.Official(new OfficialId("b"))], succession.AnswersFor(new Subject.Official(new OfficialId("b"))));
    }
}
