using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.Consultations;

public class ConsultationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly string[] Keys =
    [
        "--Access:Keys:0:Name", "组织部", "--Access:Keys:0:Role", "consulting", "--Access:Keys:0:Key", "consulting-key-of-the-tests",
        "--Access:Keys:1:Name", "审计", "--Access:Keys:1:Role", "auditor", "--Access:Keys:1:Key", "auditor-key-of-the-tests",
    ];

    [Fact]
    public async Task Every_subject_gets_its_answer_in_the_order_asked_under_one_number()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-10-08 10:00");

        var response = await AskAsync(app, Question("promotion", "official:o-4", "official:o-1"));
        var asked = await JsonAsync(response, HttpStatusCode.Created);

        Assert.Equal($"/api/consultations/{asked.GetProperty("consultationId").GetString()}", response.Headers.Location!.ToString());
        Assert.Equal("平安函〔2026〕1号", asked.GetProperty("number").GetString());
        Assert.Equal("2026-10-08", asked.GetProperty("on").GetString());
        Assert.Equal("2026-10-08T02:00:00Z", asked.GetProperty("asOf").GetString());
        var answers = asked.GetProperty("answers").EnumerateArray().ToList();
        Assert.Equal(["official:o-4", "official:o-1"], answers.Select(a => a.GetProperty("subject").GetString()));
        Assert.Equal(["clear", "barred"], answers.Select(a => a.GetProperty("answer").GetString()));
        Assert.Equal("2027-09-30", answers[1].GetProperty("until").GetString());
        Assert.Equal([caseId], answers[1].GetProperty("bases").EnumerateArray().Select(b => b.GetProperty("caseId").GetString()));
        Assert.Equal(asked.ToString(), (await app.GetAsync(response.Headers.Location.ToString())).ToString());
    }

    [Fact]
    public async Task An_answer_comes_out_again_from_the_ledger_as_it_stood_however_much_was_recorded_since()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Keys);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-05-11 10:00");
        var asked =
            await JsonAsync(await AskAsync(app, Question("honour", "unit:yj-oubei", "official:o-1", "official:o-4")),
                HttpStatusCode.Created);
        var (id, asOf) = (asked.GetProperty("consultationId").GetString(), asked.GetProperty("asOf").GetString());

        // The listing is voided, and another one names the official who was clear.
        await app.AdvanceAsync("2026-05-12 10:00");
        await app.DoAsync(caseId, "revocation",
            new { measure = "listing", effect = "void", reason = "认定有误", decidedBy = "县委政法委" });
        var second = App.Listing("2026-05-11", new { months = 3 });
        (second["documentNumber"], second["officials"]) = ("永平安督〔2026〕4号", new[] { new { officialId = "o-4", role = "principal" } });
        Assert.Equal(HttpStatusCode.Created, (await app.PostAsync("/api/listings", second)).StatusCode);
        await app.AdvanceAsync("2026-12-01 10:00");

        async Task<string?> AnswerAsync(string subject, string? at)
        {
            var upTo = at is null ? "" : $"&asOf={Uri.EscapeDataString(at)}";
            var answer = await app.GetAsync($"/api/eligibility?subject={subject}&on=2026-05-11{upTo}");
            return answer.GetProperty("answer").GetString();
        }

        Assert.Equal(("clear", "barred"), (await AnswerAsync("official:o-1", null), await AnswerAsync("official:o-4", null)));
        Assert.Equal(("barred", "clear"), (await AnswerAsync("official:o-1", asOf), await AnswerAsync("official:o-4", asOf)));

        var verified = await app.GetAsync($"/api/consultations/{id}/verification", "auditor-key-of-the-tests");
        Assert.True(verified.GetProperty("reproduced").GetBoolean());

        // What was answered stands as it was; that it no longer holds is said beside it.
        var now = await app.GetAsync($"/api/consultations/{id}");
        Assert.All(asked.EnumerateObject().Where(member => member.Name != "overtaken"),
            member => Assert.Equal(member.Value.ToString(), now.GetProperty(member.Name).ToString()));
        // Of the unit it may have been found twice: after the revocation, and after the new listing.
        Assert.Equal(["official:o-1", "official:o-4", "unit:yj-oubei"],
            now.GetProperty("overtaken").EnumerateArray().Select(one => one.GetProperty("subject").GetString()).Distinct()
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_fell_due_while_no_timer_fired_is_in_the_answer()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-09-01 10:00");
        await app.RestartAtAsync("2026-11-02 08:00");

        var asked = await JsonAsync(await AskAsync(app, Question("award", "official:o-1")), HttpStatusCode.Created);
        await app.SettleAsync();

        Assert.Equal("2027-09-30", asked.GetProperty("answers")[0].GetProperty("until").GetString());
        var verified = await app.GetAsync($"/api/consultations/{asked.GetProperty("consultationId").GetString()}/verification");
        Assert.True(verified.GetProperty("reproduced").GetBoolean());
    }

    [Fact]
    public async Task Every_unknown_subject_is_named_and_nothing_is_answered()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var problem =
            await BadListingTests.ProblemAsync(await AskAsync(app, Question("award", "official:o-1", "official:nobody", "unit:nowhere")),
                422, "unknown-subjects");

        Assert.Equal(["subjects[1]", "subjects[2]"], problem.GetProperty("errors").EnumerateObject().Select(e => e.Name));
        Assert.Contains("official:nobody", problem.GetProperty("detail").GetString());
        Assert.Contains("unit:nowhere", problem.GetProperty("detail").GetString());
        Assert.Empty(await app.ItemsAsync("/api/consultations"));
    }

    [Theory]
    [InlineData("promotion", "unit:yj-oubei", "subjects[0]")]
    [InlineData("award", "official:o-1 official:o-2 official:o-1", "subjects[2]")]
    [InlineData("award", "", "subjects")]
    public async Task A_question_that_breaks_a_rule_says_where(string purpose, string subjects, string member)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var response = await AskAsync(app, Question(purpose, subjects.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal([member], problem.GetProperty("errors").EnumerateObject().Select(e => e.Name));
    }

    [Fact]
    public async Task A_thousand_subjects_are_answered_at_once_and_a_thousand_and_one_are_not()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        await app.ListAsync("2026-03-30", new { months = 6 });
        var crowd = Enumerable.Range(0, 998).Select(n => $"official:p-{n}").ToList();
        foreach (var subject in crowd)
            await app.PutAsync($"/api/officials/{subject[9..]}",
                new { name = subject, email = "p@oubei.example", unitId = "yj-oubei", post = "职员", role = "other", from = "2024-01-01" });

        var asked =
            await JsonAsync(await AskAsync(app, Question("award", [.. crowd, "official:o-1", "unit:yj-oubei"])), HttpStatusCode.Created);

        var answers = asked.GetProperty("answers").EnumerateArray().Select(a => a.GetProperty("answer").GetString()).ToList();
        Assert.Equal(1000, answers.Count);
        Assert.All(answers.Take(998), answer => Assert.Equal("clear", answer));
        Assert.Equal(["barred", "barred"], answers.Skip(998));
        Assert.Equal(HttpStatusCode.UnprocessableEntity,
            (await AskAsync(app, Question("award", [.. crowd, "official:o-1", "official:o-2", "unit:yj-oubei"]))).StatusCode);
    }

    [Fact]
    public async Task Numbers_are_gapless_under_fifty_questions_at_once_and_begin_anew_with_the_local_year()
    {
        await using var app = await App.StartAsync("2026-12-31 23:00");
        async Task<string?> NumberAsync() =>
            (await JsonAsync(await AskAsync(app, Question("award", "official:o-1")), HttpStatusCode.Created)).GetProperty("number")
                .GetString();

        var numbers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => NumberAsync()));
        Assert.Equal(Enumerable.Range(1, 50).Select(n => $"平安函〔2026〕{n}号").Order(), numbers.Order());
        await app.AdvanceAsync("2027-01-01 00:00");
        Assert.Equal("平安函〔2027〕1号", await NumberAsync());
    }

    [Fact]
    public async Task A_repeated_question_with_its_key_gets_the_first_answer_and_no_second_number()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        async Task<HttpResponseMessage> SendAsync(object body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/consultations") { Content = JsonContent.Create(body) };
            request.Headers.Add("Idempotency-Key", "q-1");
            return await app.Http.SendAsync(request, Cancellation);
        }

        var first = await JsonAsync(await SendAsync(Question("award", "official:o-1")), HttpStatusCode.Created);
        await app.ListAsync("2026-03-30", new { months = 6 });
        var again = await JsonAsync(await SendAsync(Question("award", "official:o-1")), HttpStatusCode.Created);

        Assert.Equal(first.ToString(), again.ToString());
        Assert.Single(await app.ItemsAsync("/api/consultations"));
        await BadListingTests.ProblemAsync(await SendAsync(Question("award", "official:o-2")), 422, "idempotency-key-reused");
    }

    [Fact]
    public async Task A_consultation_is_read_by_the_body_that_asked_by_officers_and_by_auditors()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Keys);
        app.WithoutKey.DefaultRequestHeaders.Add("x-functions-key", "consulting-key-of-the-tests");
        var theirs =
            (await app.WithoutKey.PostAsJsonAsync("/api/consultations", Question("award", "official:o-1"), Cancellation)).Headers.Location!
                .ToString();
        var ours = (await AskAsync(app, Question("award", "official:o-1"))).Headers.Location!.ToString();

        Assert.Equal(HttpStatusCode.OK, (await app.WithoutKey.GetAsync(theirs, Cancellation)).StatusCode);
        await BadListingTests.ProblemAsync(await app.WithoutKey.GetAsync(ours, Cancellation), 404, "not-found");
        await BadListingTests.ProblemAsync(await app.WithoutKey.GetAsync($"{ours}/document", Cancellation), 404, "not-found");
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync(theirs, Cancellation)).StatusCode);
        app.WithoutKey.DefaultRequestHeaders.Clear();
        await app.GetAsync(ours, "auditor-key-of-the-tests");
        Assert.Equal(
            ["consulting:组织部", "officer:officer"],
            (await app.GetAsync("/api/consultations", "auditor-key-of-the-tests"))
                .GetProperty("items").EnumerateArray()
                .Select(item => item.GetProperty("actor").GetString()));
        await BadListingTests.ProblemAsync(await app.Http.GetAsync("/api/consultations/none", Cancellation), 404, "not-found");
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("GB18030", false)]
    public async Task Subjects_come_as_a_table_and_answers_go_as_one_that_Excel_opens(string charset, bool mark)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        await app.PutAsync("/api/officials/o-5", new
        {
            name = "=HYPERLINK(\"http://x\")",
            email = "p@oubei.example",
            unitId = "yj-oubei",
            post = "职员",
            role = "other",
            from = "2024-01-01",
        });
        await app.ListAsync("2026-03-30", new { months = 6 });
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.UTF8;
        byte[] bytes = [.. mark ? Encoding.UTF8.GetPreamble() : [], .. encoding.GetBytes("对象\r\nofficial:o-5\r\n\r\nunit:yj-oubei\r\n")];

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/consultations?purpose=award&on=2026-04-01&askedBy=组织部")
        {
            Content = new ByteArrayContent(bytes),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        request.Headers.Accept.ParseAdd("text/csv");
        var response = await app.Http.SendAsync(request, Cancellation);
        var answer = await response.Content.ReadAsByteArrayAsync(Cancellation);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(Encoding.UTF8.GetPreamble(), answer[..3]);
        Snapshot.Matches("csv", Encoding.UTF8.GetString(answer[3..]));
        Assert.Equal(answer, await GetCsvAsync(app, response.Headers.Location!.ToString()));
    }

    [Theory]
    [InlineData("purpose=award&askedBy=x", "subject\nofficial:o-1\nofficial:nobody\n", 422, "line 3")]
    [InlineData("purpose=award&askedBy=x", "subject\nofficial:o-1\n\nmayor:1\n", 400, "line 4")]
    [InlineData("purpose=award&askedBy=x", "subject,name\nofficial:o-1,y\n", 400, "line 1")]
    [InlineData("askedBy=x", "subject\nofficial:o-1\n", 400, "purpose")]
    [InlineData("purpose=award", "subject\nofficial:o-1\n", 400, "askedBy")]
    public async Task A_table_that_is_refused_names_the_line(string query, string table, int status, string member)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var response =
            await app.Http.PostAsync($"/api/consultations?{query}", new StringContent(table, Encoding.UTF8, "text/csv"), Cancellation);
        Assert.Equal(status, (int)response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal([member], problem.GetProperty("errors").EnumerateObject().Select(e => e.Name));
    }

    [Fact]
    public async Task The_reply_is_a_page_that_may_run_nothing_and_encodes_every_value()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        await app.PutAsync("/api/officials/o-5", new
        {
            name = "<script>alert(1)</script>",
            email = "p@oubei.example",
            unitId = "yj-oubei",
            post = "职员",
            role = "other",
            from = "2024-01-01",
        });
        await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-10-08 10:00");
        var asked = await AskAsync(app, Question("promotion", "official:o-1", "official:o-5"));

        var response = await app.Http.GetAsync($"{asked.Headers.Location}/document", Cancellation);
        var html = await response.Content.ReadAsStringAsync(Cancellation);
        var page = new HtmlParser().ParseDocument(html);

        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        var style = System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(page.QuerySelector("style")!.TextContent));
        Assert.StartsWith($"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(style)}'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Empty(page.QuerySelectorAll("script, [style], [onclick], img, link, iframe"));
        Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
        var hash = (await app.GetAsync(asked.Headers.Location!.ToString())).GetProperty("annexHash").GetString()!;
        Snapshot.Matches("reply",
            html[html.IndexOf("<body>", StringComparison.Ordinal)..].Replace(hash, "{hash}", StringComparison.Ordinal));
    }

    private static object Question(string purpose, params string[] subjects) => new { subjects, purpose, askedBy = "县委组织部" };

    private static Task<HttpResponseMessage> AskAsync(App app, object question) => app.PostAsync("/api/consultations", question);

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.True(response.StatusCode == status, await response.Content.ReadAsStringAsync(Cancellation));
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static async Task<byte[]> GetCsvAsync(App app, string route)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, route);
        request.Headers.Accept.ParseAdd("text/csv, application/json;q=0.5");
        return await (await app.Http.SendAsync(request, Cancellation)).Content.ReadAsByteArrayAsync(Cancellation);
    }
}
