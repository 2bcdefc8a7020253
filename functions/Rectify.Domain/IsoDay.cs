using System.Globalization;

namespace Rectify.Domain;

/// <summary>A day as <c>yyyy-MM-dd</c>, for example 2026-03-02: on the wire, in storage, in tables and in the fields of forms.</summary>
public static class IsoDay
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>The day as text.</summary>
    public static string Of(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Reads a day; false when the text has another form or names no day.</summary>
    public static bool TryParse(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>The day in a text that this program wrote.</summary>
    /// <exception cref="FormatException">The text has another form or names no day.</exception>
    public static DateOnly Parse(string text) => DateOnly.ParseExact(text, Form, CultureInfo.InvariantCulture);
}
