using Rectify.Domain.Terms;

namespace Rectify.Board.Drawing;

/// <summary>The horizontal position of days in a drawing.</summary>
/// <param name="days">First and last day drawn.</param>
/// <param name="left">The left edge of the first day.</param>
/// <param name="width">The width of all days together.</param>
public sealed class DayScale(DayInterval days, double left, double width)
{
    /// <summary>Extra width at the right, for the name of a month that begins on the last day.</summary>
    public const double Margin = 60;

    private readonly double perDay = width / (days.To.DayNumber - days.From.DayNumber + 1);

    /// <summary>The left edge of a day; its right edge is the left edge of the next.</summary>
    public double Start(DateOnly day) => Math.Round(left + (day.DayNumber - days.From.DayNumber) * perDay, 1);

    /// <summary>The middle of a day.</summary>
    public double Middle(DateOnly day) => Math.Round(left + (day.DayNumber - days.From.DayNumber + 0.5) * perDay, 1);

    /// <summary>The width of a run of days, including the last.</summary>
    public double Width(DayInterval run) => Math.Round((run.To.DayNumber - run.From.DayNumber + 1) * perDay, 1);

    /// <summary>
    /// The first days of months that are marked; depending on the length, of every month, every third month, or every January.
    /// </summary>
    public IEnumerable<DateOnly> Ticks()
    {
        var months = (days.To.Year - days.From.Year) * 12 + days.To.Month - days.From.Month + 1;
        var step = months <= 14 ? 1 : months <= 42 ? 3 : 12;
        var first = new DateOnly(days.From.Year, days.From.Month, 1);
        return Enumerable.Range(0, months + 1).Select(first.AddMonths)
            .Where(month => (month.Month - 1) % step == 0 && month >= days.From && month <= days.To);
    }
}
