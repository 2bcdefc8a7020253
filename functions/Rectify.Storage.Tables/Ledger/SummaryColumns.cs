using Azure.Data.Tables;
using Rectify.Office.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>A case's summary as columns beside its index entry.</summary>
/// <remarks>
/// A missing value is an empty text, since a merge cannot remove a column. The summary names the version of the case it belongs to: an
/// earlier program, which keeps no summary, may have written a newer entry beside it. A summary whose bars are too long for a column is
/// left out.
/// </remarks>
internal static class SummaryColumns
{
    private const string Of = "SummaryOf";
    private const string Number = "ListNumber";
    private const string UnitName = "ListUnit";
    private const string YellowFrom = "YellowFrom";
    private const string ListedOn = "ListedOn";
    private const string Deadline = "Deadline";
    private const string Rung = "Rung";
    private const string Bars = "Bars";
    private const string Awaits = "Awaits";
    private const string AwaitsSince = "AwaitsSince";
    private const string ChangedAt = "ChangedAt";
    private const string Units = "Units";

    public static readonly string[] All =
        [Of, Number, UnitName, Rung, ListedOn, Deadline, YellowFrom, Bars, Awaits, AwaitsSince, ChangedAt, Units];

    public static void Put(TableEntity row, CaseEntry entry)
    {
        var bars = entry.Summary?.Bars.Text ?? "";
        var summary = bars.Length <= WideText.PropertyCharacters ? entry.Summary : null;
        row[Of] = summary is null ? 0 : entry.Version;
        row[Number] = AppendRules.Exact(summary?.DocumentNumber ?? "");
        row[UnitName] = AppendRules.Exact(summary?.UnitName ?? "");
        row[Rung] = summary is null ? "" : StoredText.Of(summary.Rung);
        row[ListedOn] = Text(summary?.ListedOn);
        row[Deadline] = summary?.Deadline is { } deadline ? StoredText.Of(deadline) : "";
        row[YellowFrom] = Text(summary?.YellowFrom);
        row[Bars] = summary is null ? "" : AppendRules.Exact(bars);
        row[Awaits] = summary?.Awaited is { Act: var act } ? StoredText.Of(act) : "";
        row[AwaitsSince] = Text(summary?.Awaited?.Since);
        row[ChangedAt] = summary?.ChangedAt is { } changed ? StoredText.Of(changed) : "";
        row[Units] = summary?.Units ?? 1;
    }

    /// <summary>Whether this program knows the words (deadline state, rung and awaited act) in the row.</summary>
    public static bool Knows(TableEntity row) =>
        EntryColumns.Knows<DeadlineState>(row.GetString(Deadline)) && EntryColumns.Knows<Domain.Rulebooks.Rung>(row.GetString(Rung))
        && EntryColumns.Knows<AwaitedAct>(row.GetString(Awaits));

    /// <summary>The summary; null when the row has none for its version.</summary>
    public static CaseSummary? Read(TableEntity row) => row.GetInt32(Of) is { } version && version > 0 && version == row.GetInt32("Version")
        ? new CaseSummary(
            row.GetString(Number), row.GetString(UnitName), RungOf(row), Day(row, ListedOn),
            row.GetString(Deadline) is { Length: > 0 } deadline ? EntryColumns.Member<DeadlineState>(deadline) : null,
            Day(row, YellowFrom), BarList.Stored(row.GetString(Bars)))
        {
            Awaited = row.GetString(Awaits) is { Length: > 0 } act
                ? new Awaited(EntryColumns.Member<AwaitedAct>(act), Day(row, AwaitsSince)!.Value)
                : null,
            ChangedAt = row.GetString(ChangedAt) is { Length: > 0 } changed ? StoredText.Instant(changed) : null,
            Units = row.GetInt32(Units) ?? 1,
        }
        : null;

    private static Domain.Rulebooks.Rung RungOf(TableEntity row) => CaseSummary.RungOf(
        row.GetString(Rung) is { Length: > 0 } rung ? EntryColumns.Member<Domain.Rulebooks.Rung>(rung) : null, Day(row, ListedOn));

    private static string Text(DateOnly? day) => day is { } known ? StoredText.Of(known) : "";

    private static DateOnly? Day(TableEntity row, string column) =>
        row.GetString(column) is { Length: > 0 } text ? StoredText.Day(text) : null;
}
