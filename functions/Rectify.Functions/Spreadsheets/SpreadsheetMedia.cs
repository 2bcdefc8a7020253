using Rectify.Office.Spreadsheets;

namespace Rectify.Functions.Spreadsheets;

/// <summary>The media types of spreadsheets in requests. What a body really is, its first bytes tell.</summary>
internal static class SpreadsheetMedia
{
    public const string Csv = CsvText.MediaType;
    public const string Tsv = "text/tab-separated-values";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Xls = "application/vnd.ms-excel";

    public static readonly IReadOnlyList<string> All = [Csv, Tsv, Xlsx, Xls];
}
