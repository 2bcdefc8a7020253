using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Domain;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Tests.Contract;
using Rectify.Functions.Tests.Journeys;
using Rectify.Office.Rulebooks;

namespace Rectify.Functions.Tests.Rulebooks;

/// <summary>The published schema takes the shipped files, and names what a file may not say.</summary>
public class RulebookSchemaTests
{
    [Fact]
    public async Task The_published_schema_takes_every_shipped_file()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var answer = await app.Http.GetAsync("/api/rulebook-schema", TestContext.Current.CancellationToken);
        Assert.Equal("application/schema+json", answer.Content.Headers.ContentType!.MediaType);
        var schema = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        foreach (var rulebook in RulebookCatalog.Shipped.Rulebooks)
            Assert.Equal("", PublishedContract.Fault(schema, JsonElement.Parse(RulebookCatalog.Shipped.TextOf(rulebook))));
    }

    [Theory]
    [InlineData("listing.sanctionMonths", "25")]
    [InlineData("listing.sanctionMonths", "0")]
    [InlineData("listing.applicationWorkingDays", "61")]
    [InlineData("ladder.notice.daysBefore", "[367]")]
    [InlineData("ladder.notice.period", "{\"weeks\":2}")]
    [InlineData("escalation", "\"later\"")]
    [InlineData("validFrom", "20170101")]
    [InlineData("sanctionedRoles", "[\"mayor\"]")]
    [InlineData("longestPeriodMonths", "25")]
    [InlineData("replyValidityDays", "367")]
    [InlineData("weeks", "1")]
    [InlineData("name", "null")]
    [InlineData("name", "\" \"")]
    [InlineData("reminders.at", "\"25:00:00\"")]
    public void The_schema_refuses_what_the_reader_refuses(string path, string value)
    {
        var schema = RulebookSchema.Create(RulebookWords.Of).ToJsonString();
        var rulebook = JsonSerializer.SerializeToNode(RulebookCatalog.Shipped.Find("henan-2016-2")!, DomainJson.Options)!.AsObject();
        Assert.Equal("", PublishedContract.Fault(schema, JsonElement.Parse(rulebook.ToJsonString())));
        path.Split('.').SkipLast(1).Aggregate(rulebook, (parent, name) => parent[name]!.AsObject())[path.Split('.')[^1]] =
            JsonNode.Parse(value);

        Assert.NotEqual("", PublishedContract.Fault(schema, JsonElement.Parse(rulebook.ToJsonString())));
        Assert.IsType<RulebookReading.Refused>(RulebookCatalog.Check(rulebook.ToJsonString()));
    }

    [Fact]
    public void Ranges_and_descriptions_are_read_from_the_rules()
    {
        var schema = RulebookSchema.Create(RulebookWords.Of);
        var months = schema["properties"]!["listing"]!["properties"]!["sanctionMonths"]!;

        Assert.Equal((1, 24), ((int)months["anyOf"]![0]!["minimum"]!, (int)months["anyOf"]![0]!["maximum"]!));
        Assert.Equal("限制期限（月） / months barred", (string?)months["description"]);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)schema["$schema"]);
    }
}
