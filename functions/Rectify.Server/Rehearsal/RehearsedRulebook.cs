using System.Net.Http.Json;
using System.Text;
using Rectify.Domain.Calendar;
using Rectify.Domain.Rulebooks;
using Rectify.Office.RulebookChanges;

namespace Rectify.Server.Rehearsal;

/// <summary>Puts the rulebook of a file in force in a rehearsal, as an officer does it.</summary>
internal static class RehearsedRulebook
{
    /// <summary>Puts it in force from the earliest possible day. Returns the answer to a refused request; null when none was.</summary>
    public static async Task<string?> PutInForceAsync(Stage stage, string file)
    {
        var text = await File.ReadAllTextAsync(file);
        var rulebook = ((RulebookReading.Readable)RulebookCatalog.Check(text)).Rulebook;
        var earliest = LocalDay.Of(stage.Clock.Now).AddDays(-rulebook.Backdating.MaxDaysBack);
        var decision = new RulebookInForceBody(earliest > rulebook.ValidFrom ? earliest : rulebook.ValidFrom, "rehearsal");

        var address = $"/api/rulebooks/{rulebook.Id}";
        using var loaded = await stage.Http.PutAsync(address, new StringContent(text, Encoding.UTF8, "application/json"));
        if (!loaded.IsSuccessStatusCode) return $"{file}: {(int)loaded.StatusCode} {await loaded.Content.ReadAsStringAsync()}";
        using var decided = await stage.Http.PostAsJsonAsync($"{address}/in-force", decision, Rectify.Domain.DomainJson.Options);
        return decided.IsSuccessStatusCode
            ? null
            : $"{file}: {(int)decided.StatusCode} {await decided.Content.ReadAsStringAsync()}";
    }
}
