using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;

namespace Rectify.Office.Audit;

/// <summary>An entry of the ledger as one line of JSON, from which its hash can be computed again.</summary>
public static class EntryLine
{
    private static readonly string[] Names = ["caseId", "sequence", "type", "at", "actor", "data", "previousHash", "hash"];

    /// <summary>The names of the members, in their order.</summary>
    public static IReadOnlyList<string> Members => Names;

    /// <summary>The line, without an end. The data are written exactly as they are stored.</summary>
    public static string Of(StoredEvent entry)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString(Names[0], entry.CaseId.Value);
            writer.WriteNumber(Names[1], entry.Sequence);
            writer.WriteString(Names[2], entry.Type);
            writer.WriteString(Names[3], Instant(entry.At));
            writer.WriteString(Names[4], entry.Actor);
            writer.WritePropertyName(Names[5]);
            writer.WriteRawValue(entry.Data);
            writer.WriteString(Names[6], entry.PreviousHash);
            writer.WriteString(Names[7], entry.Hash);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>The entry in a line; null when the line is not exactly what <see cref="Of"/> writes for any entry.</summary>
    public static StoredEvent? Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            string Text(int place) => root.GetProperty(Names[place]).GetString() ?? throw new FormatException();
            var entry = new StoredEvent(
                new CaseId(Text(0)), root.GetProperty(Names[1]).GetInt32(), Text(2),
                DateTimeOffset.ParseExact(Text(3), "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), Text(4),
                root.GetProperty(Names[5]).GetRawText(), Text(6), Text(7));
            return Of(entry) == line ? entry : null;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or KeyNotFoundException
            or FormatException)
        {
            return null;
        }
    }

    /// <summary>An instant to the tick, in the form of which the hash is computed.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
