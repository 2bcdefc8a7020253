using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>The day from which a rectification period runs, with the measure that sets the period.</summary>
/// <param name="Member">The member of the request that holds the day.</param>
/// <param name="Rung">The measure.</param>
/// <param name="Day">The day.</param>
internal sealed record PeriodStart(string Member, Rung Rung, DateOnly Day)
{
    /// <summary>The refusal of a day on which no case can begin; null when the day is allowed.</summary>
    public Rejection? Refuse(Rulebook rulebook, DecisionContext context)
    {
        if (CoveredDay.Refuse(Member, Day, context.Calendar) is { } uncovered) return uncovered;

        var (back, ahead) = (rulebook.Backdating.MaxDaysBack, rulebook.Backdating.MaxDaysAhead);
        var (earliest, latest) = (context.Today.AddDays(-back), context.Today.AddDays(ahead));
        var outside = Rung == Rung.Listing ? OpeningMessages.ListingDate : OpeningMessages.IssueDate;
        return Day >= earliest && Day <= latest
            ? null
            : Rejection.Rule(Member, outside.With(earliest, latest, rulebook.Id, back, ahead, Day));
    }

    /// <summary>The deadline of a period that starts on the day, or the refusal of a period that is too short or too long.</summary>
    public (Deadline? Deadline, Rejection? Refusal) DeadlineOf(Period period, Rulebook rulebook, DecisionContext context)
    {
        if (Deadline.Refusal(Day, period, context.Calendar) is { } noDeadline) return (null, Rejection.Rule("period", noDeadline));

        var deadline = Deadline.Of(Day, period, context.Calendar);
        if (deadline.Effective <= Day)
        {
            var before = Rung == Rung.Listing ? OpeningMessages.DeadlineBeforeListing : OpeningMessages.DeadlineBeforeIssue;
            return (null, Rejection.Rule("period.dueOn", before.With(Day, deadline.Effective)));
        }

        var latest = Day.AddMonths(rulebook.LongestPeriod);
        if (deadline.Nominal > latest)
        {
            return (null, Rejection.Rule("period", OpeningMessages.PeriodTooLong.With(
                rulebook.LongestPeriod, latest, rulebook.Id, Ending(period, deadline.Nominal),
                Period.Months.Max, Period.Days.Max, Period.WorkingDays.Max)));
        }

        return deadline.ExpiresAt > context.Now
            ? (deadline, null)
            : (null, Rejection.Rule("period", OpeningMessages.PeriodOver.With(deadline.Effective, context.Today, Rung, SourceOf(Rung))));
    }

    private static string SourceOf(Rung rung) => rung == Rung.Listing ? "S7" : "S16";

    private static Message Ending(Period period, DateOnly nominal) => period switch
    {
        Period.Months(var count) => OpeningMessages.OfMonths.With(count, nominal),
        Period.Days(var count) => OpeningMessages.OfDays.With(count, nominal),
        Period.WorkingDays(var count) => OpeningMessages.OfWorkingDays.With(count, nominal),
        _ => OpeningMessages.Until.With(nominal),
    };
}
