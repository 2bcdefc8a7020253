using SpreadCheetah;
using SpreadCheetah.Worksheets;

namespace Rectify.Functions.Tests.Spreadsheets;

/// <summary>Makes workbooks as offices have them.</summary>
internal static class Xlsx
{
    /// <summary>A sheet: its rows, each a list of texts, numbers and days; null for an empty cell.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Rows">Its rows.</param>
    /// <param name="Merged">Ranges that are merged, such as A1:G1.</param>
    /// <param name="IsHidden">Whether people do not see it.</param>
    internal sealed record SheetOf(string Name, object?[][] Rows, string[]? Merged = null, bool IsHidden = false);

    public static async Task<byte[]> OfAsync(params SheetOf[] sheets)
    {
        using var file = new MemoryStream();
        await using (var workbook = await Spreadsheet.CreateNewAsync(file))
        {
            foreach (var sheet in sheets)
            {
                var options = new WorksheetOptions
                {
                    Visibility = sheet.IsHidden ? WorksheetVisibility.Hidden : WorksheetVisibility.Visible,
                };
                await workbook.StartWorksheetAsync(sheet.Name, options);
                foreach (var row in sheet.Rows) await workbook.AddRowAsync([.. row.Select(CellOf)]);
                foreach (var range in sheet.Merged ?? []) workbook.MergeCells(range);
            }

            await workbook.FinishAsync();
        }

        return file.ToArray();
    }

    private static DataCell CellOf(object? value) => value switch
    {
        null => default,
        string text => new DataCell(text),
        int number => new DataCell(number),
        long number => new DataCell(number),
        double number => new DataCell(number),
        DateOnly day => new DataCell(day.ToDateTime(TimeOnly.MinValue)),
        DateTime at => new DataCell(at),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType().Name),
    };
}
