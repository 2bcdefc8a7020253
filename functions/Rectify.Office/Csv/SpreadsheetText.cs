namespace Rectify.Office.Csv;

/// <summary>Keeps a spreadsheet from taking a text for a formula, in a way that can be taken back exactly.</summary>
/// <remarks>
/// A cell that starts with an apostrophe is text in every spreadsheet. The full-width signs start a formula in East Asian editions of
/// Excel.
/// </remarks>
internal static class SpreadsheetText
{
    private const char Mark = '\'';

    // The mark is one of them, so that a text which starts with it is told apart from one that was given it.
    private const string Starters = "=+-@\t\r\n＝＋－＠'";

    /// <summary>The text with a mark before it where one is needed.</summary>
    public static string Neutral(string text) => text.Length > 0 && Starters.Contains(text[0]) ? Mark + text : text;

    /// <summary>The text that <see cref="Neutral"/> was given.</summary>
    public static string Plain(string cell) => cell.Length > 1 && cell[0] == Mark && Starters.Contains(cell[1]) ? cell[1..] : cell;
}
