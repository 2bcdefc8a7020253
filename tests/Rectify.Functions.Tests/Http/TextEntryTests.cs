using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Http;

/// <summary>One rule for text, wherever it enters.</summary>
public class TextEntryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("documentNumber", "永平安督〔2026〕\n3号", "U+000A")]
    [InlineData("issuedBy", "永嘉县\u200B平安办", "U+200B")]
    [InlineData("legalBasis", "第二十一条\u202E", "U+202E")]
    [InlineData("facts", "问题\uE000突出", "U+E000")]
    [InlineData("unitId", "yj-\u00ADoubei", "U+00AD")]
    public async Task A_member_with_a_character_that_nobody_sees_is_refused_with_its_name(string member, string text, string name)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var body = App.Listing("2026-03-30", new { months = 6 });
        body[member] = text;

        var answer = await app.PostAsync("/api/listings", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Contains(name, problem.GetProperty("errors").GetProperty(member)[0].GetString(), StringComparison.Ordinal);
        Assert.Empty(await app.ItemsAsync("/api/cases"));
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_in_a_body_is_named_too()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var body = JsonSerializer.Serialize(App.Listing("2026-03-30", new { months = 6 }))
            .Replace("\"serious\"", "\"serious\",\"rulebookId\":\"\\ud83d\"", StringComparison.Ordinal);

        var answer = await app.Http.PostAsync("/api/listings", new StringContent(body, Encoding.UTF8, "application/json"), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("U+D83D", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"months\":6", "\"months\":\"\\ud800\"")]
    [InlineData("\"months\":6", "\"\\ud800\":6")]
    [InlineData("\"unitId\":", "\"\\udfff\":1,\"unitId\":")]
    public async Task Half_of_a_surrogate_pair_is_refused_wherever_it_stands(string written, string instead)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var body = JsonSerializer.Serialize(App.Listing("2026-03-30", new { months = 6 }))
            .Replace(written, instead, StringComparison.Ordinal);

        var answer = await app.Http.PostAsync(
            "/api/listings/preview",
            new StringContent(body, Encoding.UTF8, "application/json"), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("GB18030")]
    [InlineData("utf-16")]
    public async Task A_body_in_another_encoding_is_refused_in_words(string encoding)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var asTyped = new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        var text = JsonSerializer.Serialize(App.Listing("2026-03-30", new { months = 6 }), asTyped);
        var bytes = (encoding == "utf-16" ? Encoding.Unicode : CodePagesEncodingProvider.Instance.GetEncoding(encoding)!).GetBytes(text);
        var content = new ByteArrayContent(bytes) { Headers = { ContentType = new("application/json") } };

        var answer = await app.Http.PostAsync("/api/listings", content, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("UTF-8", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_are_stored_composed_and_trimmed_with_their_line_breaks_and_full_width_ids_and_days_are_plain_ones()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var body = App.Listing("２０２６-03-30", new { months = 6 });
        (body["facts"], body["issuedBy"], body["unitId"]) = (" 一\r\n二e\u0301 ", "　永嘉县平安办 ", "ｙｊ-oubei");

        // The contract names the plain form; what looks like it is taken too.
        using var http = new HttpClient { BaseAddress = app.Http.BaseAddress };
        http.DefaultRequestHeaders.Add("x-functions-key", app.Http.DefaultRequestHeaders.GetValues("x-functions-key"));

        var answer = await http.PostAsJsonAsync("/api/listings", body, Cancellation);

        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Cancellation));
        var listed = (await app.ItemsAsync($"{answer.Headers.Location}/events"))[0].GetProperty("data");
        Assert.Equal(("一\n二é", "永嘉县平安办"), (listed.GetProperty("facts").GetString(), listed.GetProperty("issuedBy").GetString()));
        var opened = await app.GetAsync(answer.Headers.Location!.ToString());
        Assert.Equal("yj-oubei", opened.GetProperty("unit").GetProperty("unitId").GetString());
    }

    [Theory]
    [InlineData("永平安督〔２０２６〕3号")]
    [InlineData("永平安督［2026］3号")]
    [InlineData("永平安督〔2026〕 3 号")]
    [InlineData("永平安督〔2026〕第003號")]
    public async Task A_number_is_taken_and_found_in_every_spelling(string spelled)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        var body = App.Listing("2026-03-30", new { months = 6 });
        body["documentNumber"] = spelled;

        Assert.Equal(HttpStatusCode.Conflict, (await app.PostAsync("/api/listings", body)).StatusCode);

        var search = Uri.EscapeDataString(spelled[4..]);
        Assert.Contains(caseId, await app.Http.GetStringAsync($"/board/cases?text={search}", Cancellation), StringComparison.Ordinal);
        var another = $"{search.Replace("2026", "2027", StringComparison.Ordinal)}7";
        var found = await app.Http.GetStringAsync($"/board/cases?text={another}", Cancellation);
        Assert.DoesNotContain(caseId, found, StringComparison.Ordinal);

        // boundary: a correction of another case
        body["documentNumber"] = null;
        var other = (await app.PostAsync("/api/listings", body)).Headers.Location!.ToString().Split('/')[^1];
        var correction = await app.PostAsync(
            $"/api/cases/{other}/correction",
            new { documentNumber = spelled, reason = "笔误", decidedBy = "县平安办" });
        Assert.Equal(HttpStatusCode.Conflict, correction.StatusCode);
    }

    [Fact]
    public async Task Sixty_four_clients_that_leave_the_number_open_get_one_each_without_a_gap()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", "--Office:DocumentCode=Ａ督");
        var body = App.Listing("2026-03-30", new { months = 6 });
        body.Remove("documentNumber");

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => app.PostAsync("/api/listings", body)));

        var numbers = await Task.WhenAll(answers.Select(
            async answer => (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("documentNumber").GetString()));
        Assert.Equal(Enumerable.Range(1, 64).Select(n => $"A督〔2026〕{n}号").Order(), numbers.Order());
    }

    [Fact]
    public async Task A_table_with_a_line_break_in_a_name_is_rejected_with_its_line_and_column()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var content = new StringContent(
            "officialId,name,email,unitId,post,role,from\no-8,\"王\n伟\",w@example.org,yj-oubei,书记,principal,2026-01-01\n"
            + "o-9,李,w\u200B@example.org,yj-oubei,书记,principal,2026-01-01\n", Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("text/csv");

        var answer = await app.Http.PostAsync("/api/registry/import", content, Cancellation);

        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("U+000A", text, StringComparison.Ordinal);
        Assert.Contains("U+200B", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync("/api/officials/o-8", Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("/api/cases?unitId=a%E2%80%8Bb")]
    [InlineData("/api/cases?%00=1")]
    [InlineData("/api/cases/x%E2%80%AEy")]
    public async Task An_address_with_such_a_character_is_refused(string address)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");

        var answer = await app.Http.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("/problems/malformed", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_says_it_in_the_readers_language()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");

        var answer = await app.Http.GetAsync("/board/cases?text=%E2%80%8B", Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains("U+200B", page, StringComparison.Ordinal);
        Assert.Contains("不可见字符", page, StringComparison.Ordinal);
    }
}
