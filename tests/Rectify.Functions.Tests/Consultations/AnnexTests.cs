using System.Net;
using System.Text;
using Rectify.Domain;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Ledger;
using Rectify.Office.Consultations;
using Rectify.Server.Proofs;

namespace Rectify.Functions.Tests.Consultations;

/// <summary>The annex of a reply, and its check without the office.</summary>
public sealed class AnnexTests
{
    private const string Auditor = "auditor-key-of-the-tests";

    private static readonly string[] Keys =
        ["--Access:Keys:0:Name", "审计", "--Access:Keys:0:Role", "auditor", "--Access:Keys:0:Key", Auditor];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Annex_entries_and_root_fit_and_any_single_change_in_any_of_them_is_found()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Keys);
        var files = await ProofFiles.OfAsync(app);
        Assert.Empty(AnnexCheck.Of(files.Annex, files.Hash, files.Entries, files.Root));
        Assert.Empty(AnnexCheck.Of(files.Annex, files.Hash, files.Ledger, files.Root));

        Assert.All(Enumerable.Range(0, files.Annex.Length), place =>
            Assert.NotEmpty(AnnexCheck.Of(ProofFiles.Changed(files.Annex, place), files.Hash, files.Entries, files.Root)));
        var entries = Encoding.UTF8.GetBytes(files.Entries);
        Assert.All(Enumerable.Range(0, entries.Length), place => Assert.NotEmpty(AnnexCheck.Of(
            files.Annex, files.Hash, Encoding.UTF8.GetString(ProofFiles.Changed(entries, place)), files.Root)));
        foreach (var place in Enumerable.Range(0, 64))
        {
            string Other(string hex) => Encoding.ASCII.GetString(ProofFiles.Changed(Encoding.ASCII.GetBytes(hex), place));
            Assert.NotEmpty(AnnexCheck.Of(files.Annex, Other(files.Hash), files.Entries, files.Root));
            Assert.NotEmpty(AnnexCheck.Of(files.Annex, files.Hash, files.Entries, Other(files.Root)));
        }
    }

    [Fact]
    public async Task A_line_that_is_left_out_swapped_or_repeated_is_found()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Keys);
        var files = await ProofFiles.OfAsync(app);
        var lines = files.Entries.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length > 2);
        Assert.All(Enumerable.Range(0, lines.Length), place =>
        {
            Assert.NotEmpty(Check([.. lines[..place], .. lines[(place + 1)..]]));
            Assert.NotEmpty(Check([.. lines[..place], lines[place], .. lines[place..]]));
        });
        Assert.NotEmpty(Check([lines[1], lines[0], .. lines[2..]]));

        IReadOnlyList<AnnexMismatch> Check(string[] changed) =>
            AnnexCheck.Of(files.Annex, files.Hash, string.Join('\n', changed), files.Root);
    }

    [Fact]
    public async Task Later_entries_change_the_root_of_the_ledger_and_the_annex_still_fits_them()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Keys);
        var files = await ProofFiles.OfAsync(app);
        await app.AdvanceAsync("2026-04-02 10:00");
        var second = App.Listing("2026-04-01", new { months = 3 });
        (second["documentNumber"], second["unitId"], second["officials"]) =
            ("永平安督〔2026〕9号", "yj-oubei", new[] { new { officialId = "o-4", role = "principal" } });
        Assert.Equal(HttpStatusCode.Created, (await app.PostAsync("/api/listings", second)).StatusCode);

        var root = (await app.GetAsync("/api/audit/root", Auditor)).GetProperty("root").GetString()!;
        var ledger = await ProofFiles.TextAsync(app, "/api/export", Auditor);

        Assert.NotEqual(files.Root, root);
        Assert.Empty(AnnexCheck.Of(files.Annex, files.Hash, ledger, root));
        Assert.NotEmpty(AnnexCheck.Of(files.Annex, files.Hash, files.Entries, root));
    }

    [Fact]
    public async Task The_printed_reply_states_the_hash_of_the_annex()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Keys);
        var files = await ProofFiles.OfAsync(app);
        Assert.Equal(Digest.Of(files.Annex), files.Hash);
        Assert.Contains(files.Hash, await ProofFiles.TextAsync(app, $"{files.Address}/document"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_says_whether_files_fit()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Keys);
        var files = await ProofFiles.OfAsync(app);
        using var folder = new TempFolder();
        var (annex, entries) = (Path.Combine(folder.Path, "annex.json"), Path.Combine(folder.Path, "entries.jsonl"));
        await File.WriteAllBytesAsync(annex, files.Annex, Cancellation);
        await File.WriteAllTextAsync(entries, files.Entries, Cancellation);

        Assert.Equal((0, "Fits."), await RunAsync(annex, files.Hash, entries, files.Root));
        await File.AppendAllTextAsync(annex, " ", Cancellation);
        Assert.Equal((1, "Does not fit."), await RunAsync(annex, files.Hash, entries, files.Root));
        Assert.Equal((2, ""), await RunAsync(Path.Combine(folder.Path, "none"), null, null, null));

        static async Task<(int Code, string Last)> RunAsync(string annex, string? hash, string? entries, string? root)
        {
            using var output = new StringWriter();
            using var errors = new StringWriter();
            var code = await CheckAnnexCommand.RunAsync(annex, hash, entries, root, output, errors);
            return (code, output.ToString().TrimEnd().Split('\n')[^1].TrimEnd());
        }
    }
}
