using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.Terms;

namespace Rectify.Office.Ledger;

/// <summary>
/// Whom a case bars and when, as the text in which indexes keep it: <c>unit:a 2026-03-30 2026-09-30;official:b 2026-03-30 9999-12-31</c>.
/// </summary>
/// <remarks>The text is parsed only when its items are asked for, because a list of cases does not need them.</remarks>
public sealed record BarList
{
    private BarList(string text) => Text = text;

    /// <summary>Nobody.</summary>
    public static BarList Empty { get; } = new("");

    /// <summary>The text; empty when nobody is barred.</summary>
    public string Text { get; }

    /// <summary>The bars, in the order in which they were given.</summary>
    /// <exception cref="InvalidDataException">The text does not have its form.</exception>
    public IReadOnlyList<SubjectBar> Items => Text.Length == 0 ? [] : [.. Text.Split(';').Select(Bar)];

    /// <summary>Bars as such a text. An id holds neither a space nor a semicolon.</summary>
    public static BarList Of(IEnumerable<SubjectBar> bars) => new(string.Join(';', bars.Select(
        bar => $"{bar.Subject} {IsoDay.Of(bar.Days.From)} {IsoDay.Of(bar.Days.To)}")));

    /// <summary>The list from its stored text.</summary>
    public static BarList Stored(string text) => text.Length == 0 ? Empty : new(text);

    private static SubjectBar Bar(string text) => text.Split(' ') is [var subject, var from, var to] && Subject.Parse(subject) is { } known
        ? new SubjectBar(known, new DayInterval(IsoDay.Parse(from), IsoDay.Parse(to)))
        : throw new InvalidDataException($"The index holds the bar \"{text}\", which this program does not know.");
}

/// <summary>A subject and days on which a case bars it.</summary>
public sealed record SubjectBar(Subject Subject, DayInterval Days);
