using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Tests.Rulebooks;

public class RulebookShelfTests
{
    private static readonly Rulebook Zhejiang = RulebookShelf.Shipped.Find("zhejiang-2017")!;

    [Fact]
    public void The_shipped_rulebook_says_what_the_regulation_says()
    {
        Assert.Equal(new DateOnly(2017, 11, 30), Zhejiang.ValidFrom);
        Assert.Null(Zhejiang.ValidTo);
        Assert.Equal((6, 12), (Zhejiang.Listing.SanctionMonths, Zhejiang.Veto.SanctionMonths));
        Assert.Equal([LeaderRole.Principal, LeaderRole.Supervising, LeaderRole.InCharge], Zhejiang.SanctionedRoles);
        Assert.Equal((1, 3), (Zhejiang.Extension!.MaxCount, Zhejiang.Extension.MaxMonths));
        Assert.Equal([30, 15, 7, 3, 1, 0], Zhejiang.Reminders.DaysBeforeDeadline);
        Assert.Equal(15, Zhejiang.YellowDays);
        Assert.Equal(6, Zhejiang.Copies.Count);
        Assert.All([Zhejiang.Listing.Source, Zhejiang.Veto.Source, Zhejiang.Extension.Source, Zhejiang.Name], Assert.NotEmpty);
    }

    [Theory]
    // boundary
    [InlineData("2017-11-29", false)]
    [InlineData("2017-11-30", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    public void An_edition_is_in_force_from_its_first_to_its_last_day(string day, bool inForce)
    {
        var edition = Zhejiang with { ValidTo = new(2026, 12, 31) };

        Assert.Equal(inForce, edition.InForceOn(DateOnly.Parse(day)));
        Assert.Equal(inForce ? edition : null, new RulebookShelf([edition]).InForceOn(DateOnly.Parse(day)));
    }

    [Fact]
    public void An_edition_without_a_last_day_stays_in_force() => Assert.True(Zhejiang.InForceOn(DateOnly.MaxValue));

    [Fact]
    public void Of_several_editions_in_force_the_latest_counts()
    {
        var later = Zhejiang with { Id = "a-2023", ValidFrom = new(2023, 7, 1) };
        var shelf = new RulebookShelf([later, Zhejiang]);

        Assert.Equal("zhejiang-2017", shelf.InForceOn(new(2023, 6, 30))!.Id);
        Assert.Equal("a-2023", shelf.InForceOn(new(2023, 7, 1))!.Id);
        Assert.Equal(["a-2023", "zhejiang-2017"], shelf.Rulebooks.Select(edition => edition.Id));
        Assert.Null(shelf.Find("none"));
    }

    public static TheoryData<string> Members => [.. Paths(Written(), "")];

    [Theory]
    [MemberData(nameof(Members))]
    public void A_missing_member_is_an_error_that_names_it(string path)
    {
        var json = Written();
        Parent(json, path).Remove(Name(path));

        Assert.Contains(Name(path), Refusal(json));
    }

    [Theory]
    [InlineData("")]
    [InlineData("listing/")]
    [InlineData("veto/")]
    [InlineData("extension/")]
    [InlineData("reminders/")]
    [InlineData("backdating/")]
    public void An_unknown_member_is_an_error_that_names_it(string parent)
    {
        var json = Written();
        Parent(json, parent)["suspendedDays"] = 1;

        Assert.Contains("suspendedDays", Refusal(json));
    }

    [Theory]
    [InlineData("id", "null", "id")]
    [InlineData("validFrom", "\"2017-11-31\"", "2017-11-31")]
    [InlineData("validFrom", "\"2017-1-1\"", "2017-1-1")]
    [InlineData("sanctionedRoles", "[\"mayor\"]", "mayor")]
    [InlineData("sanctionedRoles", "[\"Principal\"]", "Principal")]
    [InlineData("sanctionedRoles", "null", "sanctionedRoles")]
    [InlineData("reminders/at", "\"25:00:00\"", "$.reminders.at")]
    [InlineData("yellowDays", "\"15\"", "$.yellowDays")]
    // boundary
    [InlineData("listing/sanctionMonths", "0", "SanctionMonths")]
    [InlineData("veto/sanctionMonths", "25", "SanctionMonths")]
    [InlineData("extension/maxCount", "0", "MaxCount")]
    [InlineData("extension/maxMonths", "0", "MaxMonths")]
    [InlineData("extension/maxMonths", "25", "MaxMonths")]
    [InlineData("reminders/daysBeforeDeadline", "[30,-1]", "DaysBeforeDeadline")]
    [InlineData("reminders/daysAfterDeadline", "[0]", "DaysAfterDeadline")]
    [InlineData("reminders/daysBeforeSanctionEnd", "-1", "DaysBeforeSanctionEnd")]
    [InlineData("backdating/maxDaysBack", "-1", "MaxDaysBack")]
    [InlineData("backdating/maxDaysAhead", "367", "MaxDaysAhead")]
    public void A_value_that_cannot_be_is_an_error_that_names_it(string path, string value, string named)
    {
        var json = Written();
        Parent(json, path)[Name(path)] = JsonNode.Parse(value);

        Assert.Contains(named, Refusal(json));
    }

    private static JsonObject Written() => JsonSerializer.SerializeToNode(Zhejiang, DomainJson.Options)!.AsObject();

    private static string Refusal(JsonObject json) =>
        Assert.ThrowsAny<Exception>(() => json.Deserialize<Rulebook>(DomainJson.Options)).Message;

    private static JsonObject Parent(JsonObject json, string path) =>
        path.Split('/') is [var parent, _] ? json[parent]!.AsObject() : json;

    private static string Name(string path) => path.Split('/')[^1];

    private static IEnumerable<string> Paths(JsonObject json, string parent) =>
        json.SelectMany(member => member.Value is JsonObject inner
            ? Paths(inner, $"{member.Key}/").Prepend(member.Key)
            : [parent + member.Key]);
}
