using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>An office with two cases, and what a newer version of the program may have written into one of them.</summary>
internal static class NewerVersion
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<App> StartAsync(params string[] storage) =>
        App.StartAsync("2026-03-30 09:30", [.. storage, "--Office:Name", "永嘉县平安办"]);

    /// <summary>One case of the unit in the register, and one of another.</summary>
    public static async Task<(string Newer, string Other)> TwoCasesAsync(App app)
    {
        await app.PutAsync("/api/units/yj-other", new
        {
            name = "东城街道",
            kind = "locality",
            level = "township",
            liaison = new { name = "王联络", email = "liaison@dongcheng.example" },
            supervisorEmail = "office@yongjia.example",
        });
        await app.PutAsync("/api/officials/p-1", new
        {
            name = "王主任",
            email = "p-1@dongcheng.example",
            unitId = "yj-other",
            post = "主任",
            role = "principal",
            from = "2024-01-01",
        });
        var newer = await app.ListAsync("2026-03-30", new { months = 1 });
        var body = App.Listing("2026-03-30", new { months = 1 });
        (body["unitId"], body["documentNumber"]) = ("yj-other", "永平安督〔2026〕4号");
        var response = await app.PostAsync("/api/listings", body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancellation));
        await app.SettleAsync();
        return (newer, response.Headers.Location!.ToString().Split('/')[^1]);
    }

    /// <summary>Appends what a newer version would: a whole chain, an event of its own.</summary>
    public static async Task WriteNewerAsync(App app, string caseId, string type, string data)
    {
        var ledger = app.Services.GetRequiredService<ILedger>();
        var entry = await EntryAsync(ledger, caseId);
        var stream = await ledger.LoadAsync(new CaseId(caseId), Cancellation);
        var newer = new StoredEvent(new CaseId(caseId), stream.Count + 1, type, app.Now, "officer:officer", data, stream[^1].Hash, "");
        newer = newer with { Hash = HashOf(newer) };
        var append = new LedgerAppend(entry with { Version = newer.Sequence }, stream.Count, [newer], []);
        Assert.Equal(AppendOutcome.Recorded, await ledger.AppendAsync(append, Cancellation));
    }

    private static async Task<CaseEntry> EntryAsync(ILedger ledger, string caseId) =>
        (await ledger.ListAsync(new CaseFilter(null, null, null, DateTimeOffset.UnixEpoch), 100, null, Cancellation))
            .Items.Single(one => one.CaseId.Value == caseId);

    // The public form of the hash (docs/operate.md): another program writes it too.
    private static string HashOf(StoredEvent entry)
    {
        string[] parts =
        [
            entry.CaseId.Value, entry.Sequence.ToString(CultureInfo.InvariantCulture), entry.Type,
            entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), entry.Actor, entry.Data, entry.PreviousHash,
        ];
        var framed = string.Concat(parts.Select(part => $"{part.Length}:{part};"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(framed)));
    }
}
