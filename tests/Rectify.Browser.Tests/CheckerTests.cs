using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace Rectify.Browser.Tests;

/// <summary>The page that checks the annex of a reply, saved and opened with the network off.</summary>
public sealed class CheckerTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_saved_page_checks_files_without_a_network_and_finds_every_changed_byte()
    {
        await using var files = await SavedFiles.OfAsync();
        await using var window = await chromium.OpenAsync(new() { Offline = true, ViewportSize = new() { Width = 360, Height = 740 } });
        var page = await window.NewPageAsync();
        List<string> requested = [];
        page.Request += (_, request) => requested.Add(request.Url);
        await page.GotoAsync(new Uri(files.Checker).AbsoluteUri);

        await page.Locator("#annex").SetInputFilesAsync(files.Annex);
        await page.Locator("#hash").FillAsync(files.Hash);
        await page.Locator("#entries").SetInputFilesAsync(files.Entries);
        await page.Locator("#root").FillAsync(files.Root);
        await page.Locator("button").ClickAsync();
        await Assertions.Expect(page.Locator("#result p")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#result")).ToContainTextAsync("相符。");
        await Assertions.Expect(page.Locator("#result")).ToContainTextAsync("Fits.");
        await page.Locator("#root").FillAsync(new string('0', 64));
        await page.Locator("button").ClickAsync();
        await Assertions.Expect(page.Locator("#result")).ToContainTextAsync("根值既不是附件的根值");
        await Assertions.Expect(page.Locator("#result")).ToContainTextAsync("Does not fit.");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 360"));
        Assert.All(requested, url => Assert.StartsWith("file:", url, StringComparison.Ordinal));

        var missed = await page.EvaluateAsync<string[]>(
            """
            ([annex, hash, entries, root]) => {
              const missed = [];
              const bytes = text => new TextEncoder().encode(text);
              const changed = (text, place) => { const copy = bytes(text); copy[place] ^= 1; return copy; };
              const text = copy => new TextDecoder().decode(copy);
              if (checkAnnex(bytes(annex), hash, entries, root).length > 0) missed.push("unchanged");
              for (let i = 0; i < bytes(annex).length; i++)
                if (checkAnnex(changed(annex, i), hash, entries, root).length === 0) missed.push(`annex ${i}`);
              for (let i = 0; i < bytes(entries).length; i++)
                if (checkAnnex(bytes(annex), hash, text(changed(entries, i)), root).length === 0) missed.push(`entries ${i}`);
              for (let i = 0; i < 64; i++) {
                if (checkAnnex(bytes(annex), text(changed(hash, i)), entries, root).length === 0) missed.push(`hash ${i}`);
                if (checkAnnex(bytes(annex), hash, entries, text(changed(root, i))).length === 0) missed.push(`root ${i}`);
              }
              return missed;
            }
            """,
            new[]
            {
                await File.ReadAllTextAsync(files.Annex, Cancellation), files.Hash,
                await File.ReadAllTextAsync(files.Entries, Cancellation), files.Root,
            });
        Assert.Empty(missed);
    }

    [Theory]
    [InlineData("zh-CN", "离线核验页")]
    [InlineData("en", "page that checks it offline")]
    public async Task A_reply_leads_to_its_annex_and_to_the_page_which_runs_under_its_own_policy(string language, string link)
    {
        await using var job = await Job.StartAsync(chromium, language, withScript: true, withKeyboard: false);
        await job.Office.ListAsync();
        var reply = await job.Office.AskAsync("official:o-principal");
        var page = job.Page;
        await page.GotoAsync($"{job.Office.Address}/board/consultations/{reply}");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("main a[href$='/annex']").First.ClickAsync());
        await page.GetByText(link).ClickAsync();

        await page.Locator("#annex").SetInputFilesAsync(await download.PathAsync());
        await page.Locator("button").ClickAsync();
        await Assertions.Expect(page.Locator("#result")).ToContainTextAsync("相符。");
    }

    /// <summary>What somebody who checks a reply has saved.</summary>
    private sealed record SavedFiles(DirectoryInfo Folder, string Hash, string Root) : IAsyncDisposable
    {
        public string Checker => Path.Combine(Folder.FullName, "checker.html");

        public string Annex => Path.Combine(Folder.FullName, "annex.json");

        public string Entries => Path.Combine(Folder.FullName, "entries.jsonl");

        public static async Task<SavedFiles> OfAsync()
        {
            await using var office = await Office.StartAsync();
            await office.ListAsync();
            var reply = await office.AskAsync("official:o-principal");
            var folder = Directory.CreateTempSubdirectory("rectify-checker-");
            async Task SaveAsync(string name, string address) => await File.WriteAllBytesAsync(
                Path.Combine(folder.FullName, name), await office.GetAsync(address), Cancellation);
            await SaveAsync("checker.html", "/board/checker");
            await SaveAsync("annex.json", $"/api/consultations/{reply}/annex");
            await SaveAsync("entries.jsonl", $"/api/consultations/{reply}/entries");
            var stated = JsonElement.Parse(Encoding.UTF8.GetString(await office.GetAsync($"/api/consultations/{reply}")));
            var annex = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(folder.FullName, "annex.json"), Cancellation));
            return new SavedFiles(folder, stated.GetProperty("annexHash").GetString()!, annex.GetProperty("root").GetString()!);
        }

        public ValueTask DisposeAsync()
        {
            Folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
