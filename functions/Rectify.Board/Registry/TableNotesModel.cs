using Rectify.Office.Register;
using Rectify.Office.Spreadsheets;

namespace Rectify.Board.Registry;

/// <summary>What of an uploaded spreadsheet was left out.</summary>
/// <param name="Sheet">The sheet that was read, of a file with several; null otherwise.</param>
/// <param name="Unused">Names of columns that are not asked for.</param>
/// <param name="Skipped">Rows with a total or a note.</param>
public sealed record TableNotesModel(string? Sheet, IReadOnlyList<string> Unused, IReadOnlyList<SkippedRow> Skipped)
{
    /// <summary>Of a table that could not be read.</summary>
    public static TableNotesModel None { get; } = new(null, [], []);

    public static TableNotesModel Of(ReadTable read) => new(read.Sheet, read.Unused, read.Skipped);
}
