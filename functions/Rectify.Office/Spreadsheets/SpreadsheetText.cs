namespace Rectify.Office.Spreadsheets;

/// <summary>Keeps a spreadsheet from taking a text for a formula, in a way that can be undone exactly.</summary>
/// <remarks>
/// A cell that starts with an apostrophe is text in every spreadsheet. The full-width signs start a formula in East Asian editions of
/// Excel.
/// </remarks>
internal static class SpreadsheetText
{
    private const char Mark = '\'';

    // The mark is included, so that a text which begins with an apostrophe can be told from a text to which the mark was added.
    private const string Starters = "=+-@\t\r\n＝＋－＠'";

    /// <summary>The text with a mark before it where one is needed.</summary>
    public static string Neutral(string text) => text.Length > 0 && Starters.Contains(text[0]) ? Mark + text : text;

    /// <summary>The original text of a cell that <see cref="Neutral"/> wrote.</summary>
    public static string Plain(string cell) => cell.Length > 1 && cell[0] == Mark && Starters.Contains(cell[1]) ? cell[1..] : cell;
}
