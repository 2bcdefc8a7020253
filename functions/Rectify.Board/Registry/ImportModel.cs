using Rectify.Board.Forms;
using Rectify.Domain.Messages;

namespace Rectify.Board.Registry;

/// <summary>The form that takes a table.</summary>
/// <param name="Address">Where it is sent.</param>
/// <param name="Ticket">Proof that it was given out in this session.</param>
/// <param name="Errors">What is wrong with the table that was sent; empty before one was.</param>
/// <param name="Units">The columns of a table of units.</param>
/// <param name="Officials">The columns of a table of officials.</param>
public sealed record ImportModel(
    string Address, string Ticket, IReadOnlyList<FormError> Errors, IReadOnlyList<TableColumn> Units, IReadOnlyList<TableColumn> Officials)
{
    /// <summary>The file.</summary>
    public static Field File { get; } = new Field.Line("file", ("表格文件", "Table"));
}

/// <summary>A column of a table, by either of its names.</summary>
public sealed record TableColumn(string Name, string Chinese, Need Need);

/// <summary>What an import would do.</summary>
/// <param name="Form">The form that carries the table on to its confirmation.</param>
/// <param name="Kind">What its rows are.</param>
/// <param name="Accepted">Rows without fault, the first of them.</param>
/// <param name="Counts">How many rows do what.</param>
/// <param name="Rejected">Everything that is wrong, by line.</param>
/// <param name="Warnings">What should be known of rows without fault, the first of it.</param>
public sealed record ImportPreviewModel(
    FormModel Form, Bilingual Kind, IReadOnlyList<ImportedRow> Accepted, ImportCounts Counts, IReadOnlyList<RejectedCell> Rejected,
    IReadOnlyList<WarnedRow> Warnings)
{
    /// <summary>How many rows without fault are shown at most.</summary>
    public const int MostShown = 200;
}

/// <summary>A row without fault.</summary>
public sealed record ImportedRow(int Line, string Id, Bilingual Change);

/// <summary>How many rows are new, change an entry, or change nothing; and how many are rejected.</summary>
public sealed record ImportCounts(int Added, int Replaced, int Unchanged, int Rejected)
{
    /// <summary>The rows without fault.</summary>
    public int Accepted => Added + Replaced + Unchanged;
}

/// <summary>What should be known of a row.</summary>
public sealed record WarnedRow(int Line, string Id, Bilingual Warning);

/// <summary>What is wrong with a cell.</summary>
/// <param name="Line">The line of the file on which its row starts.</param>
/// <param name="Column">Its column, as the file names it.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Reason">The rule that it breaks, in the reader's language.</param>
public sealed record RejectedCell(int Line, string Column, string Value, string Reason);
