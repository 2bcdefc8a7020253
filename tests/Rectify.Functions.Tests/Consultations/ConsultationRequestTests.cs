using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Functions.Tests.Accounts;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Journeys;
using Rectify.Office.Consultations;
using Rectify.Office.Journals;

namespace Rectify.Functions.Tests.Consultations;

/// <summary>Where an officer answers: asked, waiting, issued or returned.</summary>
public sealed class ConsultationRequestTests
{
    private const string Asker = "consulting-key-of-the-tests";
    private const string Other = "other-consulting-key-of-the-tests";
    private const string Requests = "/api/consultation-requests";

    private static readonly string[] Settings =
    [
        "--Office:Replies", "byOfficer",
        "--Access:Keys:0:Name", "组织部", "--Access:Keys:0:Role", "consulting", "--Access:Keys:0:Key", Asker,
        "--Access:Keys:1:Name", "文明办", "--Access:Keys:1:Role", "consulting", "--Access:Keys:1:Key", Other,
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_asked_waits_and_is_issued_once_by_the_ledger_of_that_moment_and_the_asker_is_mailed_once()
    {
        await using var app = await App.StartAsync("2026-03-02 09:30", Settings);
        var asked = await JsonAsync(await AskAsync(app, Asker), HttpStatusCode.Accepted);
        var id = asked.GetProperty("requestId").GetString()!;
        Assert.Equal("waiting", asked.GetProperty("state").GetString());
        Assert.Equal([id], await IdsAsync(app, $"{Requests}?state=waiting", null));
        Assert.Contains($"/board/consultation-requests/{id}", await OverviewAsync(app), StringComparison.Ordinal);
        await app.AdvanceAsync("2026-03-30 10:00");
        await app.ListAsync("2026-03-30", new { months = 6 });

        var issued = await JsonAsync(await SendAsync(app, HttpMethod.Post, $"{Requests}/{id}/issue", null, null), HttpStatusCode.OK);
        var again = await JsonAsync(await SendAsync(app, HttpMethod.Post, $"{Requests}/{id}/issue", null, null), HttpStatusCode.OK);
        await app.SettleAsync();

        Assert.Equal(("issued", "平安函〔2026〕1号"), (issued.GetProperty("state").GetString(), issued.GetProperty("number").GetString()));
        Assert.Equal(issued.ToString(), again.ToString());
        Assert.Equal(issued.ToString(), (await app.GetAsync($"{Requests}/{id}", Asker)).ToString());
        var reply = await app.GetAsync($"/api/consultations/{issued.GetProperty("consultationId").GetString()}", Asker);
        Assert.Equal("barred", reply.GetProperty("answers")[0].GetProperty("answer").GetString());
        Assert.Equal(1, app.Mails()["reply-issued"]);
        Assert.DoesNotContain("/board/consultation-requests/", await OverviewAsync(app), StringComparison.Ordinal);
        Assert.Empty(await IdsAsync(app, $"{Requests}?state=waiting", null));
        Assert.Equal(HttpStatusCode.Conflict,
            await StatusAsync(app, HttpMethod.Post, $"{Requests}/{id}/return", null, new { reason = "重复" }));
    }

    [Fact]
    public async Task A_question_is_returned_with_a_reason_and_nothing_is_numbered()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Settings);
        var id = (await JsonAsync(await AskAsync(app, Asker), HttpStatusCode.Accepted)).GetProperty("requestId").GetString()!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity,
            await StatusAsync(app, HttpMethod.Post, $"{Requests}/{id}/return", null, new { reason = "" }));
        var returned = await JsonAsync(
            await SendAsync(app, HttpMethod.Post, $"{Requests}/{id}/return", null, new { reason = "请写明职务" }), HttpStatusCode.OK);
        await app.SettleAsync();

        Assert.Equal(("returned", "请写明职务"), (returned.GetProperty("state").GetString(), returned.GetProperty("reason").GetString()));
        Assert.Equal(1, app.Mails()["reply-returned"]);
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(app, HttpMethod.Post, $"{Requests}/{id}/issue", null, null));
        Assert.Empty((await app.GetAsync("/api/consultations")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Who_asks_sees_its_own_alone_decides_nothing_and_gets_no_answer_past_the_officer()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Settings);
        var id = (await JsonAsync(await AskAsync(app, Asker), HttpStatusCode.Accepted)).GetProperty("requestId").GetString()!;

        Assert.Equal([id], await IdsAsync(app, Requests, Asker));
        Assert.Empty(await IdsAsync(app, Requests, Other));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, HttpMethod.Get, $"{Requests}/{id}", Other, null));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(app, HttpMethod.Post, $"{Requests}/{id}/issue", Asker, null));
        Assert.Equal(HttpStatusCode.Forbidden,
            await StatusAsync(app, HttpMethod.Get, "/api/eligibility?subject=official:o-1", Asker, null));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(app, HttpMethod.Post, "/api/consultations", Asker, Question));
        Assert.Equal(HttpStatusCode.Created, await StatusAsync(app, HttpMethod.Post, "/api/consultations", null, Question));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(app, HttpMethod.Post, Requests, Asker,
            new { subjects = new[] { "official:nobody" }, purpose = "promotion", askedBy = "县委组织部" }));
    }

    [Fact]
    public async Task The_reply_belongs_to_the_account_that_asked_whoever_holds_it()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Settings);
        var key = await AccountJourneyTests.SystemAsync(app, "hr", new { name = "组织部", role = "consulting" });
        var id = (await JsonAsync(await AskAsync(app, key), HttpStatusCode.Accepted)).GetProperty("requestId").GetString()!;
        var issued = await JsonAsync(await SendAsync(app, HttpMethod.Post, $"{Requests}/{id}/issue", null, null), HttpStatusCode.OK);
        var reply = $"/api/consultations/{issued.GetProperty("consultationId").GetString()}";

        Assert.Equal("平安函〔2026〕1号", (await app.GetAsync(reply, key)).GetProperty("number").GetString());
        // The key of the settings that has the same name is another body.
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, HttpMethod.Get, reply, Asker, null));
    }

    [Fact]
    public async Task What_was_decided_is_finished_where_the_process_ended_before_reply_and_mail()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Settings);
        List<string> ids = [];
        foreach (var key in (string[])[Asker, Other])
            ids.Add((await JsonAsync(await AskAsync(app, key), HttpStatusCode.Accepted)).GetProperty("requestId").GetString()!);
        var journal = new JournalMemory<ConsultationRequestEntry>(
            app.Services.GetRequiredService<IJournalStore>(), Journal.ConsultationRequests);
        var now = new DateTimeOffset(2026, 3, 30, 1, 31, 0, TimeSpan.Zero);
        await journal.AppendAsync(
            _ => (ids[0], new ConsultationRequestEntry(ids[0], RequestState.Issued, "officer:officer", now)), Cancellation);
        await journal.AppendAsync(
            _ => (ids[1], new ConsultationRequestEntry(ids[1], RequestState.Returned, "officer:officer", now, Reason: "请写明职务")),
            Cancellation);

        await app.AdvanceAsync("2026-03-30 12:30");
        Assert.Equal("平安函〔2026〕1号", (await app.GetAsync($"{Requests}/{ids[0]}", Asker)).GetProperty("number").GetString());
        Assert.Equal((1, 1), (app.Mails()["reply-issued"], app.Mails()["reply-returned"]));
        await app.AdvanceAsync("2026-03-31 12:30");
        Assert.Equal((1, 1), (app.Mails()["reply-issued"], app.Mails()["reply-returned"]));
        Assert.Single((await app.GetAsync("/api/consultations")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task An_officer_issues_the_answers_that_were_shown_and_is_shown_others_first()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Settings);
        var id = (await JsonAsync(await AskAsync(app, Asker), HttpStatusCode.Accepted)).GetProperty("requestId").GetString()!;
        using var officer = await app.OfficerAsync();
        var address = $"/board/consultation-requests/{id}";
        var form = PageForm.Of(await officer.GetAsync(address));
        await app.ListAsync("2026-03-30", new { months = 6 });

        var refused = await officer.PostAsync(address, Issue(form));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("打开本页之后答复已有变化", refused.Text, StringComparison.Ordinal);
        Assert.Contains("永平安督〔2026〕3号", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.PostAsync(address, Issue(PageForm.Of(refused)))).Status);

        static Dictionary<string, string> Issue(PageForm form) => new(form.Pairs.ToDictionary()) { ["_step"] = "issue" };
    }

    [Fact]
    public async Task The_same_idempotency_key_is_one_question_and_replies_go_out_at_once_unless_told()
    {
        await using (var app = await App.StartAsync("2026-03-30 09:30", Settings))
        {
            var (first, second) = (await AskAsync(app, Asker, "k-1"), await AskAsync(app, Asker, "k-1"));
            Assert.Equal(first.Headers.Location, second.Headers.Location);
            Assert.Single(await IdsAsync(app, Requests, Asker));
        }

        await using var usual = await App.StartAsync("2026-03-30 09:30", Settings[2..]);
        Assert.Equal(HttpStatusCode.Conflict, (await AskAsync(usual, Asker)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, await StatusAsync(usual, HttpMethod.Post, "/api/consultations", Asker, Question));
    }

    private static object Question => new
    {
        subjects = new[] { "official:o-1" },
        purpose = "promotion",
        askedBy = "县委组织部",
        on = "2026-03-30",
        replyTo = "zuzhibu@example.cn",
    };

    private static Task<HttpResponseMessage> AskAsync(App app, string key, string? idempotency = null) =>
        SendAsync(app, HttpMethod.Post, Requests, key, Question, idempotency);

    private static async Task<string> OverviewAsync(App app)
    {
        using var officer = await app.OfficerAsync();
        return (await officer.GetAsync("/board")).Text;
    }

    private static async Task<HttpStatusCode> StatusAsync(App app, HttpMethod method, string address, string? key, object? body) =>
        (await SendAsync(app, method, address, key, body)).StatusCode;

    private static async Task<HttpResponseMessage> SendAsync(
        App app, HttpMethod method, string address, string? key, object? body, string? idempotency = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null) request.Content = JsonContent.Create(body);
        if (key is not null) request.Headers.Add("x-functions-key", key);
        if (idempotency is not null) request.Headers.Add("Idempotency-Key", idempotency);
        return await (key is null ? app.Http : app.WithoutKey).SendAsync(request, Cancellation);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.True(response.StatusCode == status, await response.Content.ReadAsStringAsync(Cancellation));
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static async Task<IReadOnlyList<string>> IdsAsync(App app, string address, string? key) =>
        [.. (key is null ? await app.GetAsync(address) : await app.GetAsync(address, key)).GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("requestId").GetString()!)];
}
