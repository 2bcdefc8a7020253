using System.Net.Http.Json;
using System.Text.Json;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;

namespace Rectify.Server.Rehearsal;

/// <summary>
/// Plays a scenario through the app's HTTP interface and prints on the timeline what the ledger and the mail folder show.
/// </summary>
internal sealed class Play(Stage stage, RehearsalTimeline timeline)
{
    private readonly List<string> cases = [];
    private readonly Dictionary<string, int> told = [];

    /// <summary>Plays the scenario. Returns the answer to a refused request; null when none was refused.</summary>
    public async Task<string?> RunAsync(Scenario scenario)
    {
        timeline.Begin(scenario.Name);
        foreach (var call in scenario.Calls)
        {
            await AdvanceAsync(call.Instant);
            if (await SendAsync(call) is { } refusal) return refusal;
            await stage.Clock.WhenIdleAsync(CancellationToken.None);
            await TellAsync();
        }

        await AdvanceAsync(LocalDay.EndOf(scenario.Until));
        timeline.End(cases.Count, Mails("*").Count);
        return null;
    }

    private async Task AdvanceAsync(DateTimeOffset instant)
    {
        await stage.Clock.AdvanceToAsync(instant, CancellationToken.None);
        await TellAsync();
    }

    private async Task<string?> SendAsync(ScenarioCall call)
    {
        var (method, route) = call.Split();
        if (cases is [.., var last]) route = route.Replace("{caseId}", last, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(method, route);
        if (call.Body is { } body) request.Content = JsonContent.Create(body);

        using var response = await stage.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode) return $"{call.At} {call.Call}: {(int)response.StatusCode} {text}";

        if (response.Headers.Location is { } location) cases.Add(location.ToString().Split('/')[^1]);
        if (method == HttpMethod.Get) timeline.Answer(call.Instant, route, JsonElement.Parse(text));
        return null;
    }

    // Prints the entries of each case since the last call, oldest first.
    private async Task TellAsync()
    {
        foreach (var caseId in cases)
        {
            var answer = await stage.Http.GetFromJsonAsync<JsonElement>($"/api/cases/{caseId}/events");
            var entries = answer.GetProperty("items").EnumerateArray().Select(item => Read(caseId, item)).ToList();
            foreach (var entry in entries.Skip(told.GetValueOrDefault(caseId)))
                timeline.Entry(entry, Mails($"{caseId}.{entry.Sequence:D4}.*").Count);
            told[caseId] = entries.Count;
        }
    }

    private IReadOnlyList<string> Mails(string pattern)
    {
        var folder = Path.Combine(stage.Directory, "mail");
        return System.IO.Directory.Exists(folder) ? System.IO.Directory.GetFiles(folder, $"{pattern}.eml") : [];
    }

    private static StoredEvent Read(string caseId, JsonElement item) => new(
        new CaseId(caseId),
        item.GetProperty("sequence").GetInt32(),
        item.GetProperty("type").GetString()!,
        item.GetProperty("at").GetDateTimeOffset(),
        item.GetProperty("actor").GetString()!,
        item.GetProperty("data").GetRawText(),
        item.GetProperty("previousHash").GetString()!,
        item.GetProperty("hash").GetString()!);
}
