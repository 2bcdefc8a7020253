using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Rectify.Functions.Http;
using Rectify.Office.Csv;
using Rectify.Office.Requests;

namespace Rectify.Functions.Csv;

/// <summary>
/// A table in the body of a request: <c>text/csv</c> in UTF-8 (with or without byte order mark) or in GB 18030, as Chinese editions of
/// Excel save it.
/// </summary>
/// <param name="Table">The table.</param>
/// <param name="Hash">SHA-256 of the bytes, lower-case hex.</param>
internal sealed record CsvBody(CsvTable Table, string Hash)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Whether the body of the request is a table, by its media type.</summary>
    public static bool IsIn(HttpRequest request) =>
        request.ContentType?.Split(';')[0].Trim().Equals(CsvText.MediaType, StringComparison.OrdinalIgnoreCase) == true;

    public static async Task<Outcome<CsvBody>> ReadAsync(HttpRequest request, int maxBytes)
    {
        if (!IsIn(request))
            return Problem.Of(ProblemKind.WrongFormat, ProblemTitles.NotCsv,
                CsvMessages.NotCsv.With(CsvText.MediaType, request.ContentType));
        return (await BodyBytes.ReadAsync(request, maxBytes)).Try(out var bytes, out var problem) ? Read(bytes) : problem;
    }

    /// <summary>Reads a table from bytes.</summary>
    public static Outcome<CsvBody> Read(byte[] bytes)
    {
        if (Decode(bytes) is not { } text)
            return Problem.Malformed("body", CsvMessages.NotAText);

        return CsvTable.Parse(text).Try(out var table, out var problem)
            ? new CsvBody(table, Convert.ToHexStringLower(SHA256.HashData(bytes)))
            : problem;
    }

    // UTF-8 is tried first: a text in GB 18030 that is also valid UTF-8 does not occur in practice.
    private static string? Decode(byte[] bytes)
    {
        ReadOnlySpan<byte> text = bytes;
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
