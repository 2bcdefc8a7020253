using System.Globalization;
using Rectify.Domain;
using Rectify.Domain.Messages;
using Rectify.Office.Requests;
using Rectify.Office.Spreadsheets;
using Rectify.Office.Text;

namespace Rectify.Office.Register;

/// <summary>Reads the cells of a row by column, and collects what is wrong with them.</summary>
public sealed class RegisterRow(SpreadsheetRow row, IReadOnlyDictionary<RegisterColumn, (int Index, string Header)> places)
{
    // Spreadsheets rewrite dates when they save a table. All of these forms begin with the year, so that day and month cannot be confused.
    private static readonly string[] DayForms = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];

    private readonly List<RejectedRow> rejections = [];

    public int Line => row.Line;

    public IReadOnlyList<RejectedRow> Rejections => rejections;

    /// <summary>The cell as written; empty when the table does not have the column.</summary>
    public string Text(RegisterColumn column) => places.TryGetValue(column, out var place) ? row.Cells[place.Index] : "";

    /// <summary>Whether the table has the column.</summary>
    public bool Has(RegisterColumn column) => places.ContainsKey(column);

    /// <summary>Whether nothing is written in the cell.</summary>
    public bool IsEmpty(RegisterColumn column) => string.IsNullOrWhiteSpace(Text(column));

    // For ids, dates and names from lists: spellings that look the same are the same.
    private string Plain(RegisterColumn column) => TextRule.Folded(Text(column));

    // A text that TextRule refuses is rejected for that reason alone, whatever the column holds.
    private bool IsText(RegisterColumn column)
    {
        if (TextRule.Refuse(Text(column).Trim(), Lines.One) is not { } refusal) return true;

        Reject(column, refusal);
        return false;
    }

    /// <summary>A required text of one line.</summary>
    public string Line200(RegisterColumn column)
    {
        var text = TextRule.Stored(Text(column));
        if (IsText(column) && TextLimits.Refuse((column.Name, text, TextLimits.Line)) is not null)
            Reject(column, RowMessages.Text.With(TextLimits.Line));
        return text;
    }

    /// <summary>An id; null when the cell is empty or not an id.</summary>
    public T? Id<T>(RegisterColumn column, Func<string, T> of) where T : struct
    {
        var text = Plain(column);
        if (text.Length == 0 && column.Need == ColumnNeed.Optional) return null;
        if (!IsText(column)) return null;
        if (IdForm.Refuse(column.Name, text) is null) return of(text);

        Reject(column, RowMessages.Id);
        return null;
    }

    /// <summary>
    /// An id, or that of what has the name in the cell; null when the cell is empty or names nothing. A text in the form of an id that is
    /// unknown stays one.
    /// </summary>
    public T? IdOrName<T>(RegisterColumn column, Func<string, T> of, Func<string, T?> named, Message unknown) where T : struct
    {
        var text = Plain(column);
        if (text.Length == 0 && column.Need == ColumnNeed.Optional) return null;
        if (!IsText(column)) return null;
        if (text.Length > 0 && named(text) is { } found) return found;
        if (text.Length == 0 || IdForm.Refuse(column.Name, text) is null) return Id(column, of);

        Reject(column, unknown);
        return null;
    }

    /// <summary>An address; null when the cell of an optional column is empty.</summary>
    public string? Email(RegisterColumn column)
    {
        var text = TextRule.Stored(Text(column));
        if (text.Length == 0 && column.Need == ColumnNeed.Optional) return null;
        if (IsText(column) && EmailAddressForm.Refuse(column.Name, text) is not null) Reject(column, RowMessages.Email);
        return text;
    }

    /// <summary>A day; null when the cell is empty or not a day.</summary>
    public DateOnly? Day(RegisterColumn column)
    {
        var text = Plain(column);
        if (text.Length == 0 && column.Need == ColumnNeed.Optional) return null;
        if (DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;

        Reject(column, RowMessages.Day);
        return null;
    }

    /// <summary>A language by its tag; Chinese when the cell is empty.</summary>
    public MailLanguage Language(RegisterColumn column)
    {
        var tag = Plain(column);
        if (tag.Length == 0) return MailLanguage.Chinese;
        if (MailLanguage.Find(tag) is { } language) return language;

        Reject(column, RowMessages.OneOf.With("zh-CN, en"));
        return MailLanguage.Chinese;
    }

    /// <summary>A member of an enum, by its name on the wire or its Chinese name.</summary>
    public T Member<T>(RegisterColumn column, IReadOnlyDictionary<T, string> chinese) where T : struct, Enum
    {
        var text = Plain(column);
        if (WireName.TryParse<T>(text, out var member)) return member;
        foreach (var (candidate, name) in chinese)
        {
            if (name == text) return candidate;
        }

        Reject(column, RowMessages.OneOf.With(string.Join(", ", chinese.Select(pair => $"{pair.Value} ({WireName.Of(pair.Key)})"))));
        return default;
    }

    /// <summary>The same for an optional column; null when the cell is empty.</summary>
    public T? MemberOrNull<T>(RegisterColumn column, IReadOnlyDictionary<T, string> chinese) where T : struct, Enum =>
        Text(column).Trim().Length == 0 ? null : Member(column, chinese);

    public void Reject(RegisterColumn column, Message reason) =>
        rejections.Add(
            new RejectedRow(Line, places.TryGetValue(column, out var place) ? place.Header : column.Name, Shortened(Text(column)), reason));

    // The beginning is enough to find the cell; otherwise the answer to a table of long cells would repeat all of them.
    private static string Shortened(string text) => text.Length <= TextLimits.Line ? text : $"{text[..TextLimits.Line]}…";
}

/// <summary>Why a row was rejected.</summary>
/// <param name="Line">The line of the file on which the row starts.</param>
/// <param name="Column">The column, as the file names it.</param>
/// <param name="Value">The text of the cell, or its beginning.</param>
/// <param name="Reason">The rule that it breaks.</param>
public sealed record RejectedRow(int Line, string Column, string Value, Message Reason)
{
    /// <summary>The rule in a language. In English it stands within a sentence, and so without a full stop.</summary>
    public string ReasonIn(Language language) =>
        language == Language.English ? Reason.In(language).TrimEnd('.') : Reason.In(language);
}
