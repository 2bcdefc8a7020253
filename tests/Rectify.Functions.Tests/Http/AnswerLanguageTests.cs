using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Rectify.Domain.Messages;
using Rectify.Functions.Http;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Http;

/// <summary>Refusals are told in the language that is asked for; their type is the same in every language.</summary>
public sealed class AnswerLanguageTests
{
    [Theory]
    [InlineData(null, Language.English)]
    [InlineData("", Language.English)]
    [InlineData("zh-CN", Language.Chinese)]
    [InlineData("ZH", Language.Chinese)]
    [InlineData("zh-Hans-CN", Language.Chinese)]
    [InlineData("en", Language.English)]
    [InlineData("fr", Language.English)]
    [InlineData("fr, zh;q=0.5", Language.Chinese)]
    [InlineData("en;q=0.4, zh;q=0.5", Language.Chinese)]
    [InlineData("zh;q=0.5, en;q=0.6", Language.English)]
    [InlineData("en-GB, zh", Language.English)]
    [InlineData("zh;q=0, *", Language.English)]
    // boundary
    [InlineData("zh;q=0", Language.English)]
    [InlineData("zh;q=0.001", Language.Chinese)]
    [InlineData("zhx", Language.English)]
    [InlineData("no language at all;;;", Language.English)]
    public void The_language_is_the_one_that_the_request_prefers(string? header, Language expected)
    {
        var request = new DefaultHttpContext().Request;
        if (header is not null) request.Headers.AcceptLanguage = header;

        Assert.Equal(expected, AnswerLanguage.Of(request));
    }

    [Fact]
    public async Task A_refusal_is_told_in_the_language_of_the_request_and_keeps_its_type()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        (Func<HttpRequestMessage> Request, string Type, string English, string Chinese)[] refusals =
        [
            (() => Get("/api/cases/none"), "not-found", "There is no case none.", "没有案件 none。"),
            (() => Get("/api/officials/o-1/performance-record?asOf=2026-02-30"), "malformed",
                "asOf: a date is yyyy-MM-dd and exists in the calendar; got \"2026-02-30\". (D1)",
                "asOf：日期不存在，或写法不对（年-月-日）：“2026-02-30”。"),
            (() => Get("/api/cases?top=1000"), "malformed", "top: 1 to 200; got \"1000\".", "top：应为 1 至 200，现为“1000”。"),
            (() => Post("/api/listings", App.Listing("2026-03-30", new { months = 25 })), "malformed",
                "period: A period is 1 to 24 months; got 25. (D2)", "period：期限为 1 至 24 个月，填写的是 25。"),
            (() => Post("/api/listings", App.Listing("2026-03-30", new { months = 6 })), "document-number-taken",
                "documentNumber: unique; \"永平安督〔2026〕3号\" stands on another case. (S14)",
                "documentNumber：文号“永平安督〔2026〕3号”已被其他案件使用。"),
            (() => Post($"/api/cases/{caseId}/inspection", new { result = "passed", remarks = "好" }), "wrong-state",
                "An inspection needs awaitingInspection: the unit submits first; the case is rectifying (deadline 2026-09-30). (S8)",
                "案件目前的状态不允许此操作：验收须在待验收时（单位先提交整改报告）办理，案件现为“整改中”（期限至2026年9月30日）。"),
            (() => Post($"/api/cases/{caseId}/submission", new { }), "malformed", "summary is missing.", "summary：请填写此项。"),
        ];
        foreach (var (request, type, english, chinese) in refusals)
        {
            (string? Asked, string Tag, string Detail)[] answers =
                [("zh-CN", "zh-CN", chinese), ("en", "en", english), ("fr, zh;q=0.5", "zh-CN", chinese), (null, "en", english)];
            foreach (var (asked, tag, detail) in answers)
            {
                using var message = request();
                if (asked is not null) message.Headers.Add("Accept-Language", asked);
                using var answer = await app.Http.SendAsync(message, Cancellation);
                var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

                Assert.Equal($"/problems/{type}", problem.GetProperty("type").GetString());
                Assert.Equal(detail, problem.GetProperty("detail").GetString());
                Assert.Equal([tag], answer.Content.Headers.ContentLanguage);
                Assert.Contains("Accept-Language", answer.Headers.Vary);
                Assert.Equal(tag == "zh-CN", problem.GetProperty("title").GetString()!.Any(letter => letter > 0x4E00));
            }
        }
    }

    [Fact]
    public async Task What_stands_before_every_function_answers_in_that_language_too()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Boards.Keys);

        Assert.Equal("请在请求头 x-functions-key 中提供有效的密钥，或者登录。", await DetailAsync(app.WithoutKey, Get("/api/cases"), 401));
        var unit = Get("/api/units");
        unit.Headers.Add("x-functions-key", "reader-key-of-the-tests");
        unit.Method = HttpMethod.Put;
        unit.RequestUri = new Uri("/api/units/yj-oubei", UriKind.Relative);
        Assert.Equal("角色 reader 不能调用 PUT /api/units/yj-oubei。", await DetailAsync(app.WithoutKey, unit, 403));
        Assert.StartsWith(
            "query：参数名含有不能录入的字符 U+200B", await DetailAsync(app.Http, Get("/api/cases?a%E2%80%8B=1"), 400),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_is_refused_says_so_row_by_row_in_that_language()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/registry/import")
        {
            Content = new StringContent(
                "officialId,name,email,unitId,post,role,from\no-9,王五,wang@x.example,none,职务,principal,2026-02-30\n",
                Encoding.UTF8, "text/csv"),
        };
        request.Headers.Add("Accept-Language", "zh-CN");

        using var answer = await app.Http.SendAsync(request, Cancellation);

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, "/problems/rows-rejected"), (answer.StatusCode, problem.GetProperty("type").GetString()));
        Assert.Equal(["zh-CN"], answer.Content.Headers.ContentLanguage);
        Assert.Contains("首先是第 2 行", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            ["日期不存在，或写法不对（年-月-日）。", "单位台账中没有这个单位；先导入单位，后导入人员。"],
            problem.GetProperty("rejected").EnumerateArray().Select(row => row.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task The_notice_of_a_year_is_refused_day_by_day_in_that_language()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        using var request = Put(
            "/api/calendar/2026", new { source = "通知", daysOff = new[] { "2026-10-01" }, makeUpWorkingDays = new[] { "2026-10-13" } });
        request.Headers.Add("Accept-Language", "zh");

        using var answer = await app.Http.SendAsync(request, Cancellation);

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("/problems/calendar-refused", problem.GetProperty("type").GetString());
        Assert.Equal("2026年10月13日不是周六或周日，不能调休上班。",
            problem.GetProperty("errors").GetProperty("makeUpWorkingDays[0]")[0].GetString());
    }

    [Theory]
    [InlineData("/board/cases?dueFrom=2026-02-30", "日期不存在，或写法不对（年-月-日）：“2026-02-30”。")]
    [InlineData("/board/eligibility?on=2026-02-30", "日期不存在，或写法不对（年-月-日）：“2026-02-30”。")]
    [InlineData("/board/officials/o-1/performance-record?asOf=2026-02-30", "日期不存在，或写法不对（年-月-日）：“2026-02-30”。")]
    [InlineData("/board/outbox?state=nowhere", "现为“nowhere”。")]
    public async Task An_address_that_asks_for_the_impossible_is_answered_in_Chinese_with_what_was_asked(string address, string told)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Boards.Keys);
        using var officer = await app.OfficerAsync();

        var answer = await officer.GetAsync(address);

        Assert.InRange((int)answer.Status, 400, 499);
        Assert.Contains(told, PageForm.Parse(answer.Text).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_does_not_exist_is_refused_beside_its_field_and_what_was_typed_stays()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Boards.Keys);
        using var officer = await app.OfficerAsync();
        const string listing = "/board/listings/new?unitId=yj-oubei";

        var answer = await officer.PreviewAsync(
            listing, ("facts", "打过的字"), ("goals", "目标"), ("ground", "unresolvedHotspot"), ("legalBasis", "实施办法"),
            ("period.dueOn", "2026-02-30"), ("listedOn", "2026-02-29"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        var page = PageForm.Parse(answer.Text);
        Assert.Equal("打过的字", page.QuerySelector("[name=facts]")!.TextContent);
        Assert.Equal("2026-02-29", page.QuerySelector("[name=listedOn]")!.GetAttribute("value"));
        Assert.Contains("日期不存在，或写法不对（年-月-日）。", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<string> DetailAsync(HttpClient http, HttpRequestMessage request, int status)
    {
        request.Headers.Add("Accept-Language", "zh-CN");
        using var answer = await http.SendAsync(request, Cancellation);
        Assert.Equal(status, (int)answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("detail").GetString()!;
    }

    private static HttpRequestMessage Get(string route) => new(HttpMethod.Get, route);

    private static HttpRequestMessage Post(string route, object body) => new(HttpMethod.Post, route) { Content = JsonContent.Create(body) };

    private static HttpRequestMessage Put(string route, object body) => new(HttpMethod.Put, route) { Content = JsonContent.Create(body) };
}
