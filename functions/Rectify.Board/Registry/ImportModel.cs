using Rectify.Board.Forms;
using Rectify.Domain.Messages;

namespace Rectify.Board.Registry;

/// <summary>The form to import a table of units or officials.</summary>
/// <param name="Address">The address to which the form is sent.</param>
/// <param name="Ticket">A token that proves that the form was given out in this session (against cross-site requests).</param>
/// <param name="Errors">The errors of the table that was sent; empty before one was sent.</param>
/// <param name="Units">The columns of a table of units.</param>
/// <param name="Officials">The columns of a table of officials.</param>
public sealed record ImportModel(
    string Address, string Ticket, IReadOnlyList<FormError> Errors, IReadOnlyList<TableColumn> Units, IReadOnlyList<TableColumn> Officials)
{
    /// <summary>The field for the file.</summary>
    public static Field File { get; } = new Field.Line("file", ("表格文件", "Table"));
}

/// <summary>A column of a table, with its two names; a table may use either.</summary>
public sealed record TableColumn(string Name, string Chinese, Need Need);

/// <summary>The preview of an import.</summary>
/// <param name="Form">The form that confirms the import; it contains the table.</param>
/// <param name="Kind">What the rows are: units or officials.</param>
/// <param name="Accepted">Rows without an error; only the first of them when they are many.</param>
/// <param name="Counts">How many rows are added, changed, unchanged and rejected.</param>
/// <param name="Rejected">All errors, by line.</param>
/// <param name="Warnings">Warnings about rows without an error; only the first of them when they are many.</param>
public sealed record ImportPreviewModel(
    FormModel Form, Bilingual Kind, IReadOnlyList<ImportedRow> Accepted, ImportCounts Counts, IReadOnlyList<RejectedCell> Rejected,
    IReadOnlyList<WarnedRow> Warnings)
{
    /// <summary>What of the file was left out.</summary>
    public required TableNotesModel Notes { get; init; }

    /// <summary>The most rows without an error that are shown.</summary>
    public const int MostShown = 200;
}

/// <summary>A row without an error.</summary>
public sealed record ImportedRow(int Line, string Id, Bilingual Change);

/// <summary>How many rows are new, change an entry, or change nothing; and how many are rejected.</summary>
public sealed record ImportCounts(int Added, int Replaced, int Unchanged, int Rejected)
{
    /// <summary>The number of rows without an error.</summary>
    public int Accepted => Added + Replaced + Unchanged;
}

/// <summary>A warning about a row.</summary>
public sealed record WarnedRow(int Line, string Id, Bilingual Warning);

/// <summary>An error in a cell.</summary>
/// <param name="Line">The line of the file on which the row starts.</param>
/// <param name="Column">The column, as the file names it.</param>
/// <param name="Value">The content of the cell.</param>
/// <param name="Reason">The rule that it breaks, in the reader's language.</param>
public sealed record RejectedCell(int Line, string Column, string Value, string Reason);
