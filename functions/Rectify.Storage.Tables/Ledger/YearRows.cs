using Azure.Data.Tables;
using Rectify.Office.Outbox;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>Index rows of the years of which there are reminders: a partition of their own, a row for each.</summary>
public static class YearRows
{
    private const string Partition = "years";

    /// <summary>Every year.</summary>
    public static string All => TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");

    /// <summary>Every mail of every year, where the cases lie.</summary>
    public static string Files =>
        TableClient.CreateQueryFilter(
            $"PartitionKey ge {CaseRows.Partition(OutboxOwner.OfYear(0))} and PartitionKey le {CaseRows.Partition(OutboxOwner.OfYear(9999))}");

    /// <summary>The row of a year's file.</summary>
    public static TableEntity Of(OutboxOwner file, MailsLeft left) => new(Partition, TableKey.Of(file.Value))
    {
        ["CaseId"] = file.Value,
        [CaseIndexTable.Unsent] = left == MailsLeft.Perhaps,
    };
}

/// <summary>Whether a mail may be unsent.</summary>
public enum MailsLeft
{
    /// <summary>None is.</summary>
    None,

    /// <summary>One may be.</summary>
    Perhaps,
}
