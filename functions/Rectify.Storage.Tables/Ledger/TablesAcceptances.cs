using System.Globalization;
using Azure.Data.Tables;
using Rectify.Office.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>The acceptances of a damaged ledger that were copied with it from a SQLite file, in Azure Tables.</summary>
public sealed class TablesAcceptances(TablesStore store) : IAcceptances
{
    private const string Partition = "acceptance";

    public async Task<IReadOnlyList<LedgerAcceptance>> AllAsync(CancellationToken cancellation) =>
        await TablesStore.QueryAsync(store.Register, TablesStore.Rows(Partition), cancellation).Select(Read).ToListAsync(cancellation);

    public async Task PutAllAsync(IReadOnlyList<LedgerAcceptance> acceptances, CancellationToken cancellation)
    {
        foreach (var (place, one) in acceptances.Index())
        {
            var row = new TableEntity(Partition, place.ToString("D10", CultureInfo.InvariantCulture))
            {
                ["At"] = StoredText.Of(one.At),
                ["By"] = AppendRules.Exact(one.By),
                ["Note"] = AppendRules.Exact(one.Note),
                ["ExpectedEvents"] = one.Expected.Events,
                ["ExpectedHash"] = one.Expected.Hash,
                ["FoundEvents"] = one.Found.Events,
                ["FoundHash"] = one.Found.Hash,
            };
            await store.Register.PutAsync(row, cancellation);
        }
    }

    private static LedgerAcceptance Read(TableEntity row) => new(
        StoredText.Instant(row.GetString("At")), row.GetString("By"), row.GetString("Note"),
        new LedgerHead(row.GetInt64("ExpectedEvents")!.Value, row.GetString("ExpectedHash")),
        new LedgerHead(row.GetInt64("FoundEvents")!.Value, row.GetString("FoundHash")));
}
