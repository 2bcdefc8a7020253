using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Rectify.Office.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>
/// Upgrades rows of document numbers whose key an earlier program made from another spelling: each gets a second row, under the key by
/// which this program looks it up.
/// </summary>
internal static class NumberRows
{
    // To be raised when the program understands more spellings of a number, so that the upgrade runs again.
    private const int Form = 1;
    private const string Done = "numbers";

    extension(TablesStore store)
    {
        /// <summary>
        /// Adds the missing rows, once for all processes. When two cases have the same number, the case whose row came first keeps it.
        /// </summary>
        public void CompleteNumbers()
        {
            try
            {
                var done = store.Index.GetEntityIfExists<TableEntity>(IndexRows.Partition, Done);
                if (done.HasValue && done.Value!.GetInt32(nameof(Form)) >= Form) return;

                foreach (var kind in (string[])["n", "t"])
                {
                    var filter = TablesStore.Range(IndexRows.Partition, $"{kind}:", $"{kind}{TableKey.AfterSeparator}");
                    foreach (var row in store.Index.Query<TableEntity>(filter)) store.Complete(row);
                }

                store.Index.UpsertEntity(new TableEntity(IndexRows.Partition, Done) { [nameof(Form)] = Form });
            }
            catch (RequestFailedException error)
            {
                throw TablesException.From(error);
            }
        }

        private void Complete(TableEntity row)
        {
            var number = DocumentNumber.Parse(row.GetString("Text"));
            if (IndexRows.Number(number) == row.RowKey) return;

            var added = IndexRows.Of(
                new(row.GetString("CaseId")), row.GetInt64("Opened")!.Value, row.GetString("Token"), row.GetBoolean(IndexRows.Sure) == true,
                number);
            try
            {
                store.Index.AddEntity(added);
            }
            catch (RequestFailedException error) when (error.ErrorCode == TableErrorCode.EntityAlreadyExists.ToString())
            {
                // Another case has the number in its usual spelling, or another process has added the row already.
            }
        }
    }
}
