using System.Text.Json;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>The examples of the regulation, played to their end through HTTP.</summary>
public class MissedDeadlineJourney
{
    /// <summary>Settings that choose where ledger, register and outbox lie.</summary>
    protected virtual string[] Storage => [];

    /// <summary>Whether every day of a case is asked for, or the days around each change of the answer alone.</summary>
    protected virtual bool AsksEveryDay => true;

    public sealed record Example(
        string ListedOn, int Months, string Nominal, string Effective, string ExpiresAt, string ListingTo, string VetoTo,
        string[] Reminders, string[] ClearDaysBetween)
    {
        public override string ToString() => $"{ListedOn} + {Months} months";
    }

    public static TheoryData<Example> Examples =>
    [
        new Example("2026-03-30", 6, "2026-09-30", "2026-09-30", "2026-09-30T16:00:00Z", "2026-09-30", "2027-09-30",
            ["2026-08-31", "2026-09-15", "2026-09-23", "2026-09-24", "2026-09-29", "2026-09-30"], []),
        // The nominal day is a Sunday.
        new Example("2026-01-12", 3, "2026-04-12", "2026-04-13", "2026-04-13T16:00:00Z", "2026-07-12", "2027-04-13",
            ["2026-03-13", "2026-03-27", "2026-04-03", "2026-04-10", "2026-04-13"], []),
        // National Day moves the deadline and not the sanction: between them the unit is free for six days.
        new Example("2026-04-01", 6, "2026-10-01", "2026-10-08", "2026-10-08T16:00:00Z", "2026-10-01", "2027-10-08",
            ["2026-09-08", "2026-09-23", "2026-09-30", "2026-10-08"],
            ["2026-10-02", "2026-10-03", "2026-10-04", "2026-10-05", "2026-10-06", "2026-10-07"]),
        // Spring Festival moves the deadline.
        new Example("2025-11-15", 3, "2026-02-15", "2026-02-24", "2026-02-24T16:00:00Z", "2026-05-15", "2027-02-24",
            ["2026-01-23", "2026-02-09", "2026-02-14", "2026-02-24"], []),
    ];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task A_unit_that_does_nothing_is_reminded_vetoed_and_free_again_on_the_right_days(Example example)
    {
        await using var app = await App.StartAsync($"{example.ListedOn} 09:30", Storage);
        var caseId = await app.ListAsync(example.ListedOn, new { months = example.Months });

        var listed = await app.CaseAsync(caseId);
        var deadline = listed.GetProperty("deadline");
        Assert.Equal(example.Nominal, deadline.GetProperty("nominal").GetString());
        Assert.Equal(example.Effective, deadline.GetProperty("effective").GetString());
        Assert.Equal(example.ExpiresAt, deadline.GetProperty("expiresAt").GetString());
        Assert.Equal(example.Reminders, (await app.ItemsAsync($"/api/cases/{caseId}/schedule"))
            .Where(step => Text(step, "step") == "reminder").Select(step => Text(step, "day")));

        var expiresAt = DateTimeOffset.Parse(example.ExpiresAt);
        await app.AdvanceAsync(expiresAt.AddTicks(-1));
        Assert.Equal("rectifying", Text(await app.CaseAsync(caseId), "status"));
        Assert.Equal(example.Reminders,
            (await EventsAsync(app, caseId, "reminderDue", "deadline")).Select(
                e => Text(e.GetProperty("data").GetProperty("reminder"), "day")));

        await app.AdvanceAsync(expiresAt);
        var vetoed = await app.CaseAsync(caseId);
        Assert.Equal("vetoed", Text(vetoed, "status"));
        var entries = await app.ItemsAsync($"/api/cases/{caseId}/events");
        Assert.Equal(expiresAt, Assert.Single(entries, e => Text(e, "type") == "vetoImposed").GetProperty("at").GetDateTimeOffset());
        Assert.Equal(
            new[] { "unit:yj-oubei", "official:o-1", "official:o-2", "official:o-3" }.SelectMany(s => new[]
            {
                $"{s} listing {example.ListedOn} {example.ListingTo}", $"{s} veto {example.Effective} {example.VetoTo}",
            }).Order(),
            vetoed.GetProperty("sanctions").EnumerateArray().Select(
                s => $"{Text(s, "subject")} {Text(s, "measure")} {Text(s, "from")} {Text(s, "to")}").Order());

        await BarredExactlyAsync(app, example);

        await app.AdvanceAsync($"{example.VetoTo} 23:59");
        Assert.Equal("vetoed", Text(await app.CaseAsync(caseId), "status"));
        await app.AdvanceAsync(App.Instant($"{example.VetoTo} 00:00").AddDays(1));
        Assert.Equal("closed", Text(await app.CaseAsync(caseId), "status"));
        Assert.Empty(await app.ItemsAsync($"/api/cases/{caseId}/schedule"));
        Assert.Equal(2, (await EventsAsync(app, caseId, "sanctionExpired")).Count);

        await BarredExactlyAsync(app, example);
    }

    // Five recipients: the liaison, three leaders and the supervising office. On 31 August the first reminder and the announced end of
    // the listing's sanctions are one mail to the four who get both.
    [Fact]
    public async Task Everybody_concerned_gets_each_mail_once()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2027-10-01 09:00");

        var mails = app.Mails();
        Assert.Equal(5, mails["listing-notice"]);
        Assert.Equal(4, mails["digest"]);
        Assert.Equal((5 * 4) + 1, mails["reminder"]);
        Assert.Equal(5, mails["veto"]);
        Assert.Equal(6, mails["sanction-ending"]);
        Assert.Equal(10, mails["sanction-over"]);
        Assert.Equal(6, mails.Count);
    }

    private async Task BarredExactlyAsync(App app, Example example)
    {
        var (first, last) = (DateOnly.Parse(example.ListedOn), DateOnly.Parse(example.VetoTo));
        DateOnly[] changes = [first, last, DateOnly.Parse(example.Effective), DateOnly.Parse(example.ListingTo)];
        foreach (var subject in new[] { "unit:yj-oubei", "official:o-3" })
        {
            for (var day = first.AddDays(-3); day <= last.AddDays(3); day = day.AddDays(1))
            {
                if (!AsksEveryDay && !changes.Any(change => Math.Abs(change.DayNumber - day.DayNumber) <= 3)) continue;
                var free = day < first || day > last || example.ClearDaysBetween.Contains(day.ToString("yyyy-MM-dd"));
                Assert.Equal((day, free ? "clear" : "barred"), (day, await app.EligibilityAsync(subject, day)));
            }
        }

        Assert.Equal("clear", await app.EligibilityAsync("official:o-4", first));
    }

    private static async Task<IReadOnlyList<JsonElement>> EventsAsync(App app, string caseId, string type, string? reminderKind = null) =>
    [
        .. (await app.ItemsAsync($"/api/cases/{caseId}/events")).Where(e =>
            Text(e, "type") == type
            && (reminderKind is null || Text(e.GetProperty("data").GetProperty("reminder"), "kind") == reminderKind))
    ];

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}
