using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Rectify.Domain.Identity;
using Rectify.Office.Cases;

namespace Rectify.Functions.Tests.Kills;

/// <summary>
/// Twenty months of a client that repeats what got no answer: seven listings, each with another course, a notice that leads by a talk to
/// one of them
/// and a talk that leads to nothing, two units whose years failed, and one that owes letter and reports.
/// </summary>
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

        // On a day without a yearly reminder: whom a reminder finds is asked anew by a process that starts on its day.
        Put(5);
        Admonish("noticed", "u5", "notice", "2026-04-20", new { days = 20 });
        Admonish("talked", "u5", "talk", "2026-04-20", new { days = 20 });
        Advance("2026-05-25T02:00:00Z");
        Do("extended", "extension", "extensionGranted", new { by = new { days = 15 }, reason = "汛期", approvedBy = "县委平安办" });
        Do("continued", "inspection", "inspectionFailed",
            new { result = "failed", remarks = "差一点", ifFailedLate = "continue", newDueOn = "2026-07-31" });
        Admonish("climbed", "u5", "talk", "2026-05-25", new { days = 20 }, CaseId("admonitions", "noticed"));
        Do("talked", "next-rung", "nextRungDeclined", new { decision = "decline", reason = "问题已基本解决", decidedBy = "永嘉县平安办" },
            "admonitions");
        Advance("2026-06-01T02:00:00Z");
        Do("released", "submission", "rectificationSubmitted", new { summary = "已整改" });
        Do("released", "inspection", "inspectionPassed", new { result = "passed", remarks = "合格" });
        foreach (var unit in new[] { "u3", "u4" })
        {
            Assess(unit, 2024, new { result = "failed", decidedOn = "2025-02-03" });
            Assess(unit, 2025, new { result = "failed", decidedOn = "2026-02-09" });
        }

        Enter("responsibility-letters/u5/2026", new { signedOn = "2026-06-01", signedBy = "干部", signedWith = "永嘉县平安委" });
        Advance("2026-08-03T02:00:00Z");
        Assess("u4", 2024, new { result = "passed", decidedOn = "2025-02-03", reason = "复核得分有误" });
        List("revoked", "u2", "2026-08-03", new { months = 4 });
        List("failed", "u1", "2026-08-03", new { months = 1 });
        List("above", "u5", "2026-08-03", new { months = 1 }, FollowerOf(CaseId("admonitions", "noticed")));
        Advance("2026-08-31T02:00:00Z");
        Do("failed", "submission", "rectificationSubmitted", new { summary = "已整改" });
        Advance("2026-09-10T02:00:00Z");
        Do("failed", "inspection", "inspectionFailed", new { result = "failed", remarks = "不合格" });
        Do("revoked", "revocation", "measureRevoked",
            new { measure = "listing", effect = "fromDate", on = "2026-09-10", reason = "认定有误", decidedBy = "县委政法委" });
        Advance("2027-01-15T02:00:00Z");
        Enter("duty-reports/u5-principal/2026", new { submittedOn = "2027-01-15", summary = "述职" });
        Advance("2027-12-15T02:00:00Z");
    }

    public IReadOnlyList<Step> Steps => steps;

    /// <summary>The version of each case that the client has been told of.</summary>
    public IReadOnlyDictionary<string, int> Acknowledged => acknowledged;

    /// <summary>How many units the client has been told are in the register.</summary>
    public int AcknowledgedUnits => units;

    /// <summary>Where the clock stands at least.</summary>
    public DateTimeOffset AcknowledgedInstant { get; private set; } = Instant(Start);

    private static string CaseId(string route, string key) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"officer:officer|{route}|{key}")).AsSpan(0, 16)).ToString("n");

    private static string FollowerOf(string caseId) => CaseNaming.FollowerOf(new CaseId(caseId)).Value;

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
                responsibility = (unit, role) switch { (5, "principal") => "first", (5, "inCharge") => "direct", _ => null },
            }));
        }

        units = Math.Max(units, unit);
    });

    private void List(string key, string unitId, string listedOn, object period, string? precededBy = null) => Open("listings", key, new
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
        precededBy,
    }, precededBy);

    private void Admonish(string key, string unitId, string rung, string issuedOn, object period, string? precededBy = null) =>
        Open("admonitions", key, new
        {
            unitId,
            rung,
            ground = "unresolvedHotspot",
            facts = "问题突出",
            goals = new[] { "整改到位" },
            issuedOn,
            period,
            legalBasis = "实施办法第十三条",
            issuedBy = "永嘉县平安办",
            precededBy,
        }, precededBy);

    private void Open(string route, string key, object body, string? precededBy) => Add($"open {key}", false, async http =>
    {
        var caseId = precededBy is null ? CaseId(route, key) : FollowerOf(precededBy);
        using var request = new HttpRequestMessage(HttpMethod.Post,
            $"/api/{route}")
        { Headers = { { "Idempotency-Key", key } }, Content = JsonContent.Create(body) };
        using var answer = await OkAsync(await http.SendAsync(request));
        Assert.Equal($"/api/cases/{caseId}", answer.Headers.Location!.ToString());
        acknowledged.TryAdd(caseId, 1);
    });

    // Sent again it says what stands.
    private void Enter(string place, object body) =>
        Add($"enter {place}", false, async http => await OkAsync(await http.PutAsJsonAsync($"/api/{place}", body)));

    // Sent again it enters nothing new, and opens or undoes what an attempt before it did not come to.
    private void Assess(string unit, int year, object body) => Add($"assess {unit} {year}", false, async http =>
    {
        using var answer = await OkAsync(await http.PutAsJsonAsync($"/api/assessments/{unit}/{year}", body));
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        foreach (var veto in json.GetProperty("vetoes").EnumerateArray()) acknowledged.TryAdd(veto.GetProperty("caseId").GetString()!, 1);
    });

    private void Do(string key, string action, string eventType, object body, string openedBy = "listings")
    {
        int? before = null;
        var caseId = CaseId(openedBy, key);
        Add($"{action} of {key}", false, async http =>
        {
            var route = $"/api/cases/{caseId}";
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
            acknowledged[caseId] = await VersionAsync(http, route);
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
        Assert.True(answer.IsSuccessStatusCode,
            $"{answer.RequestMessage?.RequestUri}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return answer;
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
