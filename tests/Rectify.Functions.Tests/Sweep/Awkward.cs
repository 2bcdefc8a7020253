namespace Rectify.Functions.Tests.Sweep;

/// <summary>Values that nobody means and somebody sends.</summary>
internal static class Awkward
{
    private static readonly string Long = new('长', 21_000);

    /// <summary>What may stand in the path of an address, escaped as it goes over the wire.</summary>
    /// <remarks>The server itself refuses a path with NUL, before any route.</remarks>
    public static readonly IReadOnlyList<string> Segments =
    [
        "%01", "a%0Ab", "%7F", "%C2%85", "%E2%80%AE", "%EF%BB%BF", // control and invisible characters
        "%FF", "%ED%A0%80", "%", "%zz", // no UTF-8: half of a surrogate pair, and escapes that are none
        "%EF%BC%92%EF%BC%90%EF%BC%92%EF%BC%96", "%F0%9F%98%80", "%20", "%2520", "a%2Fb", "%22%27%3C%3E%26", // 2026 in full-width digits
        "0", "-1", "1.5", "1e9", "00002026", "1899", "9999", "10000", "2147483648", "99999999999999999999",
        "2026-02-30", "2026-13-01", "0001-01-01", "9999-12-31", "99999-01-01", "unit:", "a,b,,c",
        new string('a', 3_000),
    ];

    /// <summary>What may stand in a query.</summary>
    public static IEnumerable<string> QueriesOf(string name) =>
    [
        .. Segments.Select(value => $"{name}={value}"), $"{name}=a%00b", name, $"{name}=", $"{name}=1&{name}=2", $"{name}[]=1",
        $"{name.ToUpperInvariant()}=1",
    ];

    /// <summary>What may stand for a member of a JSON document, as it is written there.</summary>
    public static readonly IReadOnlyList<string> Json =
    [
        "null", "true", "0", "-1", "1.5", "1e400", "2147483648", "99999999999999999999", "[]", "{}", "[null]", "[[]]", "{\"a\":{\"a\":1}}",
        "\"\"", "\" \"", "\"a\\u0000b\"", "\"\\u0001\"", "\"\\ud800\"", "\"\\udc00a\"", "\"\\u202e\"", "\"\\ufeff\"", "\"\\ue000\"",
        "\"2０２６-0３-30\"", "\"２\"", "\"0001-01-01\"", "\"9999-12-31\"", "\"2026-02-30\"", "\"2026-13-45\"", "\"99999-01-01\"",
        "\"9999-12-31T23:59:59-14:00\"", "\"0001-01-01T00:00:00+14:00\"", "\"a\\nb\"", "\"😀\"", "\"../..\"", "\"<b>&\"",
        "\"{day0} {text9}\"",
        $"\"{Long}\"", string.Concat(Enumerable.Repeat("[", 80)) + string.Concat(Enumerable.Repeat("]", 80)),
    ];

    /// <summary>What may be typed into a form, or sent for it.</summary>
    public static readonly IReadOnlyList<string> Typed =
    [
        "", " ", "a\0b", "\u0001", "\u202E", "\uFEFF", "\uE000", "２０２６-０３-３０", "２", "0", "-1", "1.5", "2147483648",
        "99999999999999999999",
        "0001-01-01", "9999-12-31", "2026-02-30", "2026-13-45", "99999-01-01", "a\nb", "😀", "../..", "<b>\"'&",
        "{day0} {text9} \"2026-99-99\"",
        Long,
    ];

    /// <summary>What may stand in a header.</summary>
    public static readonly IReadOnlyList<string> Headers =
        ["\"", "\"1", "*", "W/\"1\"", "\"99999999999999999999\"", "a, \"b\"", "\t", new string('a', 3_000)];
}
