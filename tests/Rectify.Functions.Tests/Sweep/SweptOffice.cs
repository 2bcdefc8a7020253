using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Journeys;
using Rectify.Office.Outbox;
using Rectify.Server.CommandLine;
using Rectify.Server.Rehearsal;
using Rectify.Server.Sample;

namespace Rectify.Functions.Tests.Sweep;

/// <summary>The running app with a case in every state, and everything that its routes and pages ask for.</summary>
public sealed partial class SweptOffice : IAsyncLifetime
{
    private const int AtOnce = 4;
    private const int MaxShown = 40;

    private static readonly DateTimeOffset Now = App.Instant("2026-03-30 09:30");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rectify-sweep-");
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal)
    {
        ["unitId"] = "yj-oubei",
        ["officialId"] = "o-1",
        ["otherId"] = "yj-oubei-principal",
        ["commendationId"] = "c-1",
        ["visitId"] = "v-1",
        ["duty"] = "yearEndSummary",
        ["subject"] = "unit:yj-oubei",
        ["year"] = "2026",
        ["kind"] = "listing-notice",
        ["file"] = "x.ics",
    };

    // Without the cookies of the pages that were opened before.
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private Stage stage = null!;

    internal SweptPages Pages { get; private set; } = SweptPages.None;

    /// <summary>The routes of all functions as the build tells them to the platform, with their methods.</summary>
    internal IReadOnlyList<(string Route, IReadOnlyList<string> Methods)> Routes { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        stage = await Stage.OpenAsync(
            folder.FullName, Now.AddDays(-SampleCounty.DaysBack),
            [
                .. SampleCounty.Settings, .. Boards.Keys, "--Office:Replies", "byOfficer",
                "--Access:Keys:3:Name", "组织部", "--Access:Keys:3:Role", "consulting", "--Access:Keys:3:Key", "consulting-key-of-a-test",
            ]);
        await new SampleCounty(stage, Now).PlayAsync(Progress.None);
        http.BaseAddress = stage.Http.BaseAddress;
        http.DefaultRequestHeaders.Add("x-functions-key", stage.Http.DefaultRequestHeaders.GetValues("x-functions-key"));
        await FillAsync();

        Routes = await ReadRoutesAsync();
        var pages = Routes.Select(route => route.Route).Where(IsPage).Distinct().ToList();
        Pages = await SweptPages.OpenAsync(http, pages, pages.Select(page => AddressOf(page)), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await stage.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>An address of a route at which there is something.</summary>
    internal string AddressOf(string route, string? replaced = null, string? by = null) => RouteValue.Replace(
        $"/{route.TrimStart('/')}", part =>
    {
        var name = part.Groups[1].Value;
        return name == replaced ? by! : name switch
        {
            "caseId" => CaseFor(route),
            "id" when route.Contains("rulebooks", StringComparison.Ordinal) => "zhejiang-2017",
            _ => values.GetValueOrDefault(name, "x"),
        };
    });

    /// <summary>The names of the values in a route.</summary>
    internal static IEnumerable<string> ValuesOf(string route) => RouteValue.Matches(route).Select(part => part.Groups[1].Value);

    /// <summary>Whether a route is a page of the board, and not what answers addresses of none.</summary>
    internal static bool IsPage(string route) =>
        $"{route}/".StartsWith("board/", StringComparison.Ordinal) && !route.Contains("{*", StringComparison.Ordinal);

    /// <summary>Sends all, and fails with those that were not answered as every request is.</summary>
    internal async Task RequireAsync(IEnumerable<SweptRequest> requests)
    {
        var count = 0;
        var faults = new ConcurrentBag<string>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(requests, options, async (request, cancellation) =>
        {
            Interlocked.Increment(ref count);
            using var message = request.ToMessage();
            using var answer = await http.SendAsync(message, cancellation);
            var text = await answer.Content.ReadAsStringAsync(cancellation);
            if (FaultOf(request, answer, text) is { } fault) faults.Add($"{request}: {(int)answer.StatusCode} {fault}");
        });
        Assert.NotEqual(0, count);
        var shown = faults.Order(StringComparer.Ordinal).Take(MaxShown);
        Assert.True(faults.IsEmpty, $"{faults.Count} of {count}:\n{string.Join('\n', shown)}");
    }

    private static string? FaultOf(SweptRequest request, HttpResponseMessage answer, string text) => (int)answer.StatusCode switch
    {
        >= 500 => text,
        < 400 => request.Expected == Answer.Any ? null : $"taken: {text}",
        _ when request.Expected == Answer.RefusalWithLimits && Year.Count(text) < 2 => $"no limits: {text}",
        _ when request.Method == "HEAD" => null,
        _ when text.Length == 0 => "the body is empty",
        _ when request.Address.StartsWith("/board/style/", StringComparison.Ordinal) => null,
        _ when request.IsPage => PageFaultOf(request, answer, text),
        _ => ProblemFaultOf(answer, text),
    };

    private static string? ProblemFaultOf(HttpResponseMessage answer, string text) =>
        answer.Content.Headers.ContentType?.MediaType != "application/problem+json" ? $"no problem: {text}"
        : JsonElement.Parse(text).GetProperty("detail").GetString() is { Length: > 5 } ? null
        : $"no detail: {text}";

    private static string? PageFaultOf(SweptRequest request, HttpResponseMessage answer, string text)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "text/html") return $"no page: {text}";
        var page = PageForm.Parse(text);
        if (page.QuerySelector(".refusal, [role=alert], .error, .conflict") is not { TextContent.Length: > 5 })
            return $"no reason: {page.QuerySelector("main")?.TextContent}";
        var isChosen = request.Address.Contains("lang=", StringComparison.Ordinal);
        if (!isChosen && page.DocumentElement.GetAttribute("lang") != request.Language) return "another language";
        return request.RefusalFault?.Invoke(page);
    }

    // The case for which the board offers the action of the same name; else the first.
    private string CaseFor(string route) =>
        Pages.PagesOf($"board/cases/{{caseId}}/{route.Split('/')[^1]}") is [_, .., var page] ? page.Split('/')[3] : values["caseId"];

    private async Task FillAsync()
    {
        await SendAsync(
            "PUT", "/api/officials/o-1",
            """
            { "name": "干部", "email": "o-1@example.org", "unitId": "yj-oubei", "post": "职务", "role": "other",
              "from": "2024-01-01" }
            """);
        await SendAsync(
            "PUT", "/api/officials/o-1/commendations/c-1",
            """{ "title": "先进个人", "awardedBy": "永嘉县委", "awardedOn": "2026-01-10" }""");
        await SendAsync(
            "PUT", "/api/responsibility-letters/yj-oubei/2026",
            """{ "signedOn": "2026-01-10", "signedBy": "王书记", "signedWith": "永嘉县委" }""");
        await SendAsync("PUT", "/api/duty-reports/o-1/2026", """{ "submittedOn": "2026-02-10", "summary": "述职" }""");
        await SendAsync("PUT", "/api/assessments/yj-oubei/2025", """{ "result": "passed", "decidedOn": "2026-01-20" }""");
        await LoadRulebookAsync();
        await SendAsync(
            "PUT", "/api/units/yj-oubei/visits/v-1",
            """{ "visitedOn": "2026-03-20", "visitedBy": "市督查组", "findings": "消防通道堵塞" }""");
        await SendAsync("PUT", "/api/accounts/a-1", """{ "name": "办公系统", "role": "reader" }""");
        await SendAsync("PUT", "/api/accounts/a-1/keys/k", "{}");
        values["accountId"] = "a-1";
        values["requestId"] = (await SendAsync(
            "POST", "/api/consultation-requests",
            """{ "subjects": ["unit:yj-oubei"], "purpose": "honour", "askedBy": "县委组织部" }""",
            "consulting-key-of-a-test"))["requestId"]!.ToString();
        await SendAsync("PUT", "/api/officials/o-1/joins/yj-oubei-principal", """{ "reason": "同一人" }""");
        var consultation = await SendAsync(
            "POST", "/api/consultations", """{ "subjects": ["unit:yj-oubei"], "purpose": "honour", "askedBy": "县委组织部" }""");
        values["consultationId"] = consultation["consultationId"]!.ToString();
        var notices = await stage.Http.GetFromJsonAsync<JsonElement>("/api/notices", TestContext.Current.CancellationToken);
        values["id"] = notices.GetProperty("items")[0].GetProperty("noticeId").GetString()!;
        Assert.True(await stage.Services.GetRequiredService<IOutbox>().ReportAsync(
            new NoticeId(values["id"]), NoticeStatus.Failed, Now, "550", TestContext.Current.CancellationToken));
        var cases = await stage.Http.GetFromJsonAsync<JsonElement>("/api/cases?status=rectifying", TestContext.Current.CancellationToken);
        values["caseId"] = cases.GetProperty("items")[0].GetProperty("caseId").GetString()!;
        values["feedId"] = (await SendAsync("POST", "/api/feeds", """{ "label": "日历" }"""))["feedId"]!.ToString();
    }

    // A duty of the year beside the usual ones, and letters for plans: a case whose plan is overdue offers both forms for it.
    private async Task LoadRulebookAsync()
    {
        var book = JsonNode.Parse(
            RulebookCatalog.Shipped.TextOf(RulebookCatalog.Shipped.Find("zhejiang-2017-3")!),
            documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!
            .AsObject();
        book["id"] = "swept";
        book.Remove("replaces");
        book["yearlyCycle"]!["duties"] = JsonNode.Parse(
            """
            [{ "code": "yearEndSummary", "chinese": "年终工作总结", "english": "year-end summary", "owes": "unit", "source": "办法",
               "due": { "yearsAfter": 0, "month": 12, "day": 31, "workingDays": null } }]
            """);
        book["milestones"] = JsonNode.Parse(
            """
            { "planWorkingDays": 10, "reportEveryMonths": null, "daysBefore": [0], "source": "第十条",
              "urging": { "period": { "days": 7 }, "source": "第十二条" } }
            """);
        await SendAsync("PUT", "/api/rulebooks/swept", book.ToJsonString());
        await SendAsync("POST", "/api/rulebooks/swept/in-force", """{ "from": "2026-01-01", "reason": "常委会决定" }""");
        await SendAsync(
            "POST", "/api/listings",
            """
            { "unitId": "yj-oubei", "ground": "other", "facts": "问题突出", "goals": ["整改到位"], "listedOn": "2026-02-02",
              "period": { "months": 6 }, "legalBasis": "办法", "issuedBy": "县平安办", "rulebookId": "swept" }
            """);
    }

    private async Task<JsonNode> SendAsync(string method, string route, string body, string? key = null)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(new HttpMethod(method), route) { Content = content };
        using var asOther = new HttpClient { BaseAddress = stage.Http.BaseAddress };
        if (key is not null) request.Headers.Add("x-functions-key", key);
        using var answer = await (key is null ? stage.Http : asOther).SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {route}: {text}");
        return JsonNode.Parse(text)!;
    }

    private static async Task<IReadOnlyList<(string Route, IReadOnlyList<string> Methods)>> ReadRoutesAsync() =>
    [
        .. from function in await new GeneratedFunctionMetadataProvider().GetFunctionMetadataAsync("")
           from binding in function.RawBindings!.Select(json => JsonNode.Parse(json)!)
           where (string?)binding["type"] == "httpTrigger"
           let methods = binding["methods"]!.AsArray().Select(method => method!.ToString().ToUpperInvariant())
           select ((string)binding["route"]!, (IReadOnlyList<string>)[.. methods]),
    ];

    [GeneratedRegex(@"\b(19|20)[0-9]{2}\b")]
    private static partial Regex Year { get; }

    [GeneratedRegex(@"\{\*?(\w+)\}")]
    private static partial Regex RouteValue { get; }
}
