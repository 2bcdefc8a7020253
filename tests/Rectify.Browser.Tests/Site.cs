using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Rectify.Server.Rehearsal;

namespace Rectify.Browser.Tests;

/// <summary>The real app with a small county: cases on time, near, awaiting inspection, released and vetoed.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rectify-browser-");
    private Stage? stage;

    public string Address => stage!.Http.BaseAddress!.ToString().TrimEnd('/');

    public string Key => stage!.Http.DefaultRequestHeaders.GetValues("x-functions-key").Single();

    /// <summary>Id of the vetoed case.</summary>
    public string Vetoed { get; private set; } = "";

    /// <summary>Id of a reply to a consultation.</summary>
    public string Reply { get; private set; } = "";

    /// <summary>Id of a mail of the vetoed case.</summary>
    public string Mail { get; private set; } = "";

    /// <summary>Id of the notice that was missed.</summary>
    public string Missed { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        stage = await Stage.OpenAsync(folder.FullName, Instant("2026-03-02 09:00"), "--Office:Name", "永嘉县平安办");
        foreach (var (id, name) in new[] { ("yj-oubei", "瓯北街道"), ("yj-qiaotou", "桥头镇"), ("yj-yantou", "岩头镇"),
            ("yj-qiaoxia", "桥下镇") })
        {
            await SendAsync(HttpMethod.Put, $"/api/units/{id}", new
            {
                name,
                kind = "locality",
                level = "township",
                liaison = new { name = "联络员", email = $"{id}@county.example" },
                supervisorEmail = "office@county.example",
            });
            foreach (var (role, post) in new[] { ("principal", "主要负责人"), ("inCharge", "分管负责人") })
            {
                await SendAsync(HttpMethod.Put, $"/api/officials/{id}-{role}", new
                {
                    name = $"{name}{post}",
                    email = $"{role}.{id}@county.example",
                    unitId = id,
                    post,
                    role,
                    from = "2024-01-01",
                });
            }
        }

        Vetoed = await ListAsync("yj-oubei", 1, "2026-03-02", 3);
        var released = await ListAsync("yj-qiaotou", 2, "2026-03-02", 5);
        await MoveToAsync("2026-06-10 10:00");
        await SendAsync(HttpMethod.Post, $"/api/cases/{released}/submission", new { summary = "已整改到位" });
        await SendAsync(HttpMethod.Post, $"/api/cases/{released}/inspection", new { result = "passed", remarks = "目标达到" });
        var awaiting = await ListAsync("yj-yantou", 3, "2026-06-10", 1);
        await ListAsync("yj-qiaoxia", 4, "2026-06-10", 6);
        Missed = (await SendAsync(HttpMethod.Post, "/api/admonitions", new
        {
            unitId = "yj-qiaoxia",
            rung = "notice",
            ground = "unresolvedHotspot",
            facts = "民宿治安登记不落实",
            goals = new[] { "登记落实到位" },
            issuedOn = "2026-05-20",
            documentNumber = "永平安督〔2026〕5号",
            legalBasis = "实施办法第十三条",
            issuedBy = "永嘉县平安办",
        })).Headers.Location!.ToString().Split('/')[^1];
        await MoveToAsync("2026-07-01 10:00");
        await SendAsync(HttpMethod.Post, $"/api/cases/{awaiting}/submission", new { summary = "申请验收" });
        var asked =
            await SendAsync(HttpMethod.Post, "/api/consultations",
                new { subjects = new[] { "unit:yj-oubei", "official:yj-qiaotou-principal" }, purpose = "award", askedBy = "县委组织部" });
        Reply = asked.Headers.Location!.ToString().Split('/')[^1];
        var mails = await stage.Http.GetFromJsonAsync<JsonElement>($"/api/notices?caseId={Vetoed}", TestContext.Current.CancellationToken);
        Mail = mails.GetProperty("items")[0].GetProperty("noticeId").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        if (stage is not null) await stage.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static DateTimeOffset Instant(string localTime) =>
        new DateTimeOffset(DateTime.ParseExact(localTime, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8))
            .ToUniversalTime();

    private Task MoveToAsync(string localTime) => stage!.Clock.AdvanceToAsync(Instant(localTime), TestContext.Current.CancellationToken);

    private async Task<string> ListAsync(string unit, int number, string listedOn, int months)
    {
        var answer = await SendAsync(HttpMethod.Post, "/api/listings", new
        {
            unitId = unit,
            ground = "unresolvedHotspot",
            severity = "serious",
            facts = "辖区电动自行车违规停放充电问题突出",
            goals = new[] { "违规停放充电点清零" },
            listedOn,
            period = new { months },
            documentNumber = $"永平安督〔2026〕{number}号",
            legalBasis = "实施办法第二十一条",
            issuedBy = "永嘉县平安办",
        });
        return answer.Headers.Location!.ToString().Split('/')[^1];
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string route, object body)
    {
        using var request = new HttpRequestMessage(method, route) { Content = JsonContent.Create(body) };
        var answer = await stage!.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode,
            $"{route}: {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        return answer;
    }
}
