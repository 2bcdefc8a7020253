using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Rectify.Functions.Http;
using Rectify.Office.Requests;
using Rectify.Office.Spreadsheets;

namespace Rectify.Functions.Spreadsheets;

/// <summary>
/// A table in the body of a request: a workbook (.xlsx, .xls), or a text in UTF-8, UTF-16 with its byte order mark or GB 18030, as Chinese
/// editions of Excel save it.
/// </summary>
/// <param name="Table">The table.</param>
/// <param name="Hash">SHA-256 of the bytes, lower-case hex.</param>
internal sealed record SpreadsheetBody(SpreadsheetTable Table, string Hash)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly UnicodeEncoding Utf16 = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16BigEndian = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Whether the body of the request is a table, by its media type.</summary>
    public static bool IsIn(HttpRequest request) =>
        SpreadsheetMedia.All.Contains(request.ContentType?.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase);

    public static async Task<Outcome<SpreadsheetBody>> ReadAsync(HttpRequest request, int maxBytes)
    {
        if (!IsIn(request))
            return Problem.Of(ProblemKind.WrongFormat, ProblemTitles.NotCsv,
                SpreadsheetMessages.NotCsv.With(string.Join(", ", SpreadsheetMedia.All), request.ContentType));
        return (await BodyBytes.ReadAsync(request, maxBytes)).Try(out var bytes, out var problem) ? Read(bytes) : problem;
    }

    /// <summary>Reads a table from bytes.</summary>
    public static Outcome<SpreadsheetBody> Read(byte[] bytes)
    {
        var read = Workbook.IsOne(bytes) ? Workbook.Read(bytes)
            : Decode(bytes) is { } text ? TextTable.Read(text)
            : Problem.Malformed("body", SpreadsheetMessages.NotAText);
        return read.Try(out var table, out var problem)
            ? new SpreadsheetBody(table, Convert.ToHexStringLower(SHA256.HashData(bytes)))
            : problem;
    }

    // UTF-8 is tried first: a text in GB 18030 that is also valid UTF-8 does not occur in practice.
    private static string? Decode(byte[] bytes)
    {
        ReadOnlySpan<byte> text = bytes;
        foreach (var encoding in (Encoding[])[Utf16, Utf16BigEndian])
        {
            if (text.StartsWith(encoding.Preamble)) return Decode(encoding, text[encoding.Preamble.Length..]);
        }

        if (text.StartsWith(Encoding.UTF8.Preamble)) return Decode(Utf8, text[Encoding.UTF8.Preamble.Length..]);
        return Decode(Utf8, text) ?? Decode(Gb18030, text);
    }

    private static string? Decode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes) is var text && !text.Contains('\0') ? text : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
