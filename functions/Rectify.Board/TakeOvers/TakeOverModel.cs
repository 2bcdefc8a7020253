using Rectify.Board.Forms;
using Rectify.Board.Registry;
using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;
using Rectify.Office.Consultations;

namespace Rectify.Board.TakeOvers;

/// <summary>The form to take over the ledger that the office has kept until now.</summary>
/// <param name="Form">The form with its fields.</param>
/// <param name="Columns">The columns of the table.</param>
public sealed record TakeOverModel(FormModel Form, IReadOnlyList<TableColumn> Columns)
{
    /// <summary>The field for the file.</summary>
    public static Field File { get; } = new Field.Line("file", ("台账表格", "Table"));

    /// <summary>From which ledger the cases come.</summary>
    public static Field Source { get; } = new Field.Line("source", ("原台账", "Former ledger"))
    {
        Hint = ("例如文件名、簿册名。", "Such as the name of the file or the book."),
    };

    /// <summary>Who vouches for the histories.</summary>
    public static Field VouchedBy { get; } = new Field.Line("vouchedBy", ("核对人", "Vouched for by"))
    {
        Hint = ("对所载历史负责的机关和人员。", "The body and the person who answer for what it says."),
    };
}

/// <summary>What a take-over would bring.</summary>
/// <param name="Form">The form that confirms it; it contains the table.</param>
/// <param name="Cases">The cases; empty when a row is rejected.</param>
/// <param name="Rejected">What is wrong, by line.</param>
public sealed record TakeOverPreviewModel(FormModel Form, IReadOnlyList<PreviewedCase> Cases, IReadOnlyList<RejectedCell> Rejected)
{
    /// <summary>What of the file was left out.</summary>
    public required TableNotesModel Notes { get; init; }

    /// <summary>The answers of valid replies that would no longer hold.</summary>
    public IReadOnlyList<OvertakenAnswer> Overtaken { get; init; } = [];
}

/// <summary>A case that would be taken over.</summary>
/// <param name="DocumentNumber">Its number.</param>
/// <param name="UnitName">Its unit.</param>
/// <param name="Status">Where it stands on the day.</param>
/// <param name="Deadline">The last day of its period; null when it has none.</param>
/// <param name="Before">Whether it was taken over before.</param>
/// <param name="Bars">Whom it bars or barred.</param>
public sealed record PreviewedCase(
    string DocumentNumber, string UnitName, CaseStatus Status, DateOnly? Deadline, bool Before, IReadOnlyList<PreviewedBar> Bars);

/// <summary>A bar that follows from a case.</summary>
/// <param name="Name">Who is barred.</param>
/// <param name="Measure">By which measure.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null while the listing lasts.</param>
public sealed record PreviewedBar(string Name, Measure Measure, DateOnly From, DateOnly? To);
