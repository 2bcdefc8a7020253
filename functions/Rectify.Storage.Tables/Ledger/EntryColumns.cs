using Azure.Data.Tables;
using Rectify.Domain;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;
using Rectify.Office.Register;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>
/// An index entry as columns. They stand in the index and in every append, so that the index can be rebuilt from the cases.
/// </summary>
public static class EntryColumns
{
    /// <summary>
    /// Stands for "no timer is due": a merge cannot remove a column, so that an empty one needs a value. It sorts after every instant.
    /// </summary>
    public const string Never = "never";

    public static void Put(TableEntity row, CaseEntry entry)
    {
        row["CaseId"] = entry.CaseId.Value;
        row["UnitId"] = entry.UnitId.Value;
        row["Version"] = entry.Version;
        row["Status"] = StoredText.Of(entry.Status);
        row["DueOn"] = StoredText.Of(entry.DueOn);
        row["NextDue"] = entry.NextDueAt is { } next ? StoredText.Of(next) : Never;
        SummaryColumns.Put(row, entry);
    }

    public static CaseEntry Read(TableEntity row) => Knows<CaseStatus>(row.GetString("Status")) && SummaryColumns.Knows(row)
        ? Known(row)
        : CaseEntry.ToBeRead(
            new CaseId(row.GetString("CaseId")), new UnitId(row.GetString("UnitId")), row.GetInt32("Version")!.Value,
            StoredText.Day(row.GetString("DueOn")));

    /// <summary>Whether the text is empty or the name of a member that this program knows.</summary>
    public static bool Knows<T>(string? name) where T : struct, Enum => string.IsNullOrEmpty(name) || WireName.TryParse<T>(name, out _);

    private static CaseEntry Known(TableEntity row) => new(
        new CaseId(row.GetString("CaseId")), new UnitId(row.GetString("UnitId")), row.GetInt32("Version")!.Value,
        Member<CaseStatus>(row.GetString("Status")), StoredText.Day(row.GetString("DueOn")),
        row.GetString("NextDue") is not Never and var next ? StoredText.Instant(next) : null)
    {
        Summary = SummaryColumns.Read(row),
    };

    public static T Member<T>(string name) where T : struct, Enum => WireName.TryParse<T>(name, out var member)
        ? member
        : throw new InvalidDataException($"The tables hold the {typeof(T).Name} \"{name}\", which this program does not know.");

    /// <summary>The language with this tag; Chinese when the row has none.</summary>
    public static MailLanguage Language(string? tag) =>
        tag is null ? MailLanguage.Chinese : MailLanguage.Find(tag)
        ?? throw new InvalidDataException($"The tables hold the language \"{tag}\", which this program does not know.");

    /// <summary>The instant in a column that holds ticks; null when the row has no such column.</summary>
    public static DateTimeOffset? Ticks(TableEntity row, string column) =>
        row.GetInt64(column) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>The unit in a column; null when the row has no such column.</summary>
    public static UnitId? Unit(TableEntity row, string column) => row.GetString(column) is { } unit ? new UnitId(unit) : null;
}
