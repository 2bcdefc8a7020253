using System.Net.Http.Json;

namespace Rectify.Worker.Tests.Journeys;

/// <summary>Plays scenarios through the app's HTTP interface.</summary>
internal static class Journey
{
    /// <summary>Plays a whole scenario and returns what it left behind.</summary>
    public static async Task<Books> PlayAsync(this IOffice office, Scenario scenario)
    {
        var cases = new List<string>();
        foreach (var call in scenario.Calls)
        {
            await office.AdvanceAsync(call.Instant);
            await office.CallAsync(call, cases);
            await office.SettleAsync();
        }

        await office.AdvanceAsync(scenario.End);
        return await Books.ReadAsync(office, cases);
    }

    /// <summary>Plays a scenario until a case is open, and returns that case.</summary>
    public static async Task<string> PlayUntilListedAsync(this IOffice office, Scenario scenario)
    {
        var cases = new List<string>();
        foreach (var call in scenario.Calls.TakeWhile(_ => cases.Count == 0))
        {
            await office.AdvanceAsync(call.Instant);
            await office.CallAsync(call, cases);
        }

        await office.SettleAsync();
        return cases.Single();
    }

    /// <summary>Sends one request, which must be accepted.</summary>
    private static async Task CallAsync(this IOffice office, ScenarioCall call, List<string> cases)
    {
        var words = call.Call.Replace("{caseId}", cases.LastOrDefault(), StringComparison.Ordinal).Split(' ');
        using var request = new HttpRequestMessage(HttpMethod.Parse(words[0]), words[1]);
        if (call.Body is { } body) request.Content = JsonContent.Create(body);

        // Under this key the request may be repeated; a case takes its id from it, which is then the same in every run.
        if (request.Method == HttpMethod.Post) request.Headers.Add("Idempotency-Key", $"{call.At} {words[1]}");

        using var response = await office.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{call.At} {call.Call}: {(int)response.StatusCode} {text}");
        if (response.Headers.Location is { } location) cases.Add(location.ToString().Split('/')[^1]);
    }
}
