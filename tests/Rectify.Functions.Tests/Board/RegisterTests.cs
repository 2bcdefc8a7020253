using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Functions.Tests.Journeys;
using Rectify.Office.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;

namespace Rectify.Functions.Tests.Board;

public sealed class RegisterTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cases_are_found_by_words_and_days_and_sorted_by_their_deadline()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        await OpenAsync(app, "永平安督〔2026〕1号", 6);
        await OpenAsync(app, "永平安督〔2026〕2号", 3);
        await OpenAsync(app, "县综治〔2026〕3号", 1);

        Assert.Equal(["县综治〔2026〕3号", "永平安督〔2026〕2号", "永平安督〔2026〕1号"], await NumbersAsync(app, ""));
        Assert.Equal(["县综治〔2026〕3号", "永平安督〔2026〕2号", "永平安督〔2026〕1号"], await NumbersAsync(app, "?order=due"));
        Assert.Equal(["永平安督〔2026〕1号", "永平安督〔2026〕2号", "县综治〔2026〕3号"], await NumbersAsync(app, "?order=opened"));
        Assert.Equal(["永平安督〔2026〕2号", "永平安督〔2026〕1号"], await NumbersAsync(app, "?order=due&text=永平安"));
        Assert.Equal(3, (await NumbersAsync(app, "?text=瓯北")).Count);
        Assert.Empty(await NumbersAsync(app, "?text=桥头"));
        Assert.Equal(["永平安督〔2026〕2号"], await NumbersAsync(app, "?dueFrom=2026-06-30&dueBefore=2026-07-01"));
        Assert.Empty(await NumbersAsync(app, "?light=yellow"));
        await app.AdvanceAsync("2026-04-28 10:00");
        Assert.Equal(["县综治〔2026〕3号"], await NumbersAsync(app, "?light=yellow"));
    }

    [Fact]
    public async Task The_rest_of_what_is_due_is_found_whether_or_not_it_awaits_inspection()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        for (var i = 1; i <= 14; i++)
        {
            var caseId = await OpenAsync(app, $"永平安督〔2026〕{i}号", 1);
            if (i % 2 == 0) await app.DoAsync(caseId, "submission", new { summary = "已整改" });
        }

        var released = await OpenAsync(app, "永平安督〔2026〕15号", 1);
        await app.DoAsync(released, "submission", new { summary = "已整改" });
        await app.DoAsync(released, "inspection", new { result = "passed", remarks = "达到" });
        await app.AdvanceAsync("2026-04-28 10:00");

        var overview = PageForm.Parse(await app.Http.GetStringAsync("/board", Cancellation));
        var link = Assert.Single(overview.QuerySelectorAll("main a"), one => one.TextContent == "其余 2 件见台账").GetAttribute("href")!;

        Assert.Contains("status=rectifying,awaitingInspection&", link, StringComparison.Ordinal);
        Assert.Equal(14, (await NumbersAsync(app, link["/board/cases".Length..])).Count);
        var shown = PageForm.Parse(await app.Http.GetStringAsync(link, Cancellation));
        Assert.Equal("在办（整改中、待验收）", shown.QuerySelector("select[name=status] option[selected]")!.TextContent);
        Assert.Empty(await NumbersAsync(app, "?status=vetoed,suspended"));
    }

    [Theory]
    [InlineData("/board/cases.csv?text==cmd", null)]
    [InlineData("/board/cases?text==cmd", "text/csv")]
    public async Task The_register_is_saved_as_a_table_that_Excel_opens_and_in_which_nothing_is_a_formula(string address, string? accept)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var caseId = await OpenAsync(app, "=cmd|'/c calc'!A1", 6);
        await OpenAsync(app, "永平安督〔2026〕2号", 3);

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accept is not null) request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        var answer = await app.Http.SendAsync(request, Cancellation);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);

        Assert.Equal(("text/csv", "utf-8"), (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentType?.CharSet));
        Assert.Equal("attachment; filename=\"cases-2026-03-30.csv\"", answer.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal(
            $"""
            文号 number,单位 unit,措施 rung,灯 light,状态 status,下达日期 issuedOn,整改期限 dueOn,暂定 provisional,案件编号 caseId
            '=cmd|'/c calc'!A1,瓯北街道,挂牌督办,绿灯·正常,整改中,2026-03-30,2026-09-30,,{caseId}

            """.ReplaceLineEndings("\r\n"),
            Encoding.UTF8.GetString(bytes[3..]));
    }

    [Fact]
    public async Task A_table_of_another_units_cases_is_empty()
    {
        await using var app = await App.StartAsync(
            "2026-03-30 09:00", "--Access:Keys:0:Name", "邻街道", "--Access:Keys:0:Role", "unit",
            "--Access:Keys:0:Key", "other-key-of-the-tests", "--Access:Keys:0:UnitId", "yj-other");
        await app.PutOtherUnitAsync();
        await OpenAsync(app, "永平安督〔2026〕1号", 6);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/board/cases.csv?unitId=yj-oubei")
        {
            Headers = { { "x-functions-key", "other-key-of-the-tests" } },
        };
        var answer = await app.WithoutKey.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single((await answer.Content.ReadAsStringAsync(Cancellation)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task What_the_index_says_of_a_case_is_what_the_case_says_at_every_step_of_its_way()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        var caseId = await OpenAsync(app, "永平安督〔2026〕1号", 3);
        await RequireAgreementAsync(app, caseId);
        await app.DoAsync(caseId, "suspension", new { reason = "台风" });
        await RequireAgreementAsync(app, caseId);
        await app.AdvanceAsync("2026-04-20 09:00");
        await app.DoAsync(caseId, "resumption", new { reason = "恢复" });
        await RequireAgreementAsync(app, caseId);
        await app.DoAsync(caseId, "correction", new { documentNumber = "永平安督〔2026〕9号", reason = "笔误", decidedBy = "县平安办" });
        await RequireAgreementAsync(app, caseId);

        // through the yellow days, the veto, and the end of both sanctions
        foreach (var instant in (string[])["2026-07-13 10:00", "2026-07-20 10:00", "2026-07-21 00:30", "2026-09-01 10:00",
            "2027-07-19 10:00", "2027-07-22 10:00"])
        {
            await app.AdvanceAsync(instant);
            await RequireAgreementAsync(app, caseId);
        }

        Assert.Equal("closed", (await app.CaseAsync(caseId)).GetProperty("status").GetString());
    }

    private static async Task RequireAgreementAsync(App app, string caseId)
    {
        var (ledger, caseRepository, calendar) = (app.Services.GetRequiredService<ILedger>(),
            app.Services.GetRequiredService<CaseRepository>(), app.Services.GetRequiredService<CurrentCalendar>());
        var entry = Assert.Single((await ledger.ListAsync(new CaseFilter(null, null, null, app.Now), 10, null, Cancellation)).Items);
        var record = (await caseRepository.FindAsync(new(caseId), Cancellation))!;
        var today = LocalDay.Of(app.Now);
        var seen = CaseListItem.Of(record, today, calendar.Value);

        var caseListItem = CaseListItem.Of(entry, today, app.Now);
        Assert.Equal(record.State is CaseState.Suspended, caseListItem is null);
        if (caseListItem is null) return;
        var bars = BarList.Of(caseListItem.Summary.Bars.Items.Where(bar => bar.Days.To >= today));
        Assert.Equal(seen, caseListItem with { Summary = caseListItem.Summary with { Bars = bars } });
    }

    private static async Task<string> OpenAsync(App app, string number, int months)
    {
        var answer =
            await app.PostAsync("/api/listings",
                new Dictionary<string, object?>(App.Listing("2026-03-30", new { months })) { ["documentNumber"] = number });
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Cancellation));
        return answer.Headers.Location!.ToString().Split('/')[^1];
    }

    private static async Task<IReadOnlyList<string>> NumbersAsync(App app, string query)
    {
        var page = await app.Http.GetStringAsync("/board/cases" + query, Cancellation);
        return [.. System.Text.RegularExpressions.Regex.Matches(page, "<a href=\"/board/cases/[0-9a-f]{32}\">([^<]*)</a>")
            .Select(match => match.Groups[1].Value)];
    }
}
