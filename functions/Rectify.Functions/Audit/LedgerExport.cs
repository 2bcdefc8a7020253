using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Rectify.Domain.Cases;
using Rectify.Office.Csv;
using Rectify.Office.Ledger;

namespace Rectify.Functions.Audit;

/// <summary>The whole ledger as a file with one entry on each line, written while it is read.</summary>
public sealed class LedgerExport(ILedgerIndex index, ExportFormat format) : IActionResult
{
    private static readonly string[] Columns = ["caseId", "sequence", "type", "at", "actor", "data", "previousHash", "hash"];

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (response, cancellation) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        response.ContentType = format == ExportFormat.Csv ? $"{CsvText.MediaType}; charset=utf-8" : "application/x-ndjson; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"ledger.{(format == ExportFormat.Csv ? "csv" : "jsonl")}\"";
        response.Headers.CacheControl = "no-store";
        if (format == ExportFormat.Csv)
        {
            await response.Body.WriteAsync(Encoding.UTF8.GetPreamble(), cancellation);
            await response.Body.WriteAsync(Encoding.UTF8.GetBytes(CsvText.Of(Columns, [])), cancellation);
        }

        await foreach (var one in index.ReadAsync(null, cancellation))
        {
            var stream = one.Stream.Entries;
            var part = format == ExportFormat.Csv ? CsvText.Rows(stream.Select(Cells)) : string.Concat(stream.Select(Line));
            await response.Body.WriteAsync(Encoding.UTF8.GetBytes(part), cancellation);
        }
    }

    // The data are written exactly as stored, so that the hash can be computed from the file.
    private static string Line(StoredEvent entry)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString(Columns[0], entry.CaseId.Value);
            writer.WriteNumber(Columns[1], entry.Sequence);
            writer.WriteString(Columns[2], entry.Type);
            writer.WriteString(Columns[3], Instant(entry));
            writer.WriteString(Columns[4], entry.Actor);
            writer.WritePropertyName(Columns[5]);
            writer.WriteRawValue(entry.Data);
            writer.WriteString(Columns[6], entry.PreviousHash);
            writer.WriteString(Columns[7], entry.Hash);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static IReadOnlyList<string?> Cells(StoredEvent entry) =>
    [
        entry.CaseId.Value, entry.Sequence.ToString(CultureInfo.InvariantCulture), entry.Type, Instant(entry), entry.Actor, entry.Data,
        entry.PreviousHash, entry.Hash,
    ];

    // To the tick, in the form of which the hash is computed.
    private static string Instant(StoredEvent entry) => entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}

/// <summary>The form of an export.</summary>
public enum ExportFormat
{
    /// <summary>One JSON object on each line.</summary>
    Jsonl,

    /// <summary>A CSV table.</summary>
    Csv,
}
