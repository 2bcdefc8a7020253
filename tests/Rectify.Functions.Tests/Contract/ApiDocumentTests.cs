using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.OpenApi;
using Rectify.Functions.Access;
using Rectify.Functions.Board;
using Rectify.Functions.Contract;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Contract;

public class ApiDocumentTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Anybody_reads_the_contract_and_another_implementation_finds_it_well_formed()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var text = await app.WithoutKey.GetStringAsync("/api/openapi.json", Cancellation);

        var read = await OpenApiDocument.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), "json", cancellationToken: Cancellation);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic!.SpecificationVersion);
        Assert.Empty(read.Diagnostic.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        var ids =
            read.Document!.Paths.SelectMany(path => path.Value.Operations!.Values).Select(operation => operation.OperationId).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Contains("CreateListing", ids);
    }

    [Fact]
    public void Every_function_but_the_pages_stands_in_it_with_its_roles()
    {
        var operations = JsonNode.Parse(ApiDocument.Text)!["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject()).ToDictionary(one => one.Value!["operationId"]!.GetValue<string>(),
                one => one.Value!.AsObject());
        var functions = typeof(RectifyApp).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.GetParameters().Any(parameter =>
                parameter.GetCustomAttribute<HttpTriggerAttribute>()?.Route is { } route && IsOfContract(route)))
            .ToDictionary(method => method.GetCustomAttribute<FunctionAttribute>()!.Name);

        Assert.Equal(functions.Keys.Order(StringComparer.Ordinal), operations.Keys.Order(StringComparer.Ordinal));
        Assert.All(functions, function =>
        {
            var roles = function.Value.GetCustomAttribute<AllowsAttribute>()?.Roles.Select(Domain.WireName.Of);
            Assert.Equal(roles, operations[function.Key]["x-roles"]?.AsArray().Select(role => role!.GetValue<string>()));
            Assert.Equal(roles is null, operations[function.Key]["security"] is JsonArray { Count: 0 });
        });
    }

    [Fact]
    public async Task Its_paths_and_methods_are_those_that_the_build_tells_the_platform()
    {
        var written =
            from path in JsonNode.Parse(ApiDocument.Text)!["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            select $"{operation.Key} {path.Key} {operation.Value!["operationId"]}";
        var generated =
            from function in await new GeneratedFunctionMetadataProvider().GetFunctionMetadataAsync("")
            from binding in function.RawBindings!.Select(json => JsonNode.Parse(json)!)
            where (string?)binding["type"] == "httpTrigger" && IsOfContract($"{binding["route"]}")
            from method in binding["methods"]!.AsArray()
            select $"{method} /{binding["route"]} {function.Name}";

        Assert.Equal(generated.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    // The contract must be able to refuse: else no answer would ever break it.
    [Theory]
    [InlineData("""{"caseId":"c"}""", "Required")]
    [InlineData("""[]""", "object")]
    public void An_answer_that_is_no_case_breaks_it(string body, string fault) =>
        Assert.Contains(fault,
            PublishedContract.FaultOfAnswer(PublishedContract.OperationOf(HttpMethod.Get, "/api/cases/c-1")!, 200, "application/json",
                body), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData(418, "application/problem+json", """{"type":"/problems/x","title":"x","status":418,"detail":"x"}""", "")]
    [InlineData(204, null, "", "the status 204")]
    [InlineData(200, "text/plain", "ok", "the media type text/plain")]
    [InlineData(404, "application/problem+json", """{"title":"x"}""", "type")]
    public void Other_answers_are_told_apart(int status, string? media, string body, string fault)
    {
        var found = PublishedContract.FaultOfAnswer(PublishedContract.OperationOf(HttpMethod.Get, "/api/cases/c-1")!, status, media, body);
        Assert.True(fault.Length == 0 ? found.Length == 0 : found.Contains(fault, StringComparison.Ordinal), found);
    }

    [Theory]
    [InlineData("""{ "by": { "months": 2 }, "reason": "r", "approvedBy": "a" }""", true)]
    [InlineData("""{ "by": { "months": 25 }, "reason": "r", "approvedBy": "a" }""", false)]
    [InlineData("""{ "by": { "months": 2, "days": 1 }, "reason": "r", "approvedBy": "a" }""", false)]
    [InlineData("""{ "dueOn": "2026-02-30", "reason": "r", "approvedBy": "a" }""", false)]
    [InlineData("""{ "dueOn": "2026-02-28", "reason": "r" }""", false)]
    [InlineData("""{ "dueOn": "2026-02-28", "reason": "r", "approvedBy": "a", "who": 1 }""", false)]
    public void A_body_is_described_as_strictly_as_it_is_read(string body, bool allowed) =>
        Assert.Equal(allowed,
            PublishedContract.FaultOfRequest(PublishedContract.OperationOf(HttpMethod.Post, "/api/cases/c-1/extension")!,
                body).Length == 0);

    // Pages are for people.
    private static bool IsOfContract(string route) =>
        route != UnknownAddress.Route && !$"{route}/".StartsWith("board/", StringComparison.Ordinal);
}
