using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Listings;
using Rectify.Functions.Tests.Matching;
using Rectify.Office.Register;

namespace Rectify.Functions.Tests.Consultations;

/// <summary>Names in, candidates out, then subjects: a consultation by name over the interface.</summary>
public sealed class NamedConsultationTests
{
    private const string Candidates = "/api/consultations/candidates";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Names_lead_to_candidates_and_these_to_a_reply_that_keeps_the_list_and_the_choice()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", NamedSample.Keys);
        await app.RegisterNamedAsync();
        await app.ListAsync("2026-03-30", new { months = 6 });

        var rows = await RowsAsync(app, new { text = NamedSample.List });
        Assert.Equal(
            [(2, "matched", 1), (3, "toChoose", 2), (4, "matched", 1), (5, "matched", 1), (6, "unknown", 0), (7, "matched", 1)],
            rows.Select(row => (row.GetProperty("row").GetInt32(), Text(row, "result")!, row.GetProperty("all").GetInt32())));
        Assert.Equal(2, rows[5].GetProperty("sameAs").GetInt32());
        var second = rows[1].GetProperty("candidates")[1];
        Assert.Equal(
            ("official:p-3", "王伟", "桥头镇", "镇长", "2024-01-01", 60, "name"),
            (Text(second, "subject"), Text(second, "name"), Text(second, "unit"), Text(second, "post"), Text(second, "since"),
                second.GetProperty("score").GetInt32(), second.GetProperty("why")[0].GetString()));

        // The asker takes the first of the two, and leaves the unknown one without a statement.
        string?[] subjects = ["official:p-1", "official:p-2", "official:p-3", "official:o-1", null, "official:p-1"];
        var asked = await app.PostAsync("/api/consultations", new
        {
            subjects = subjects.OfType<string>().Distinct(),
            purpose = "promotion",
            askedBy = "县委组织部",
            rows = rows.Zip(subjects, (row, subject) => new
            {
                row = row.GetProperty("row").GetInt32(),
                text = Text(row, "text"),
                name = Text(row, "name"),
                unit = Text(row, "unit"),
                id = Text(row, "id"),
                subject,
            }),
        });
        Assert.True(asked.StatusCode == HttpStatusCode.Created, await asked.Content.ReadAsStringAsync(Cancellation));
        var reply = await asked.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(
            ["clear", "clear", "clear", "barred"], reply.GetProperty("answers").EnumerateArray().Select(one => Text(one, "answer")));
        Assert.Equal(
            ["onlyOne", "chosen", "onlyOne", "byId", "unknown", "onlyOne"],
            reply.GetProperty("rows").EnumerateArray().Select(row => Text(row, "identification")));
        Assert.Equal(2, reply.GetProperty("rows")[1].GetProperty("candidates").GetInt32());
        Assert.Equal("王小二\t桥头镇", Text(reply.GetProperty("rows")[4], "text"));
        Assert.Equal(2, reply.GetProperty("rows")[5].GetProperty("sameAs").GetInt32());

        var address = asked.Headers.Location!.ToString();
        Assert.Equal(reply.ToString(), (await app.GetAsync(address)).ToString());
        Assert.True((await app.GetAsync($"{address}/verification")).GetProperty("reproduced").GetBoolean());
        var document = await app.Http.GetStringAsync($"{address}/document", Cancellation);
        Assert.Contains("未能识别，不作答复", document, StringComparison.Ordinal);
        Assert.Contains("王小二", document, StringComparison.Ordinal);
        var csv = Encoding.UTF8.GetString(await CsvAsync(app, address)).Split("\r\n");
        Assert.EndsWith(",行 row,名单原文 asked as", csv[0], StringComparison.Ordinal);
        Assert.EndsWith(",2; 7,张三\t瓯北街道; 张　三", csv[1], StringComparison.Ordinal);
        Assert.Contains("未能识别，不作答复 notIdentified", csv[5], StringComparison.Ordinal);
        Assert.EndsWith(",6,王小二\t桥头镇", csv[5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_cannot_claim_somebody_whom_it_does_not_mean()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        await app.RegisterNamedAsync();

        async Task<IEnumerable<string>> RefusedAsync(object row, params string[] subjects)
        {
            var answer = await app.PostAsync(
                "/api/consultations", new { subjects, purpose = "award", askedBy = "县委", rows = new[] { row } });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
            return problem.GetProperty("errors").EnumerateObject().Select(error => error.Name);
        }

        Assert.Equal(["rows[0].subject"], await RefusedAsync(new { name = "王伟", subject = "official:p-1" }, "official:p-1"));
        Assert.Equal(["rows[0].subject"], await RefusedAsync(new { name = "王小二", subject = "official:p-1" }, "official:p-1"));
        Assert.Equal(["rows[0].subject"], await RefusedAsync(new { name = "张三", subject = "official:p-1" }, "official:p-2"));
        Assert.Equal(["rows[0]"], await RefusedAsync(new { post = "镇长" }, "official:p-1"));
        Assert.Equal(["rows[0].name"], await RefusedAsync(new { name = " " }, "official:p-1"));
        Assert.Equal(["rows[0].row"], await RefusedAsync(new { name = "张三", row = 0 }, "official:p-1"));
        Assert.Equal(["subjects"], await RefusedAsync(new { name = "王小二" }));
        Assert.Empty(await app.ItemsAsync("/api/consultations"));
    }

    [Fact]
    public async Task A_repeated_request_gets_its_reply_though_the_name_has_another_bearer_meanwhile()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        await app.RegisterNamedAsync();
        var question = new
        {
            subjects = new[] { "official:p-1" },
            purpose = "award",
            askedBy = "县委",
            rows = new[] { new { name = "张三", subject = "official:p-1" } },
        };

        async Task<HttpResponseMessage> AskAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/consultations") { Content = JsonContent.Create(question) };
            request.Headers.Add("Idempotency-Key", "list-7");
            return await app.Http.SendAsync(request, Cancellation);
        }

        var first = await (await AskAsync()).Content.ReadAsStringAsync(Cancellation);
        await app.PutPersonAsync("p-9", "张三", "yj-qiaotou", "镇长");

        Assert.Equal(first, await (await AskAsync()).Content.ReadAsStringAsync(Cancellation));
        Assert.Contains("\"onlyOne\"", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Candidates_are_asked_for_by_rows_or_by_text_of_at_most_a_thousand_rows()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        async Task RefusedAsync(object body, string type) =>
            await BadListingTests.ProblemAsync(await app.PostAsync(Candidates, body), 422, type);

        await RefusedAsync(new { }, "rows-or-text");
        await RefusedAsync(new { text = "张三", rows = new[] { new { name = "张三" } } }, "rows-or-text");
        await RefusedAsync(new { rows = new[] { new { post = "镇长" } } }, "row-empty");
        await RefusedAsync(new { text = new string('张', 1001) }, "row-too-long");

        // boundary: as many rows as are taken, with their heading, and one more
        var names = string.Join('\n', Enumerable.Range(0, 1000).Select(i => $"张{i}"));
        Assert.Equal(1000, (await RowsAsync(app, new { text = $"姓名\n{names}" })).Count);
        await RefusedAsync(new { text = $"{names}\n张三" }, "row-count");
        await RefusedAsync(new { rows = Enumerable.Range(0, 1001).Select(i => new { name = $"张{i}" }) }, "row-count");
    }

    [Fact]
    public async Task A_thousand_rows_take_no_more_reads_of_a_register_of_ten_thousand_than_one_row()
    {
        CountingRegisterStore? counting = null;
        await using var app = await App.StartAsync("2026-03-30 09:30", services =>
        {
            var standing = services.Last(service => service.ServiceType == typeof(IRegisterStore));
            services.AddSingleton<IRegisterStore>(provider => counting = new CountingRegisterStore(
                (IRegisterStore)(standing.ImplementationFactory?.Invoke(provider) ?? standing.ImplementationInstance
                    ?? ActivatorUtilities.CreateInstance(provider, standing.ImplementationType!))));
        });
        await counting!.PutAllAsync(
            [],
            [
                .. Enumerable.Range(0, 10_000).Select(i => SampleRegister.Person(
                    $"x-{i}", $"{"赵钱孙李周吴郑王冯陈"[i % 10]}{(char)('一' + i / 10)}",
                    SampleRegister.Post("yj-oubei", "科员", "2020-01-01"))),
            ],
            Cancellation);

        async Task<int> ReadsAsync(int rows)
        {
            var before = counting.Reads;
            var text = string.Join('\n', Enumerable.Range(0, rows).Select(i => $"赵{(char)('一' + i)}\t瓯北街道"));
            // Some of the characters are two forms of one, and then there is a choice.
            Assert.All(await RowsAsync(app, new { text }), row => Assert.NotEqual("unknown", Text(row, "result")));
            return counting.Reads - before;
        }

        var one = await ReadsAsync(1);
        Assert.Equal([one, one], [await ReadsAsync(30), await ReadsAsync(1000)]);
        Assert.InRange(one, 1, 20);
    }

    [Theory]
    [InlineData("cadres-key-of-the-tests", HttpStatusCode.OK)]
    [InlineData("reader-key-of-the-tests", HttpStatusCode.Forbidden)]
    [InlineData("no-key-of-the-tests", HttpStatusCode.Unauthorized)]
    public async Task Candidates_are_for_those_who_may_ask(string key, HttpStatusCode status)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", NamedSample.Keys);
        using var request = new HttpRequestMessage(HttpMethod.Post, Candidates) { Content = JsonContent.Create(new { text = "张三" }) };
        request.Headers.Add("x-functions-key", key);

        Assert.Equal(status, (await app.WithoutKey.SendAsync(request, Cancellation)).StatusCode);
    }

    private static async Task<IReadOnlyList<JsonElement>> RowsAsync(App app, object body)
    {
        var answer = await app.PostAsync(Candidates, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("rows").EnumerateArray()];
    }

    private static async Task<byte[]> CsvAsync(App app, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        return await (await app.Http.SendAsync(request, Cancellation)).Content.ReadAsByteArrayAsync(Cancellation);
    }

    private static string? Text(JsonElement of, string member) => of.GetProperty(member).GetString();
}
