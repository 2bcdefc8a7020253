using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Sweep;

namespace Rectify.Functions.Tests.Contract;

/// <summary>Every date of every route that the contract names, with days that nobody means: refused in words, and never a 500.</summary>
public sealed partial class DateSweepTests
{
    private static readonly string[] Absurd = ["0001-01-01", "1900-01-01", "2099-12-30", "9999-12-31"];

    [Fact]
    public async Task No_absurd_date_in_any_query_or_body_is_taken_or_fails()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        var (faults, tried) = (new List<string>(), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var (method, path, operation) in ContractSamples.Operations)
        {
            foreach (var (place, day, request) in Absurd.SelectMany(day => Requests(path, method, operation, day, caseId)))
            {
                tried.Add($"{method} {path} {place}");
                using var sent = request;
                using var answer = await app.Http.SendAsync(sent, TestContext.Current.CancellationToken);
                var status = (int)answer.StatusCode;
                if (status is >= 400 and < 500) continue;

                var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                faults.Add($"{method} {path} {place}={day}: {status} {text}");
            }
        }

        Assert.Empty(faults);
        Assert.Contains("POST /api/listings receivedOn", tried);
        Assert.Contains("POST /api/cases/{caseId}/inspection newDueOn", tried);
        Assert.Contains("GET /api/eligibility on", tried);
        Assert.Contains("PUT /api/officials/{officialId} posts.from", tried);
        Assert.InRange(tried.Count, 35, int.MaxValue);
    }

    private static IEnumerable<(string Place, string Day, HttpRequestMessage Request)> Requests(
        string path, string method, System.Text.Json.Nodes.JsonObject operation, string day, string caseId)
    {
        var address = PathValue().Replace(path, value => value.Groups[1].Value switch
        {
            "caseId" => caseId,
            "year" => "2026",
            var name => ContractSamples.ValueOf(name),
        });
        var queries = ContractSamples.ParametersOf(operation).Where(parameter => parameter.Place == "query").ToList();
        var others = string.Concat(
            queries.Where(query => query is { IsRequired: true, Format: null })
                .Select(query => $"&{query.Name}={ContractSamples.ValueOf(query.Name)}"));
        foreach (var dated in queries.Where(query => query.Format is "date" or "date-time"))
        {
            var value = dated.Format == "date" ? day : $"{day}T00:00:00Z";
            yield return (dated.Name, day, new HttpRequestMessage(new HttpMethod(method), $"{address}?{dated.Name}={value}{others}"));
        }

        if (ContractSamples.BodyOf(operation) is not { } schema) yield break;
        foreach (var place in ContractSamples.MembersOf(schema, ContractSamples.IsDate))
        {
            var body = JsonContent.Create(ContractSamples.Body(schema, place, day));
            yield return (string.Join('.', place), day, new HttpRequestMessage(new HttpMethod(method), address) { Content = body });
        }
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex PathValue();
}
