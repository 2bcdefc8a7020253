using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rectify.Domain;
using Rectify.Domain.Calendar;
using Rectify.Server.CommandLine;
using Rectify.Server.Rehearsal;

namespace Rectify.Server.Sample;

/// <summary>
/// A sample county, 永嘉县, with a case in every state. The cases are played through the app's HTTP interface over the months before an
/// instant. Officials are named by their posts, not as persons.
/// </summary>
internal sealed class SampleCounty(Stage stage, DateTimeOffset now)
{
    /// <summary>How many days before the instant the play begins.</summary>
    public const int DaysBack = 420;

    private static readonly (string Id, string Name)[] Units =
    [
        ("yj-oubei", "瓯北街道"), ("yj-wuniu", "乌牛街道"), ("yj-huangtian", "黄田街道"), ("yj-sanjiang", "三江街道"),
        ("yj-qiaotou", "桥头镇"),
        ("yj-qiaoxia", "桥下镇"), ("yj-yantou", "岩头镇"), ("yj-fenglin", "枫林镇"), ("yj-shatou", "沙头镇"), ("yj-bilian", "碧莲镇"),
    ];

    // Under the regulation of Zhejiang an enterprise is noticed only.
    private static readonly (string Id, string Name) Enterprise = ("yj-niukou", "永嘉县示例纽扣有限公司");

    // The first number of each act is its days before the instant. Some decisions are made at the instant itself (0), so that their cases
    // still show the decision; a day later they would be closed.
    private static readonly SampleAct[] Acts =
    [
        .. Course("yj-shatou", 415, 3, "消防通道长期堵塞", (375, "submission", Report), (370, "inspection", Passed)),
        .. Course("yj-bilian", 120, 6, "电动自行车违规停放充电", (50, "submission", Report), (40, "inspection", Passed)),
        .. Course("yj-oubei", 230, 6, "出租房消防隐患突出"),
        .. Course("yj-wuniu", 150, 6, "道路交通安全隐患突出",
            (120, "revocation",
                """{ "measure": "listing", "effect": "fromDate", "reason": "挂牌事由查明不实", "decidedBy": "县平安建设领导小组" }""")),
        .. Course("yj-sanjiang", 140, 3, "矛盾纠纷久拖不决", (60, "submission", Report)),
        .. Course("yj-qiaotou", 130, 3, "纽扣作坊安全生产隐患", "henan-2016-2"),
        .. Course("yj-qiaoxia", 125, 3, "教玩具企业消防隐患", "henan-2016-2",
            (0, "veto-decision", """{ "decision": "decline", "remarks": "已基本整改到位" }""")),
        .. Course("yj-huangtian", 85, 3, "工地扬尘与噪声扰民"),
        .. Course("yj-fenglin", 70, 6, "古建筑消防设施缺失", (20, "suspension", """{ "reason": "台风影响，整改中止" }""")),
        .. Course("yj-yantou", 40, 3, "景区停车秩序混乱", (5, "submission", Report)),
        .. Course("yj-bilian", 20, 6, "山塘水库安全隐患"),
        .. Rung("yj-huangtian", "notice", 60, "沿街店铺消防设施不全"),
        .. Rung("yj-wuniu", "notice", 45, "学校周边交通秩序混乱",
            (0, "next-rung", """{ "decision": "decline", "reason": "整治已近完成", "decidedBy": "永嘉县平安办" }""")),
        .. Rung("yj-fenglin", "talk", 30, "民宿治安登记不落实", (4, "submission", Report),
            (0, "inspection", """{ "result": "passed", "remarks": "目标达到" }""")),
        .. Rung("yj-sanjiang", "notice", 50, "物业纠纷多发"),
        .. Rung("yj-niukou", "notice", 48, "仓库消防设施不全"),
        .. Rung("yj-niukou", "notice", 44, "宿舍用电隐患突出",
            (0, "consequence", """{ "text": "责令书面检查，由应急管理局跟踪督促整改", "decidedBy": "永嘉县平安办" }""")),
        .. Next("yj-sanjiang-50", "yj-sanjiang", "talk", 0, "物业纠纷多发"),
    ];

    private const string Listings = "/api/listings";
    private const string Admonitions = "/api/admonitions";
    private const string Report = """{ "summary": "已按整改目标整改到位，申请验收" }""";
    private const string Passed = """{ "result": "passed", "remarks": "目标达到，同意摘牌" }""";

    /// <summary>
    /// The settings of the play. Its mails are only written to the mail folder and sent to nobody, whatever the installation's settings
    /// say.
    /// </summary>
    public static IEnumerable<string> Settings =>
    [
        "--Logging:LogLevel:Default", "Error", "--Mail:Acs", "", "--Mail:Smtp:Host", "",
        "--Office:Name", "永嘉县平安办", "--Office:Rulebook", "zhejiang-2017-3", "--Office:DocumentCode", "永平安督",
    ];

    public async Task PlayAsync(Progress progress)
    {
        progress.Show("Sample county: the units and their officials");
        foreach (var (id, name) in Units)
        {
            var isTown = name.EndsWith('镇');
            await RegisterAsync(
                (id, name, "locality"), isTown ? "党委书记" : "党工委书记", isTown ? "镇长" : "办事处主任",
                isTown ? "党委副书记、政法委员" : "党工委副书记、政法委员");
        }

        await RegisterAsync((Enterprise.Id, Enterprise.Name, "enterprise"), "董事长", "总经理", "分管安全生产副总经理");

        var cases = new Dictionary<string, string>();
        foreach (var act in Acts.OrderByDescending(act => act.DaysBefore))
        {
            var at = now.AddDays(-act.DaysBefore);
            progress.Show($"Sample county: {LocalDay.Of(at):yyyy-MM-dd}, {act.DaysBefore} of {DaysBack} days to go");
            await stage.Clock.AdvanceToAsync(at, CancellationToken.None);
            if (act.Action is { } action)
                await SendAsync(HttpMethod.Post, $"/api/cases/{cases[act.Course]}/{action}", JsonNode.Parse(act.Body)!);
            else cases[act.Course] = await OpenAsync(act, LocalDay.Of(at), act.After is { } before ? cases[before] : null);
        }

        await stage.Clock.AdvanceToAsync(now, CancellationToken.None);
        progress.End();
    }

    private async Task RegisterAsync((string Id, string Name, string Kind) unit, string principal, string supervising, string inCharge)
    {
        var (id, name, kind) = unit;
        await SendAsync(HttpMethod.Put, $"/api/units/{id}", JsonNode.Parse(
            $$"""
            {
              "name": "{{name}}", "kind": "{{kind}}", "level": "township",
              "liaison": { "name": "{{name}}平安建设联络员", "email": "{{id}}@yongjia.example" },
              "supervisorEmail": "office@yongjia.example"
            }
            """)!);
        foreach (var (role, post) in new[] { ("principal", principal), ("supervising", supervising), ("inCharge", inCharge) })
        {
            await SendAsync(HttpMethod.Put, $"/api/officials/{id}-{role}", JsonNode.Parse(
                $$"""
                {
                  "name": "{{name}}{{post}}", "email": "{{role}}.{{id}}@yongjia.example",
                  "unitId": "{{id}}", "post": "{{post}}", "role": "{{role}}", "from": "2024-01-01"
                }
                """)!);
        }
    }

    private async Task<string> OpenAsync(SampleAct act, DateOnly day, string? precededBy)
    {
        var body = JsonNode.Parse(act.Body)!;
        body[act.Route == Listings ? "listedOn" : "issuedOn"] = IsoDay.Of(day);
        if (precededBy is not null) body["precededBy"] = precededBy;
        return (await SendAsync(HttpMethod.Post, act.Route, body)).Headers.Location!.ToString().Split('/')[^1];
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string route, JsonNode body)
    {
        using var request = new HttpRequestMessage(method, route) { Content = JsonContent.Create(body) };
        var answer = await stage.Http.SendAsync(request);
        await stage.Clock.WhenIdleAsync(CancellationToken.None);
        return answer.IsSuccessStatusCode
            ? answer
            : throw new InvalidOperationException($"{method} {route}: {await answer.Content.ReadAsStringAsync()}");
    }

    private static IEnumerable<SampleAct> Course(string unitId, int daysBefore, int months, string facts,
        params (int DaysBefore, string Action, string Body)[] acts) =>
        Course(unitId, daysBefore, months, facts, "zhejiang-2017-3", acts);

    private static IEnumerable<SampleAct> Course(
        string unitId, int daysBefore, int months, string facts, string rulebook,
        params (int DaysBefore, string Action, string Body)[] acts)
    {
        var course = string.Create(CultureInfo.InvariantCulture, $"{unitId}-{daysBefore}");
        yield return new SampleAct(daysBefore, course, Listings, null,
            $$"""
            { "unitId": "{{unitId}}", "ground": "unresolvedHotspot", "severity": "serious",
              "facts": "辖区{{facts}}", "goals": ["{{facts}}问题整治到位"],
              "period": { "months": {{months}} }, "rulebookId": "{{rulebook}}",
              "legalBasis": "实施办法第二十一条", "issuedBy": "永嘉县平安办" }
            """);
        foreach (var (days, action, body) in acts) yield return new SampleAct(days, course, Listings, action, body);
    }

    // A notice or a talk, with the period of the rulebook, and the acts in its case.
    private static IEnumerable<SampleAct> Rung(string unitId, string rung, int daysBefore, string facts,
        params (int DaysBefore, string Action, string Body)[] acts)
    {
        var course = string.Create(CultureInfo.InvariantCulture, $"{unitId}-{daysBefore}");
        yield return new SampleAct(daysBefore, course, Admonitions, null, RungBody(unitId, rung, facts));
        foreach (var (days, action, body) in acts) yield return new SampleAct(days, course, Admonitions, action, body);
    }

    private static IEnumerable<SampleAct> Next(string before, string unitId, string rung, int daysBefore, string facts)
    {
        yield return new SampleAct(daysBefore, $"{before}-next", Admonitions, null, RungBody(unitId, rung, facts)) { After = before };
    }

    private static string RungBody(string unitId, string rung, string facts) =>
        $$"""
        { "unitId": "{{unitId}}", "rung": "{{rung}}", "ground": "unresolvedHotspot",
          "facts": "辖区{{facts}}", "goals": ["{{facts}}问题整治到位"],
          "rulebookId": "zhejiang-2017-3", "legalBasis": "实施办法第十三条", "issuedBy": "永嘉县平安办" }
        """;

    /// <summary>
    /// One request to the app, made <c>DaysBefore</c> days before the instant. Without an action it opens a case at the route, which may
    /// follow another case (<c>After</c>); with one it acts on the case.
    /// </summary>
    private sealed record SampleAct(int DaysBefore, string Course, string Route, string? Action, string Body)
    {
        public string? After { get; init; }
    }
}
