using Rectify.Domain.Messages;

namespace Rectify.Office.Spreadsheets;

/// <summary>The messages that say why a table cannot be read.</summary>
public static class SpreadsheetMessages
{
    public static readonly MessageCode<string, string?> NotCsv = new(
        "not-csv", "Content-Type is {0}; got {1}.", "Content-Type 应为 {0}，现为 {1}。");

    public static readonly MessageCode NotAText = new(
        "malformed.table-text",
        "a workbook (.xlsx, .xls), or a text in UTF-8, UTF-16 or GB 18030; these bytes are neither.",
        "文件既不是工作簿（.xlsx、.xls），也不是 UTF-8、UTF-16 或 GB 18030 编码的文本。");

    public static readonly MessageCode<int, int, string> Quotation = new(
        "malformed.quotation",
        "line {0}: a cell with a quotation mark is enclosed in quotation marks, and those in it are doubled; a cell has at most "
        + "{1} characters. ({2})",
        "第 {0} 行的引号不成对，或单元格过长（最多 {1} 个字）。", englishOnly: [2]);

    public static readonly MessageCode Empty = new(
        "malformed.empty-table", "line 1: the first line names the columns; got an empty file.", "首行应为列名；文件是空的。");

    public static readonly MessageCode<int, int> TooManyColumns = new(
        "malformed.columns", "line 1: at most {0} columns; got {1}.", "首行最多 {0} 列，现有 {1} 列。");

    public static readonly MessageCode<int, int> LongColumn = new(
        "malformed.long-column", "line 1: the name of a column has at most {0} characters; got {1}.", "列名最多 {0} 个字，现有 {1} 个。");

    public static readonly MessageCode<int, int, int> Cells = new(
        "malformed.cells",
        "line {0}: as many cells as the first line names columns, {1}; got {2}.",
        "第 {0} 行的单元格应与首行的列一样多，为 {1} 个，现有 {2} 个。");

    public static readonly MessageCode NoWorkbook = new(
        "malformed.workbook",
        "a workbook of Excel or WPS (.xlsx or .xls), or a text; this file is damaged or of another kind.",
        "文件已损坏，或者不是 Excel、WPS 工作簿（.xlsx、.xls）。");

    public static readonly MessageCode Protected = new(
        "malformed.protected-workbook",
        "a workbook without a password; save it without one.",
        "工作簿设有密码，请取消密码后另存。");

    public static readonly MessageCode<long> WorkbookTooLarge = new(
        "malformed.workbook-size", "a workbook of at most {0} MB unpacked.", "工作簿解压后不得超过 {0} MB。");
}
