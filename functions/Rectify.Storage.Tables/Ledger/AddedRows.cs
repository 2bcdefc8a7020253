using Azure.Data.Tables;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>
/// The index rows that an append to an existing case adds: further subjects and a further document number. They are also kept as columns of
/// the append's row <c>e</c>, from which the index rows can be rebuilt.
/// </summary>
/// <param name="CaseId">The case.</param>
/// <param name="Opened">The case's place in the order of opening.</param>
/// <param name="Token">The token by which the append knows its own rows.</param>
/// <param name="Subjects">The subjects whom the case concerns from this append on, each once.</param>
/// <param name="Number">A further document number; null when there is none.</param>
public sealed record AddedRows(CaseId CaseId, long Opened, string Token, IReadOnlyList<string> Subjects, DocumentNumber? Number)
{
    /// <summary>The columns that hold this addition.</summary>
    public static readonly string[] Columns = ["RowKey", "Token", "Subjects", .. NumberColumns.All];

    /// <summary>What an append adds; null when it adds nothing.</summary>
    public static AddedRows? Of(LedgerAppend append, long opened, string token) => append.Addition is { } addition
        ? new AddedRows(
            append.Entry.CaseId, opened, token, [.. addition.Subjects.Distinct().Select(subject => AppendRules.Exact(subject.ToString()))],
            addition.Number)
        : null;

    /// <summary>What a row <c>e</c> says it added; null when it added nothing.</summary>
    public static AddedRows? Read(CaseId caseId, long opened, TableEntity events) => events.GetString("Subjects") is { } subjects
        ? new AddedRows(caseId, opened, events.GetString("Token"), DomainJson.Read<List<string>>(subjects),
            NumberColumns.Read(events))
        : null;

    /// <summary>Writes the addition into a row <c>e</c>.</summary>
    public static void Put(TableEntity events, CaseAddition addition)
    {
        events["Subjects"] = DomainJson.Text(addition.Subjects.Distinct().Select(subject => subject.ToString()));
        if (addition.Number is { } number) NumberColumns.Put(events, number);
    }

    /// <summary>The index row of the number; null when there is none.</summary>
    public TableEntity? NumberRow(bool sure) => Number is { } number ? IndexRows.Of(CaseId, Opened, Token, sure, number) : null;

    /// <summary>The index rows of the subjects.</summary>
    public IReadOnlyList<TableEntity> SubjectRows(bool sure) =>
        [.. Subjects.Select(subject => IndexRows.Of(CaseId, Opened, Token, sure, IndexRows.Subject(subject, Opened)))];
}
