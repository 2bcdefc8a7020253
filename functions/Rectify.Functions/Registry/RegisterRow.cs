using System.Globalization;
using Rectify.Domain;
using Rectify.Functions.Csv;
using Rectify.Functions.Http;

namespace Rectify.Functions.Registry;

/// <summary>Reads the cells of a row by column, and collects what is wrong with them.</summary>
internal sealed class RegisterRow(CsvRow row, IReadOnlyDictionary<RegisterColumn, (int Index, string Header)> places)
{
    // Spreadsheets rewrite dates when they save; all of these begin with the year, so that none can be mistaken.
    private static readonly string[] DayForms = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];

    private readonly List<RejectedRow> rejections = [];

    public int Line => row.Line;

    public IReadOnlyList<RejectedRow> Rejections => rejections;

    /// <summary>The cell as written; empty when the table does not have the column.</summary>
    public string Text(RegisterColumn column) => places.TryGetValue(column, out var place) ? row.Cells[place.Index] : "";

    /// <summary>A text that has to be there.</summary>
    public string Line200(RegisterColumn column)
    {
        var text = Text(column);
        if (Texts.Refuse((column.Name, text, Texts.Line)) is not null)
            Reject(column, $"1 to {Texts.Line} characters, not only blanks");
        return text;
    }

    /// <summary>An id; the default when the cell is empty or no id.</summary>
    public T? Id<T>(RegisterColumn column, Func<string, T> of) where T : struct
    {
        var text = Text(column).Trim();
        if (text.Length == 0 && column.Need == Need.Optional) return null;
        if (WireId.Refuse(column.Name, text) is null) return of(text);

        Reject(column, "an id has 1 to 64 letters a-z, A-Z, digits, '.', '_' or '-'");
        return null;
    }

    /// <summary>An address; null when an optional one is empty.</summary>
    public string? Email(RegisterColumn column)
    {
        var text = Text(column).Trim();
        if (text.Length == 0 && column.Need == Need.Optional) return null;
        if (EmailAddressForm.Refuse(column.Name, text) is not null) Reject(column, "an address is name@domain");
        return text;
    }

    /// <summary>A day; null when it is empty or none.</summary>
    public DateOnly? Day(RegisterColumn column)
    {
        var text = Text(column).Trim();
        if (text.Length == 0 && column.Need == Need.Optional) return null;
        if (DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;

        Reject(column, "a date is yyyy-MM-dd and exists in the calendar (D1)");
        return null;
    }

    /// <summary>A language by its tag; Chinese when the cell is empty.</summary>
    public Language Language(RegisterColumn column)
    {
        var tag = Text(column).Trim();
        if (tag.Length == 0) return Registry.Language.Chinese;
        if (Registry.Language.Find(tag) is { } language) return language;

        Reject(column, "one of zh-CN, en");
        return Registry.Language.Chinese;
    }

    /// <summary>A member of an enum, by its name on the wire or its Chinese name.</summary>
    public T Member<T>(RegisterColumn column, IReadOnlyDictionary<T, string> chinese) where T : struct, Enum
    {
        var text = Text(column).Trim();
        if (WireName.TryParse<T>(text, out var member)) return member;
        foreach (var (candidate, name) in chinese)
        {
            if (name == text) return candidate;
        }

        Reject(column, $"one of {string.Join(", ", chinese.Select(pair => $"{WireName.Of(pair.Key)} ({pair.Value})"))}");
        return default;
    }

    /// <summary>The same of an optional column; null when the cell is empty.</summary>
    public T? MemberOrNull<T>(RegisterColumn column, IReadOnlyDictionary<T, string> chinese) where T : struct, Enum =>
        Text(column).Trim().Length == 0 ? null : Member(column, chinese);

    public void Reject(RegisterColumn column, string reason) =>
        rejections.Add(new RejectedRow(Line, places.TryGetValue(column, out var place) ? place.Header : column.Name, Text(column), reason));
}

/// <summary>Why a row was rejected.</summary>
/// <param name="Line">The line of the file on which the row starts.</param>
/// <param name="Column">The column, as the file names it.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Reason">The rule that it breaks.</param>
internal sealed record RejectedRow(int Line, string Column, string Value, string Reason);
