using System.Text.Json;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>更正 and 撤销 through HTTP.</summary>
public class CorrectionJourney
{
    [Fact]
    public async Task Persons_and_number_are_corrected_and_eligibility_follows()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-06-01 10:00");
        Assert.Equal("clear", await app.EligibilityAsync("official:o-4", new DateOnly(2026, 6, 1)));

        var corrected = await app.DoAsync(caseId, "correction", new
        {
            reason = "登记有误",
            decidedBy = "县委政法委",
            documentNumber = "永平安督[2026]04号",
            officials = new[] { new { officialId = "o-2", role = "supervising" }, new { officialId = "o-4", role = "inCharge" } },
        });
        Assert.Equal("永平安督〔2026〕4号", Text(corrected, "documentNumber"));
        Assert.Equal(["o-2", "o-4"], corrected.GetProperty("officials").EnumerateArray().Select(o => Text(o, "officialId")));
        Assert.Equal("barred", await app.EligibilityAsync("official:o-4", new DateOnly(2026, 3, 30)));
        Assert.Equal("clear", await app.EligibilityAsync("official:o-1", new DateOnly(2026, 6, 1)));
        Assert.Equal("barred", await app.EligibilityAsync("official:o-2", new DateOnly(2026, 6, 1)));
        await app.SettleAsync();
        // The liaison, the office, the two who are named, and the two who are named no more and are in office all the same.
        Assert.Equal(6, app.Mails()["correction"]);

        // Both numbers are taken, the old one stands in the history.
        foreach (var number in new[] { "永平安督〔2026〕3号", "永平安督〔2026〕4号" })
        {
            var again = App.Listing("2026-06-01", new { months = 6 });
            again["documentNumber"] = number;
            await BadListingTests.ProblemAsync(await app.PostAsync("/api/listings", again), 409, "document-number-taken");
        }

        await BadListingTests.ProblemAsync(
            await app.PostAsync($"/api/cases/{caseId}/correction", new { reason = "无", decidedBy = "县委" }), 422, "nothing-to-correct");
        await BadListingTests.ProblemAsync(
            await app.PostAsync($"/api/cases/{caseId}/correction",
                new { reason = "无", decidedBy = "县委", officials = new[] { new { officialId = "nobody", role = "principal" } } }), 422,
                "unknown-official");
    }

    [Fact]
    public async Task Persons_of_the_veto_are_corrected_and_those_of_the_listing_stay()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-10-09 10:00");
        var persons = new[] { new { officialId = "o-2", role = "supervising" }, new { officialId = "o-4", role = "principal" } };
        var open = await app.PostAsync(
            $"/api/cases/{caseId}/correction", new { reason = "届满时已离任", decidedBy = "县委", officials = persons });
        await BadListingTests.ProblemAsync(open, 422, "measure-needed");

        var corrected = await app.DoAsync(
            caseId,
            "correction",
            new { measure = "veto", reason = "届满时已离任", decidedBy = "县委", officials = persons });
        Assert.Equal(["o-1", "o-2", "o-3"], corrected.GetProperty("officials").EnumerateArray().Select(o => Text(o, "officialId")));
        Assert.Equal(
            ["o-2", "o-4"],
            corrected.GetProperty("veto").GetProperty("officials").EnumerateArray().Select(o => Text(o, "officialId")));
        Assert.Equal("barred", await app.EligibilityAsync("official:o-1", new DateOnly(2026, 9, 29)));
        Assert.Equal("clear", await app.EligibilityAsync("official:o-1", new DateOnly(2027, 1, 1)));
        Assert.Equal("clear", await app.EligibilityAsync("official:o-4", new DateOnly(2026, 9, 29)));
        Assert.Equal("barred", await app.EligibilityAsync("official:o-4", new DateOnly(2027, 1, 1)));
        await app.SettleAsync();
        Assert.Equal(6, app.Mails()["correction"]);
    }

    [Fact]
    public async Task A_veto_of_a_closed_case_is_voided_and_the_past_is_clear()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2027-10-05 10:00");
        Assert.Equal("closed", Text(await app.CaseAsync(caseId), "status"));
        Assert.Equal("barred", await app.EligibilityAsync("official:o-1", new DateOnly(2027, 9, 30)));

        var revocation = new { measure = "veto", effect = "fromDate", reason = "认定有误", decidedBy = "县委" };
        await BadListingTests.ProblemAsync(await app.PostAsync($"/api/cases/{caseId}/revocation", revocation), 409, "nothing-to-revoke");
        Assert.Equal("revoked",
            Text(
                await app.DoAsync(caseId, "revocation", new { measure = "veto", effect = "void", reason = "认定有误", decidedBy = "县委" }),
                "status"));
        Assert.Equal("clear", await app.EligibilityAsync("official:o-1", new DateOnly(2027, 9, 30)));

        // The orchestration of a closed case has ended: the reconcile timer finds the mails within the hour.
        await app.AdvanceAsync("2027-10-05 11:00");
        Assert.Equal(5, app.Mails()["revocation"]);
    }

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}
