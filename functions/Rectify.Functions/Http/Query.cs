using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Office.Requests;
using Rectify.Office.Text;

namespace Rectify.Functions.Http;

/// <summary>Reads query parameters. An absent parameter gives null; one that cannot be read gives a problem.</summary>
internal static partial class Query
{
    private const int DefaultTop = 50;
    private const int MaxTop = 200;

    public static Outcome<DateOnly?> Date(HttpRequest request, string name) => Plain(request, name) switch
    {
        null => (DateOnly?)null,
        var text when IsoDay.TryParse(text, out var day) => day,
        var text => Problem.Malformed(name, RequestMessages.Date.With(text)),
    };

    public static Outcome<DateTimeOffset?> Instant(HttpRequest request, string name) => Plain(request, name) switch
    {
        null => (DateTimeOffset?)null,
        var text when Form.IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var instant) => instant.ToUniversalTime(),
        var text => Problem.Malformed(name, RequestMessages.Instant.With(text)),
    };

    /// <summary>Whether a request with <c>dryRun</c> only asks what it would do.</summary>
    public static Outcome<bool> IsDryRun(HttpRequest request) => Text(request, "dryRun") switch
    {
        null or "false" => false,
        "true" => true,
        var other => Problem.Malformed("dryRun", RequestMessages.DryRun.With(other)),
    };

    public static Outcome<TEnum?> Enum<TEnum>(HttpRequest request, string name) where TEnum : struct, Enum => Plain(request, name) switch
    {
        null => (TEnum?)null,
        var text when WireName.TryParse<TEnum>(text, out var value) => value,
        var text => Problem.Malformed(name, RequestMessages.OneOf.With(WireName.List<TEnum>(), text)),
    };

    /// <summary>Several values of an enum, separated by commas; empty when the parameter is absent.</summary>
    public static Outcome<IReadOnlyList<TEnum>> Enums<TEnum>(HttpRequest request, string name) where TEnum : struct, Enum
    {
        List<TEnum> values = [];
        foreach (var text in (Plain(request, name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!WireName.TryParse<TEnum>(text, out var value))
                return Problem.Malformed(name, RequestMessages.SomeOf.With(WireName.List<TEnum>(), text));
            values.Add(value);
        }

        return Outcome<IReadOnlyList<TEnum>>.Of(values);
    }

    public static Outcome<Subject> Subject(HttpRequest request) => Domain.Identity.Subject.Parse(Plain(request, "subject")) is { } subject
        ? IdForm.Refuse("subject", subject.IdText) is { } malformed ? malformed : subject
        : Problem.Malformed("subject", RequestMessages.Subject.With(Plain(request, "subject") ?? ""));

    public static Outcome<UnitId?> UnitId(HttpRequest request) => Plain(request, "unitId") switch
    {
        null => (UnitId?)null,
        var text when IdForm.Refuse("unitId", text) is { } malformed => malformed,
        var text => new UnitId(text),
    };

    /// <summary>The most items of a list's part: 1 to 200, 50 by default.</summary>
    public static Outcome<int> Top(HttpRequest request) => Plain(request, "top") switch
    {
        null => DefaultTop,
        var text when Digits.TryRead(text, out int top) && top is >= 1 and <= MaxTop => top,
        var text => Problem.Malformed("top", RequestMessages.Top.With(MaxTop, text)),
    };

    /// <summary>An entry of a case, by its number in the ledger; null for the case as it stands.</summary>
    public static Outcome<int?> Entry(HttpRequest request, int last) => Plain(request, "entry") switch
    {
        null => (int?)null,
        var text when Digits.TryRead(text, out int entry) && entry >= 1 && entry <= last => entry,
        var text => Problem.Malformed("entry", RequestMessages.Entry.With(last, text)),
    };

    /// <summary>The number of the page of a list in pages; 1 by default.</summary>
    public static Outcome<int> Page(HttpRequest request) => Plain(request, "page") switch
    {
        null => 1,
        var text when Digits.TryRead(text, out int page) && page >= 1 => page,
        var text => Problem.Malformed("page", RequestMessages.Page.With(text)),
    };

    // Without this check the parser would also accept an instant without an offset, in the time zone of the machine.
    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form { get; }

    /// <summary>The parameter as a text, in the form in which texts are stored; null when it is absent or empty.</summary>
    public static string? Text(HttpRequest request, string name) =>
        request.Query[name] is [{ Length: > 0 } text, ..] && TextRule.Stored(text) is { Length: > 0 } stored ? stored : null;

    // The parameter as an id, date, number or enum name, folded, so that full-width characters count as plain ones.
    private static string? Plain(HttpRequest request, string name) => Text(request, name) is { } text ? TextRule.Folded(text) : null;
}
