namespace Rectify.Board.Forms;

/// <summary>The kinds of files that are read as spreadsheets.</summary>
public static class SpreadsheetFiles
{
    /// <summary>The attribute <c>accept</c> of a field for them.</summary>
    public const string Accept = ".xlsx,.xls,.csv,.tsv,.txt";
}
