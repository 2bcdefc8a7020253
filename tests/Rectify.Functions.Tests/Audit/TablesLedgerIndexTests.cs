using System.Net;
using System.Text.Json;
using Azure.Data.Tables;
using Rectify.Domain.Identity;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Ledger.Tables;
using Rectify.Storage.Tables;
using Rectify.Storage.Tables.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Functions.Tests.Audit;

/// <summary>The same in Azure Tables: rows of the index, or of a case, are deleted by hand.</summary>
public class TablesLedgerIndexTests
{
    private static readonly string[] Keys =
        ["--Access:Keys:0:Name", "审计", "--Access:Keys:0:Role", "auditor", "--Access:Keys:0:Key", "auditor-key-of-the-tests"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly string[] storage = Azurite.Settings();

    private TablesStore Store => TablesStore.Open(new TablesOptions(storage[1], storage[3]));

    [Theory]
    [InlineData("c:")]
    [InlineData("s:")]
    [InlineData("n:")]
    public async Task A_lost_index_row_clears_nobody_and_is_mended_from_the_case(string rows)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", [.. Keys, .. storage]);
        await app.ListAsync("2026-03-30", new { months = 6 });
        await app.StopForAsync(() => { }, "2026-03-30 09:40");
        await app.SettleAsync();
        Assert.True((await LedgerIndexTests.VerifyAsync(app)).GetProperty("whole").GetBoolean());

        Assert.NotEqual(0, await DeleteAsync(Store.Index, row => row.RowKey.StartsWith(rows, StringComparison.Ordinal)));
        Assert.NotEqual("clear", await AnswerAsync(app));
        Assert.False((await LedgerIndexTests.VerifyAsync(app)).GetProperty("whole").GetBoolean());

        await app.StopForAsync(() => { }, "2026-03-30 10:00");
        await app.SettleAsync();
        Assert.True((await LedgerIndexTests.VerifyAsync(app)).GetProperty("whole").GetBoolean());
        Assert.Equal("barred", await AnswerAsync(app));
    }

    [Theory]
    [InlineData("e")]
    [InlineData("a")]
    [InlineData("")]
    public async Task A_case_whose_entries_are_gone_is_not_read_as_none(string rows)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", [.. Keys, .. storage]);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.DoAsync(caseId, "suspension", new { reason = "等待鉴定" });
        await app.SettleAsync();
        var partition = CaseRows.Partition(new CaseId(caseId));
        var deleted = await DeleteAsync(
            Store.Cases,
            row => row.PartitionKey == partition
                && row.RowKey.StartsWith(rows, StringComparison.Ordinal)
                && row.RowKey != CaseRows.EventsOf(1));
        Assert.NotEqual(0, deleted);

        Assert.Equal("409", await AnswerAsync(app));
        Assert.False((await LedgerIndexTests.VerifyAsync(app)).GetProperty("whole").GetBoolean());
    }

    private static async Task<string?> AnswerAsync(App app)
    {
        var response = await app.Http.GetAsync("/api/eligibility?subject=official:o-1&on=2026-04-01", Cancellation);
        return response.StatusCode == HttpStatusCode.OK
            ? JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancellation)).GetProperty("answer").GetString()
            : ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<int> DeleteAsync(TableClient table, Func<TableEntity, bool> which)
    {
        var deleted = 0;
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: Cancellation))
        {
            if (!which(row)) continue;
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: Cancellation);
            deleted++;
        }

        return deleted;
    }
}
