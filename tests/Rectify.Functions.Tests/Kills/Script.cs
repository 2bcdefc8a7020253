using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Rectify.Functions.Tests.Kills;

/// <summary>Twenty months of a client that repeats what got no answer: six listings, each with another course, and two units whose years failed.</summary>
internal sealed class Script
{
    public const string Start = "2026-03-30T01:00:00Z";

    private readonly List<Step> steps = [];
    private readonly Dictionary<string, int> acknowledged = [];
    private int units;

    public Script()
    {
        for (var unit = 1; unit <= 4; unit++) Put(unit);

        List("released", "u1", "2026-03-30", new { months = 6 });
        List("vetoed", "u2", "2026-03-30", new { months = 3 });
        List("continued", "u3", "2026-03-30", new { workingDays = 20 });
        Advance("2026-04-20T01:00:00Z");
        Do("continued", "submission", "rectificationSubmitted", new { summary = "已整改" });
        List("extended", "u4", "2026-04-20", new { days = 45 });
        Advance("2026-05-25T02:00:00Z");
        Do("extended", "extension", "extensionGranted", new { by = new { days = 15 }, reason = "汛期", approvedBy = "县委平安办" });
        Do("continued", "inspection", "inspectionFailed", new { result = "failed", remarks = "差一点", ifFailedLate = "continue", newDueOn = "2026-07-31" });
        Advance("2026-06-01T02:00:00Z");
        Do("released", "submission", "rectificationSubmitted", new { summary = "已整改" });
        Do("released", "inspection", "inspectionPassed", new { result = "passed", remarks = "合格" });
        foreach (var unit in new[] { "u3", "u4" })
        {
            Assess(unit, 2024, new { result = "failed", decidedOn = "2025-02-03" });
            Assess(unit, 2025, new { result = "failed", decidedOn = "2026-02-09" });
        }

        Advance("2026-08-03T02:00:00Z");
        Assess("u4", 2024, new { result = "passed", decidedOn = "2025-02-03", reason = "复核得分有误" });
        List("revoked", "u2", "2026-08-03", new { months = 4 });
        List("failed", "u1", "2026-08-03", new { months = 1 });
        Advance("2026-08-31T02:00:00Z");
        Do("failed", "submission", "rectificationSubmitted", new { summary = "已整改" });
        Advance("2026-09-10T02:00:00Z");
        Do("failed", "inspection", "inspectionFailed", new { result = "failed", remarks = "不合格" });
        Do("revoked", "revocation", "measureRevoked", new { measure = "listing", effect = "fromDate", on = "2026-09-10", reason = "认定有误", decidedBy = "县委政法委" });
        Advance("2027-01-15T02:00:00Z");
        Advance("2027-12-15T02:00:00Z");
    }

    public IReadOnlyList<Step> Steps => steps;

    /// <summary>The version of each case that the client has been told of.</summary>
    public IReadOnlyDictionary<string, int> Acknowledged => acknowledged;

    /// <summary>How many units the client has been told are in the register.</summary>
    public int AcknowledgedUnits => units;

    /// <summary>Where the clock stands at least.</summary>
    public DateTimeOffset AcknowledgedInstant { get; private set; } = Instant(Start);

    private static string CaseId(string key) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"officer:officer|listings|{key}")).AsSpan(0, 16)).ToString("n");

    private void Add(string name, bool isAdvance, Func<HttpClient, Task> act) => steps.Add(new Step(steps.Count, name, isAdvance, act));

    private void Put(int unit) => Add($"put u{unit}", false, async http =>
    {
        await OkAsync(await http.PutAsJsonAsync($"/api/units/u{unit}", new
        {
            name = $"街道{unit}",
            kind = "locality",
            level = "township",
            liaison = new { name = "联络员", email = $"liaison@u{unit}.example" },
            supervisorEmail = "office@yongjia.example",
        }));
        foreach (var role in new[] { "principal", "supervising", "inCharge" })
        {
            await OkAsync(await http.PutAsJsonAsync($"/api/officials/u{unit}-{role}", new
            {
                name = $"干部{unit}{role}",
                email = $"{role}@u{unit}.example",
                unitId = $"u{unit}",
                post = "职务",
                role,
                from = "2024-01-01",
            }));
        }

        units = Math.Max(units, unit);
    });

    private void List(string key, string unitId, string listedOn, object period) => Add($"list {key}", false, async http =>
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/listings")
        {
            Headers = { { "Idempotency-Key", key } },
            Content = JsonContent.Create(new
            {
                unitId,
                ground = "unresolvedHotspot",
                severity = "serious",
                facts = "问题突出",
                goals = new[] { "整改到位" },
                listedOn,
                period,
                legalBasis = "实施办法第二十一条",
                issuedBy = "永嘉县平安办",
            }),
        };
        using var answer = await OkAsync(await http.SendAsync(request));
        Assert.Equal($"/api/cases/{CaseId(key)}", answer.Headers.Location!.ToString());
        acknowledged.TryAdd(CaseId(key), 1);
    });

    // Sent again it enters nothing new, and opens or undoes what an attempt before it did not come to.
    private void Assess(string unit, int year, object body) => Add($"assess {unit} {year}", false, async http =>
    {
        using var answer = await OkAsync(await http.PutAsJsonAsync($"/api/assessments/{unit}/{year}", body));
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        foreach (var veto in json.GetProperty("vetoes").EnumerateArray()) acknowledged.TryAdd(veto.GetProperty("caseId").GetString()!, 1);
    });

    private void Do(string key, string action, string eventType, object body)
    {
        int? before = null;
        Add($"{action} of {key}", false, async http =>
        {
            var route = $"/api/cases/{CaseId(key)}";
            before ??= await VersionAsync(http, route);
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{route}/{action}")
            {
                Headers = { { "If-Match", $"\"{before}\"" } },
                Content = JsonContent.Create(body),
            };
            using var answer = await http.SendAsync(request);

            // 412: an earlier attempt was recorded and its answer lost. The clock stands still, so nothing else has changed the case.
            if (answer.StatusCode != HttpStatusCode.PreconditionFailed) await OkAsync(answer);
            using var events = await OkAsync(await http.GetAsync($"{route}/events"));
            var json = await events.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Single(
                json.GetProperty("items").EnumerateArray(),
                e => e.GetProperty("sequence").GetInt32() > before && e.GetProperty("type").GetString() == eventType);
            acknowledged[CaseId(key)] = await VersionAsync(http, route);
        });
    }

    private void Advance(string to) => Add($"advance to {to}", true, async http =>
    {
        // A repetition after an answer: the clock stands there already.
        using var answer = await OkAsync(await http.PostAsJsonAsync("/dev/clock/advance", new { to }));
        AcknowledgedInstant = Instant(to);
    });

    private static async Task<int> VersionAsync(HttpClient http, string route)
    {
        using var answer = await OkAsync(await http.GetAsync(route));
        return int.Parse(answer.Headers.ETag!.Tag.Trim('"'), CultureInfo.InvariantCulture);
    }

    private static async Task<HttpResponseMessage> OkAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage?.RequestUri}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return answer;
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
