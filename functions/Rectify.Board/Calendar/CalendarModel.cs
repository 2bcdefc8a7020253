using Rectify.Board.Cases;
using Rectify.Domain.Calendar;

namespace Rectify.Board.Calendar;

/// <summary>The working days of a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Source">
/// The notice that the year was read from; null while the year is computed because its notice has not been entered.
/// </param>
/// <param name="First">The first year that can be shown.</param>
/// <param name="Last">The last year that can be shown.</param>
/// <param name="Today">The local day.</param>
/// <param name="Kinds">The kind of each day of the year; working days from Monday to Friday are left out.</param>
public sealed record CalendarModel(int Year, string? Source, int First, int Last, DateOnly Today,
    IReadOnlyDictionary<DateOnly, DayKind> Kinds)
{
    /// <summary>Links to what the reader may do or see.</summary>
    public IReadOnlyList<CaseLink> Actions { get; init; } = [];
}
