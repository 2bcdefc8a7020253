using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Rectify.Domain;
using Rectify.Domain.Identity;

namespace Rectify.Functions.Http;

/// <summary>Reads query parameters. A parameter that is absent is null; one that cannot be read is a problem.</summary>
internal static partial class Query
{
    private const int DefaultTop = 50;
    private const int MaxTop = 200;

    public static Outcome<DateOnly?> Date(HttpRequest request, string name) => Text(request, name) switch
    {
        null => (DateOnly?)null,
        var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        var text => Problem.Malformed(name, $"{name}: a date is yyyy-MM-dd and exists in the calendar; got \"{text}\". (D1)"),
    };

    public static Outcome<DateTimeOffset?> Instant(HttpRequest request, string name) => Text(request, name) switch
    {
        null => (DateTimeOffset?)null,
        var text when Form.IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) => instant.ToUniversalTime(),
        var text => Problem.Malformed(name, $"{name}: an instant is ISO 8601 with its offset, such as 2026-09-30T16:00:00Z; got \"{text}\"."),
    };

    public static Outcome<TEnum?> Enum<TEnum>(HttpRequest request, string name) where TEnum : struct, Enum => Text(request, name) switch
    {
        null => (TEnum?)null,
        var text when WireName.TryParse<TEnum>(text, out var value) => value,
        var text => Problem.Malformed(name, $"{name}: one of {WireName.List<TEnum>()}; got \"{text}\"."),
    };

    /// <summary>Several of an enum, joined by commas; none when the parameter is absent.</summary>
    public static Outcome<IReadOnlyList<TEnum>> Enums<TEnum>(HttpRequest request, string name) where TEnum : struct, Enum
    {
        List<TEnum> values = [];
        foreach (var text in (Text(request, name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!WireName.TryParse<TEnum>(text, out var value)) return Problem.Malformed(name, $"{name}: one of {WireName.List<TEnum>()}, or several joined by commas; got \"{text}\".");
            values.Add(value);
        }

        return Outcome<IReadOnlyList<TEnum>>.Of(values);
    }

    public static Outcome<Subject> Subject(HttpRequest request) => Domain.Identity.Subject.Parse(Text(request, "subject")) is { } subject
        ? WireId.Refuse("subject", subject.IdText) is { } malformed ? malformed : subject
        : Problem.Malformed("subject", $"subject: unit:{{id}} or official:{{id}}; got \"{Text(request, "subject")}\".");

    public static Outcome<UnitId?> UnitId(HttpRequest request) => Text(request, "unitId") switch
    {
        null => (UnitId?)null,
        var text when WireId.Refuse("unitId", text) is { } malformed => malformed,
        var text => new UnitId(text),
    };

    /// <summary>How many items a list answers at most: 1 to 200, 50 unless told.</summary>
    public static Outcome<int> Top(HttpRequest request) => Text(request, "top") switch
    {
        null => DefaultTop,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var top) && top is >= 1 and <= MaxTop => top,
        var text => Problem.Malformed("top", $"top: 1 to {MaxTop}; got \"{text}\"."),
    };

    /// <summary>Which page of a list that is counted in pages: 1 unless told.</summary>
    public static Outcome<int> Page(HttpRequest request) => Text(request, "page") switch
    {
        null => 1,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page >= 1 => page,
        var text => Problem.Malformed("page", $"page: 1 or more; got \"{text}\"."),
    };

    // The parser alone would also take a local time, and the zone of the machine with it.
    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form { get; }

    public static string? Text(HttpRequest request, string name) => request.Query[name] is [{ Length: > 0 } text, ..] ? text : null;
}
