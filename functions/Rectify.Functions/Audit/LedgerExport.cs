using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Rectify.Domain.Cases;
using Rectify.Office.Audit;
using Rectify.Office.Ledger;
using Rectify.Office.Spreadsheets;

namespace Rectify.Functions.Audit;

/// <summary>The whole ledger as a file with one entry on each line, written while it is read.</summary>
public sealed class LedgerExport(ILedgerIndex index, ExportFormat format) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (response, cancellation) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        response.ContentType = format == ExportFormat.Csv ? $"{CsvText.MediaType}; charset=utf-8" : "application/x-ndjson; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"ledger.{(format == ExportFormat.Csv ? "csv" : "jsonl")}\"";
        response.Headers.CacheControl = "no-store";
        if (format == ExportFormat.Csv)
        {
            await response.Body.WriteAsync(Encoding.UTF8.GetPreamble(), cancellation);
            await response.Body.WriteAsync(Encoding.UTF8.GetBytes(CsvText.Of(EntryLine.Members, [])), cancellation);
        }

        await foreach (var one in index.ReadAsync(null, cancellation))
        {
            var stream = one.Stream.Entries;
            var part = format == ExportFormat.Csv ? CsvText.Rows(stream.Select(Cells))
                : string.Concat(stream.Select(entry => EntryLine.Of(entry) + "\n"));
            await response.Body.WriteAsync(Encoding.UTF8.GetBytes(part), cancellation);
        }
    }

    private static IReadOnlyList<string?> Cells(StoredEvent entry) =>
    [
        entry.CaseId.Value, entry.Sequence.ToString(CultureInfo.InvariantCulture), entry.Type, EntryLine.Instant(entry.At), entry.Actor,
        entry.Data, entry.PreviousHash, entry.Hash,
    ];
}

/// <summary>The form of an export.</summary>
public enum ExportFormat
{
    /// <summary>One JSON object on each line.</summary>
    Jsonl,

    /// <summary>A CSV table.</summary>
    Csv,
}
