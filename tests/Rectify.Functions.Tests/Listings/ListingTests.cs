using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Listings;

public class ListingTests
{
    [Fact]
    public async Task A_listing_answers_the_case_and_where_it_is()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var response = await app.PostAsync("/api/listings", App.Listing("2026-03-30", new { months = 6 }));
        var created = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal($"/api/cases/{created.GetProperty("caseId").GetString()}", response.Headers.Location!.ToString());
        Assert.Equal("rectifying", created.GetProperty("status").GetString());
        Assert.Equal("green", created.GetProperty("light").GetString());
        Assert.Equal("reminder", created.GetProperty("nextStep").GetProperty("step").GetString());
        Assert.Equal(["principal", "supervising", "inCharge"],
            created.GetProperty("officials").EnumerateArray().Select(o => o.GetProperty("role").GetString()));
        Assert.Equal(created.ToString(), (await app.GetAsync(response.Headers.Location.ToString())).ToString());
    }

    [Fact]
    public async Task A_preview_shows_what_a_listing_would_do_and_changes_nothing()
    {
        await using var app = await App.StartAsync("2026-04-01 09:00");
        var response = await app.PostAsync("/api/listings/preview", App.Listing("2026-04-01", new { months = 6 }));
        var preview = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("2026-10-01", preview.GetProperty("deadline").GetProperty("nominal").GetString());
        Assert.Equal("2026-10-08", preview.GetProperty("deadline").GetProperty("effective").GetString());
        Assert.Equal(
            ["2026-09-08", "2026-09-23", "2026-09-30", "2026-10-08"],
            preview.GetProperty("reminders").EnumerateArray()
                .Where(r => r.GetProperty("step").GetString() == "reminder")
                .Select(r => r.GetProperty("day").GetString()));
        Assert.Equal(4, preview.GetProperty("sanctions").GetArrayLength());
        Assert.All(preview.GetProperty("sanctions").EnumerateArray(), s => Assert.Equal("2026-10-01", s.GetProperty("to").GetString()));
        Assert.Contains("组织部", preview.GetProperty("copies").EnumerateArray().Select(c => c.GetString()));
        Assert.Empty(await app.ItemsAsync("/api/cases"));
        Assert.Empty(app.Mails());
    }

    [Fact]
    public async Task A_repeated_request_with_its_key_gets_the_first_answer_and_opens_no_second_case()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var first = await SendAsync(app, "key-1", App.Listing("2026-03-30", new { months = 6 }));
        var firstText = await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        await app.AdvanceAsync("2026-09-01 09:00");

        var again = await SendAsync(app, "key-1", App.Listing("2026-03-30", new { months = 6 }));
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(firstText, await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Single(await app.ItemsAsync("/api/cases"));

        var other = await SendAsync(app, "key-1", App.Listing("2026-08-31", new { months = 3 }));
        await BadListingTests.ProblemAsync(other, 422, "idempotency-key-reused");
    }

    [Fact]
    public async Task Fifty_requests_with_one_key_at_once_open_one_case()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var answers =
            await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => SendAsync(app, "key-1", App.Listing("2026-03-30", new { months = 6 }))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location).Distinct());
        Assert.Single(await app.ItemsAsync("/api/cases"));
    }

    [Fact]
    public async Task Numbers_that_the_office_leaves_open_are_gapless_and_restart_each_year()
    {
        await using var app = await App.StartAsync("2026-12-21 09:00");
        async Task<string> NumberAsync(string listedOn)
        {
            var body = App.Listing(listedOn, new { months = 6 });
            body.Remove("documentNumber");
            var response = await app.PostAsync("/api/listings", body);
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
            return (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty(
                "documentNumber").GetString()!;
        }

        var numbers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => NumberAsync("2026-12-21")));
        Assert.Equal(Enumerable.Range(1, 20).Select(n => $"平安督〔2026〕{n}号").Order(), numbers.Order());
        Assert.Equal("平安督〔2027〕1号", await NumberAsync("2027-01-04"));
        Assert.Equal("平安督〔2026〕21号", await NumberAsync("2026-12-21"));
    }

    [Fact]
    public async Task A_document_number_stands_on_one_case_only()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        await app.ListAsync("2026-03-30", new { months = 6 });
        await BadListingTests.ProblemAsync(await app.PostAsync("/api/listings", App.Listing("2026-03-30", new { months = 3 })), 409,
            "document-number-taken");
    }

    [Fact]
    public async Task Reminders_whose_day_has_passed_are_recorded_as_skipped_and_not_sent()
    {
        await using var app = await App.StartAsync("2026-09-24 08:00");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.SettleAsync();

        var skipped = (await app.ItemsAsync($"/api/cases/{caseId}/events"))
            .Where(e => e.GetProperty("type").GetString() == "reminderSkipped")
            .Select(e => e.GetProperty("data").GetProperty("reminder").GetProperty("day").GetString());
        Assert.Equal(["2026-08-31", "2026-08-31", "2026-09-15", "2026-09-23"], skipped);
        Assert.Equal(["listing-notice"], app.Mails().Keys);
    }

    [Fact]
    public async Task A_listing_without_leaders_is_asked_back_unless_the_office_says_there_are_none()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        await app.PutAsync("/api/units/empty",
            new { name = "新设单位", kind = "unit", level = "county", liaison = new { name = "联络员", email = "a@b.example" } });
        var body = App.Listing("2026-03-30", new { months = 6 });
        body["unitId"] = "empty";

        await BadListingTests.ProblemAsync(await app.PostAsync("/api/listings", body), 422, "no-leaders");
        body["officials"] = Array.Empty<object>();
        Assert.Equal(HttpStatusCode.Created, (await app.PostAsync("/api/listings", body)).StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(App app, string key, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/listings") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        return await app.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
