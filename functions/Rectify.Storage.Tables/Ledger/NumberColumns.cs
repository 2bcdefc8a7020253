using Azure.Data.Tables;
using Rectify.Office.Ledger;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>A document number as columns of a row in the partition of a case.</summary>
internal static class NumberColumns
{
    public static readonly string[] All = ["Number", "Organ", "Year", "Place"];

    public static void Put(TableEntity row, DocumentNumber number)
    {
        row["Number"] = AppendRules.Exact(number.Text);
        if (number is not { Series: { } series, Number: { } place }) return;

        row["Organ"] = series.Organ;
        row["Year"] = series.Year;
        row["Place"] = place;
    }

    /// <summary>The number; null when the row has none.</summary>
    /// <remarks>
    /// The number is parsed from its text each time. The other columns may come from an earlier program that understood fewer spellings.
    /// </remarks>
    public static DocumentNumber? Read(TableEntity row) => row.GetString("Number") is { } text ? DocumentNumber.Parse(text) : null;
}
