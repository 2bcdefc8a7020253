using System.Net.Http.Json;
using System.Text.Json;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.Registry;

/// <summary>One person under two ids: pointed out, joined, and taken apart again.</summary>
public class JoinedPersonsJourney
{
    private static readonly DateOnly Barred = new(2026, 4, 1);

    /// <summary>Settings of where ledger and register are.</summary>
    protected virtual string[] Storage => [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("O-1@oubei.example", "yj-qiaotou", "镇长", "same name and address")]
    [InlineData("other@county.example", "yj-oubei", "职务", "same name, unit and post")]
    public async Task One_person_under_two_ids_is_pointed_out_at_entry_and_in_every_answer(
        string email, string unitId, string post, string alike)
    {
        await using var app = await ListedAsync();

        var second = PostsJourney.Bare("干部o-1", email, unitId, post, "other", "2024-01-01");
        var put = await JsonAsync(await app.Http.PutAsJsonAsync("/api/officials/o-7", second, Cancellation));
        Assert.Contains(
            Texts(put.GetProperty("warnings")),
            warning => warning.Contains("o-7 and o-1", StringComparison.Ordinal)
                && warning.Contains(alike, StringComparison.Ordinal));
        foreach (var id in new[] { "o-1", "o-7" })
        {
            var answer = await app.GetAsync($"/api/eligibility?subject=official:{id}&on=2026-04-01");
            Assert.Contains(alike, Assert.Single(Texts(answer.GetProperty("warnings"))), StringComparison.Ordinal);
        }

        var question = new { subjects = new[] { "official:o-7", "official:o-2" }, purpose = "award", askedBy = "组织部" };
        var asked = await JsonAsync(await app.PostAsync("/api/consultations", question));
        var answers = asked.GetProperty("answers").EnumerateArray().ToList();
        Assert.Contains("official:o-1", Assert.Single(Texts(answers[0].GetProperty("warnings"))), StringComparison.Ordinal);
        Assert.Empty(Texts(answers[1].GetProperty("warnings")));
        var again = await app.GetAsync($"/api/consultations/{Text(asked, "consultationId")}");
        Assert.Single(Texts(again.GetProperty("answers")[0].GetProperty("warnings")));
        var document = await app.Http.GetStringAsync($"/api/consultations/{Text(asked, "consultationId")}/document", Cancellation);
        Assert.Contains("official:o-1", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_about_either_of_two_joined_ids_answers_for_both_until_they_are_taken_apart()
    {
        await using var app = await ListedAsync();
        await app.PutAsync(
            "/api/officials/o-7",
            PostsJourney.Bare("干部o-1", "o-1@oubei.example", "yj-qiaotou", "镇长", "other", "2024-01-01"));
        Assert.Equal("clear", await app.EligibilityAsync("official:o-7", Barred));

        var join = await app.Http.PutAsJsonAsync("/api/officials/o-7/joins/o-1", new { reason = "身份证号相同" }, Cancellation);
        var joined = await JsonAsync(join);
        Assert.Equal(("o-1", "joined"), (Text(joined.GetProperty("items")[0], "otherId"), Text(joined.GetProperty("items")[0], "state")));
        var answer = await app.GetAsync("/api/eligibility?subject=official:o-7&on=2026-04-01");
        Assert.Equal(("barred", "official:o-1"), (Text(answer, "answer"), Text(answer.GetProperty("bases")[0], "predecessor")));
        Assert.Empty(Texts(answer.GetProperty("warnings")));
        Assert.Single(await app.ItemsAsync("/api/sanctions?subject=official:o-7"));
        Assert.Single((await app.GetAsync("/api/officials/o-7/performance-record")).GetProperty("sanctions").EnumerateArray());
        var question = new { subjects = new[] { "official:o-7" }, purpose = "award", askedBy = "组织部" };
        var asked = await JsonAsync(await app.PostAsync("/api/consultations", question));
        Assert.Equal("barred", Text(asked.GetProperty("answers")[0], "answer"));

        // Sent again nothing is entered; in the other order it is the same pair.
        await app.PutAsync("/api/officials/o-1/joins/o-7", new { reason = "再次" });
        Assert.Single((await app.ItemsAsync("/api/officials/o-1/joins"))[0].GetProperty("entries").EnumerateArray());

        await app.AdvanceAsync("2026-03-31 10:00");
        var undone = await JsonAsync(await app.Http.DeleteAsync("/api/officials/o-1/joins/o-7?reason=%E5%90%8C%E5%90%8D", Cancellation));
        var entries = undone.GetProperty("items")[0].GetProperty("entries").EnumerateArray();
        Assert.Equal(["joined 身份证号相同", "separate 同名"], entries.Select(entry => $"{Text(entry, "state")} {Text(entry, "reason")}"));
        Assert.All(entries, entry => Assert.StartsWith("officer", Text(entry, "actor"), StringComparison.Ordinal));
        Assert.Equal("clear", await app.EligibilityAsync("official:o-7", Barred));

        // What was answered before is found again, and the question as of then is answered as it was.
        var verified = await app.GetAsync($"/api/consultations/{Text(asked, "consultationId")}/verification");
        Assert.True(verified.GetProperty("reproduced").GetBoolean());
        var then = await app.GetAsync("/api/eligibility?subject=official:o-7&on=2026-04-01&asOf=2026-03-30T10:00:00Z");
        Assert.Equal("barred", Text(then, "answer"));
        var again = await app.Http.DeleteAsync("/api/officials/o-1/joins/o-7?reason=x", Cancellation);
        await BadListingTests.ProblemAsync(again, 404, "not-found");
    }

    [Fact]
    public async Task Of_three_ids_that_are_joined_two_by_two_each_answers_for_all()
    {
        await using var app = await ListedAsync();
        foreach (var id in new[] { "a-1", "a-2" })
        {
            var official = PostsJourney.Bare(id, $"{id}@x.example", "yj-qiaotou", "镇长", "other", "2024-01-01");
            await app.PutAsync($"/api/officials/{id}", official);
        }

        await app.PutAsync("/api/officials/a-2/joins/a-1", new { reason = "同一人" });
        await app.PutAsync("/api/officials/a-1/joins/o-1", new { reason = "同一人" });

        Assert.Equal("barred", await app.EligibilityAsync("official:a-2", Barred));
    }

    [Theory]
    [InlineData("o-1", """{"reason":"同一人"}""", 422, "joined-with-itself")]
    [InlineData("nobody", """{"reason":"同一人"}""", 404, "not-found")]
    [InlineData("o-2", """{"reason":" "}""", 422, "text-length")]
    [InlineData("o-2", """{}""", 400, "malformed")]
    public async Task A_join_that_cannot_be_is_refused(string other, string body, int status, string type)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Storage);

        var sent = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var answer = await app.Http.PutAsync($"/api/officials/o-1/joins/{other}", sent, Cancellation);
        await BadListingTests.ProblemAsync(answer, status, type);
    }

    private async Task<App> ListedAsync()
    {
        var app = await PostsJourney.StartAsync("2026-03-30 09:00", Storage);
        await app.ListAsync("2026-03-30", new { months = 6 });
        return app;
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static IReadOnlyList<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString() ?? "";
}
