namespace Rectify.Domain.Terms;

/// <summary>Whether a period is counted in calendar days or in working days (D7).</summary>
public enum Counting
{
    /// <summary>日: every day, also for periods of months and for a day that the office named.</summary>
    CalendarDays,

    /// <summary>工作日.</summary>
    WorkingDays,
}

/// <summary>Tells in which days a period is counted.</summary>
public static class CountingExtensions
{
    extension(Counting)
    {
        /// <summary>Working days for a period in working days, calendar days for every other; calendar days when it is not known.</summary>
        public static Counting Of(Period? period) => period is Period.WorkingDays ? Counting.WorkingDays : Counting.CalendarDays;
    }
}
