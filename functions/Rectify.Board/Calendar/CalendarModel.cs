using Rectify.Board.Cases;

namespace Rectify.Board.Calendar;

/// <summary>A year's working days.</summary>
/// <param name="Year">The year.</param>
/// <param name="Source">The notice it was read in; null for a year that is computed until its notice is there.</param>
/// <param name="First">The first year that is known.</param>
/// <param name="Last">The last year that can be asked for.</param>
/// <param name="Today">The local day.</param>
/// <param name="Kinds">What the days of the year are; a working day from Monday to Friday is left out.</param>
public sealed record CalendarModel(int Year, string? Source, int First, int Last, DateOnly Today,
    IReadOnlyDictionary<DateOnly, DayKind> Kinds)
{
    /// <summary>What the reader may do or look at.</summary>
    public IReadOnlyList<CaseLink> Actions { get; init; } = [];
}

/// <summary>What a day is that is not simply worked.</summary>
public enum DayKind
{
    /// <summary>周末.</summary>
    Weekend,

    /// <summary>放假.</summary>
    Holiday,

    /// <summary>调休上班: a Saturday or Sunday that is worked.</summary>
    MakeUp,
}
