using System.Text;
using System.Text.RegularExpressions;
using Azure.Core;

namespace Rectify.Bench.AzureCost;

/// <summary>One billed request to the table service.</summary>
/// <param name="Area">What it was for.</param>
/// <param name="Table">Cases, Index or Register.</param>
/// <param name="Kind">
/// get (a row by its key), query, insert, update, delete, or batch (a transaction of many rows is billed as one).
/// </param>
/// <param name="Cause">The function that sent it.</param>
internal sealed partial record Transaction(Area Area, string Table, string Kind, string Cause)
{
    public static Transaction Of(Request request, string cause)
    {
        var (path, query) = (Uri.UnescapeDataString(request.Uri.Path), Uri.UnescapeDataString(request.Uri.Query));
        var body = Body(request);
        var batch = path.EndsWith("$batch", StringComparison.Ordinal);
        var table = TableName.Match(batch ? body : path).Groups[1].Value;
        var kind = batch ? "batch" : KindOf(request.Method, path);
        return new Transaction(AreaOf(table, batch ? "" : path + query, body), table, kind, cause);
    }

    private static string KindOf(RequestMethod method, string path) => method.Method switch
    {
        "GET" => path.Contains("RowKey=", StringComparison.Ordinal) ? "get" : "query",
        "POST" => "insert",
        "DELETE" => "delete",
        _ => "update",
    };

    // docs/decisions tells the rows: a, e, f and k in Cases are the ledger, m, n and s the outbox.
    private static Area AreaOf(string table, string address, string body) => table switch
    {
        "Cases" when address.Contains("RowKey='s:") || address.Contains("RowKey ge 'm'") || body.Contains("\"RowKey\":\"s:") => Area.Outbox,
        "Cases" => Area.Ledger,
        "Index" when address.Contains("'message:") || body.Contains("\"PartitionKey\":\"message:") => Area.Outbox,
        "Index" when address.Contains("Unsent eq true") || (body.Contains("\"Unsent\"") && !body.Contains("\"Dirty\"")) => Area.Outbox,
        "Index" => Area.Ledger,
        "Register" when address.Contains("'units'") || address.Contains("'officials'") || body.Contains("\"units\"")
            || body.Contains("\"officials\"") => Area.Register,
        _ => Area.Other,
    };

    private static string Body(Request request)
    {
        if (request.Content is not { } content) return "";

        using var bytes = new MemoryStream();
        content.WriteTo(bytes, CancellationToken.None);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    [GeneratedRegex("Office[0-9]+x(Cases|Index|Register)")]
    private static partial Regex TableName { get; }
}

/// <summary>What a request was for.</summary>
internal enum Area
{
    /// <summary>Events, and the index that finds cases.</summary>
    Ledger,

    /// <summary>Mails and how far they have come.</summary>
    Outbox,

    /// <summary>Units and officials.</summary>
    Register,

    /// <summary>The calendar.</summary>
    Other,
}
