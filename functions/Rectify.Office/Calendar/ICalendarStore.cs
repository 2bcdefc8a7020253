using Rectify.Domain.Calendar;

namespace Rectify.Office.Calendar;

/// <summary>Stores every year that an office imported. An import is never changed: a correction is another import.</summary>
public interface ICalendarStore
{
    /// <summary>The revision of the last import; 0 before the first. Cheap: it is asked at the start of every request.</summary>
    Task<long> RevisionAsync(CancellationToken cancellation);

    /// <summary>The last import of each year, by year.</summary>
    Task<IReadOnlyList<CalendarImport>> LatestAsync(CancellationToken cancellation);

    /// <summary>Every import of a year, oldest first.</summary>
    Task<IReadOnlyList<CalendarImport>> HistoryAsync(int year, CancellationToken cancellation);

    /// <summary>Records an import under the next revision, and returns it.</summary>
    Task<CalendarImport> AddAsync(CalendarYear year, string actor, DateTimeOffset at, CancellationToken cancellation);
}

/// <summary>An imported year.</summary>
/// <param name="Revision">Grows with every import of any year.</param>
/// <param name="Year">The year.</param>
/// <param name="Actor">Who imported it, from the credential.</param>
/// <param name="At">When, UTC.</param>
public sealed record CalendarImport(long Revision, CalendarYear Year, string Actor, DateTimeOffset At);
