using Azure;
using Azure.Data.Tables;
using Rectify.Office.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>
/// Rows of document numbers that an earlier program wrote under a spelling of its own: each gets the row under which it is looked for
/// today.
/// </summary>
internal static class NumberRows
{
    // A form that knows more spellings has the next number.
    private const int Form = 1;
    private const string Done = "numbers";

    extension(TablesStore store)
    {
        /// <summary>Adds what is missing, once for all processes. Whoever was first keeps a number that two cases have.</summary>
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
            catch (RequestFailedException error) when (error.ErrorCode == Azure.Data.Tables.Models.TableErrorCode.EntityAlreadyExists.ToString())
            {
                // Another case has the number in its usual spelling, or another process was here before.
            }
        }
    }
}
