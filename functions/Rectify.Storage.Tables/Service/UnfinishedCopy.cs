using Azure;
using Azure.Data.Tables;
using Rectify.Office.Ledger;

namespace Rectify.Storage.Tables.Service;

/// <summary>The mark of an unfinished copy into these tables. While it is set, the app refuses to start on them.</summary>
public static class UnfinishedCopy
{
    private const string Partition = "copy";
    private const string Row = "under-way";

    /// <summary>The message that tells the operator what to do about the unfinished copy.</summary>
    public static string Told(string source) =>
        $"A copy into these tables from {source} was not finished. "
        + "Run copy-ledger from there again, which goes on with it, or delete the tables.";

    extension(TablesStore store)
    {
        /// <summary>Where the copy comes from; null when none is under way.</summary>
        public string? CopyUnderWay()
        {
            try
            {
                var row = store.Register.GetEntityIfExists<TableEntity>(Partition, Row);
                return row.HasValue ? row.Value!.GetString("Source") : null;
            }
            catch (RequestFailedException error)
            {
                throw TablesException.From(error);
            }
        }

        /// <summary>Sets the mark; called before anything is copied.</summary>
        public Task BeginCopyAsync(string source, CancellationToken cancellation) => store.Register.PutAsync(
            new TableEntity(Partition, Row) { ["Source"] = AppendRules.Exact(source) }, cancellation);

        /// <summary>Removes the mark; called after the whole copy has been compared with its source.</summary>
        public Task EndCopyAsync(CancellationToken cancellation) => store.Register.TryDeleteAsync(
            new TableEntity(Partition, Row), ETag.All, cancellation);
    }
}
