using System.Globalization;
using Azure.Data.Tables;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>The rows of the index. All are in one partition, so that an opening reserves all it needs in one transaction.</summary>
/// <remarks>
/// Row keys: <c>c:{opened}</c> a case in the order of opening · <c>counter</c> the last place given out in that order · <c>k:{key}</c> an
/// idempotency key · <c>n:{organ}:{year}:{number, highest first}</c> or <c>t:{text}</c> a document number · <c>s:{subject}:{opened}</c> a
/// subject of a case · <c>o:{case}</c> a document whose further cases may not be recorded yet (<see cref="PendingOpenings"/>). A row that
/// is not <c>Sure</c> belongs to an opening or append that may or may not have happened: the case's own partition tells.
/// </remarks>
public static class IndexRows
{
    public const string Partition = "cases";
    public const string Counter = "counter";
    public const string Sure = "Sure";

    public static string Case(long opened) => $"c:{TableKey.Of(opened)}";

    public static string Key(string key) => $"k:{TableKey.Of(key)}";

    public static string Number(DocumentNumber number) => number is { Series: { } series, Number: { } place }
        ? $"{SeriesPrefix(series)}:{TableKey.Descending(place)}"
        : $"t:{TableKey.Of(number.Key)}";

    public static string Subject(string subject, long opened) => $"s:{TableKey.Of(subject)}:{TableKey.Of(opened)}";

    /// <summary>The filter for the cases after a place in the order of opening.</summary>
    public static string CasesAfter(long opened) => TablesStore.Range(Partition, Case(opened + 1), $"c{TableKey.AfterSeparator}");

    public static string CasesOf(Subject subject)
    {
        var prefix = $"s:{TableKey.Of(subject.ToString())}";
        return TablesStore.Range(Partition, $"{prefix}:", $"{prefix}{TableKey.AfterSeparator}");
    }

    public static string NumbersOf(DocumentSeries series)
    {
        var prefix = SeriesPrefix(series);
        return TablesStore.Range(Partition, $"{prefix}:", $"{prefix}{TableKey.AfterSeparator}");
    }

    /// <summary>Every index row of a case, the row of the case itself first.</summary>
    /// <param name="opening">What the opening gave out: place, number, key and subjects.</param>
    /// <param name="sure">Whether the case is known to be in the ledger.</param>
    public static IReadOnlyList<TableEntity> Of(OpeningRow opening, bool sure)
    {
        TableEntity Row(string key) => Of(opening.CaseId, opening.Opened, opening.Token, sure, key);

        List<TableEntity> rows = [Row(Case(opening.Opened))];
        if (opening.Number is { } own) rows.Add(Of(opening.CaseId, opening.Opened, opening.Token, sure, own));
        rows.AddRange(opening.Further.Select(number => Of(opening.CaseId, opening.Opened, opening.Token, sure, number)));
        if (opening.Key is { } key)
        {
            var row = Row(Key(key));
            row["Text"] = key;
            rows.Add(row);
        }

        rows.AddRange(opening.Subjects.Select(subject => Row(Subject(subject, opening.Opened))));
        return rows;
    }

    /// <summary>An index row of a case.</summary>
    public static TableEntity Of(CaseId caseId, long opened, string token, bool sure, string key) => new(Partition, key)
    {
        ["CaseId"] = caseId.Value,
        ["Opened"] = opened,
        ["Token"] = token,
        [Sure] = sure,
    };

    /// <summary>The index row of a document number of a case.</summary>
    public static TableEntity Of(CaseId caseId, long opened, string token, bool sure, DocumentNumber number)
    {
        var row = Of(caseId, opened, token, sure, Number(number));
        row["Text"] = number.Text;
        if (number.Number is { } place) row["Place"] = place;
        return row;
    }

    private static string SeriesPrefix(DocumentSeries series) =>
        $"n:{TableKey.Of(series.Organ)}:{series.Year.ToString("D4", CultureInfo.InvariantCulture)}";
}
