using Azure.Data.Tables;
using Rectify.Office.Outbox;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>Index rows of the years that have reminders: a partition of their own, a row for each year.</summary>
public static class YearRows
{
    private const string Partition = "years";

    /// <summary>The filter for every year.</summary>
    public static string All => TablesStore.Rows(Partition);

    /// <summary>The filter for the mails of every year, in the table of the cases.</summary>
    public static string Files => TableClient.CreateQueryFilter(
        $"PartitionKey ge {PartitionOf(0)} and PartitionKey le {PartitionOf(9999)}");

    private static string PartitionOf(int year) => CaseRows.Partition(OutboxOwner.OfYear(year));

    /// <summary>The index row of a year.</summary>
    public static TableEntity Of(OutboxOwner file, MailsLeft left) => new(Partition, TableKey.Of(file.Value))
    {
        ["CaseId"] = file.Value,
        [CaseIndexTable.Unsent] = left == MailsLeft.Perhaps,
    };
}

/// <summary>Whether a mail of a year may be unsent.</summary>
public enum MailsLeft
{
    /// <summary>No mail is unsent.</summary>
    None,

    /// <summary>A mail may be unsent.</summary>
    Perhaps,
}
