using System.Text;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Consultations;

/// <summary>What somebody who checks a reply has at hand.</summary>
internal sealed record ProofFiles(string Address, byte[] Annex, string Hash, string Entries, string Ledger, string Root)
{
    /// <summary>Lists a unit, asks about a barred person, a barred unit and a clear person, and takes the files.</summary>
    public static async Task<ProofFiles> OfAsync(App app)
    {
        await app.ListAsync("2026-03-30", new { months = 6 });
        var response = await app.PostAsync("/api/consultations", new
        {
            subjects = new[] { "official:o-1", "official:o-4" },
            purpose = "promotion",
            askedBy = "县委组织部",
        });
        response.EnsureSuccessStatusCode();
        var address = response.Headers.Location!.ToString();
        return new ProofFiles(
            address, Encoding.UTF8.GetBytes(await TextAsync(app, $"{address}/annex")),
            (await app.GetAsync(address)).GetProperty("annexHash").GetString()!,
            await TextAsync(app, $"{address}/entries", "auditor-key-of-the-tests"),
            await TextAsync(app, "/api/export", "auditor-key-of-the-tests"),
            (await app.GetAsync("/api/audit/root", "auditor-key-of-the-tests")).GetProperty("root").GetString()!);
    }

    /// <summary>The text at an address, for the officer or for whoever has the key.</summary>
    public static async Task<string> TextAsync(App app, string address, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (key is not null) request.Headers.Add("x-functions-key", key);
        var response = await (key is null ? app.Http : app.WithoutKey).SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The file with one byte changed.</summary>
    public static byte[] Changed(byte[] file, int place)
    {
        var changed = file.ToArray();
        changed[place] ^= 1;
        return changed;
    }
}
