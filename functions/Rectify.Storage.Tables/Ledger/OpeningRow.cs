using Azure.Data.Tables;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>What the opening of a case gave out: the row <c>a</c>, from which the index rows of the case can be rebuilt.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Opened">Place in the order of opening.</param>
/// <param name="Token">The token by which the opening knows its own rows.</param>
/// <param name="Subjects">Everybody whom the case concerns, each once.</param>
/// <param name="Number">The document number.</param>
/// <param name="Key">The request's idempotency key; null when it had none.</param>
public sealed record OpeningRow(
    CaseId CaseId, long Opened, string Token, IReadOnlyList<string> Subjects, DocumentNumber? Number, string? Key)
{
    /// <summary>The numbers of later documents of a case that was recorded with its whole history.</summary>
    public IReadOnlyList<DocumentNumber> Further { get; init; } = [];

    public static OpeningRow Of(LedgerAppend append, long opened, string token)
    {
        var opening = append.Opening!;
        return new(
            append.Entry.CaseId, opened, token, [.. opening.Subjects.Distinct().Select(subject => AppendRules.Exact(subject.ToString()))],
            opening.Number, opening.Receipt?.Key)
        {
            Further = opening.Further,
        };
    }

    public IReadOnlyList<TableEntity> Rows()
    {
        var row = new TableEntity(CaseRows.Partition(CaseId), CaseRows.Opening)
        {
            ["CaseId"] = CaseId.Value,
            ["Opened"] = Opened,
            ["Token"] = Token,
            ["Subjects"] = DomainJson.Text(Subjects),
        };
        if (Number is not null) NumberColumns.Put(row, Number);
        if (Further.Count > 0) row["Further"] = DomainJson.Text(Further.Select(number => AppendRules.Exact(number.Text)));
        if (Key is not null) row["Key"] = AppendRules.Exact(Key);
        return [row];
    }

    public static OpeningRow Read(TableEntity row) => new(
        new CaseId(row.GetString("CaseId")), row.GetInt64("Opened")!.Value, row.GetString("Token"),
        DomainJson.Read<List<string>>(row.GetString("Subjects")),
        NumberColumns.Read(row),
        row.GetString("Key"))
    {
        Further = row.GetString("Further") is { } further ? [.. DomainJson.Read<List<string>>(further).Select(DocumentNumber.Parse)] : [],
    };
}
