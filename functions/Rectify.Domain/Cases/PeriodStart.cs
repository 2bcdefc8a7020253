using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>The day from which a rectification period runs, with the measure that sets the period.</summary>
/// <param name="Member">The member of the request that holds the day of the measure.</param>
/// <param name="Rung">The measure.</param>
/// <param name="Day">The day of the measure.</param>
/// <param name="ReceivedOn">The day on which the unit received the document; null when it is not known.</param>
/// <param name="EventOn">The day of the event; null when none was named.</param>
internal sealed record PeriodStart(string Member, Rung Rung, DateOnly Day, DateOnly? ReceivedOn, DateOnly? EventOn)
{
    /// <summary>The refusal of days on which no case can begin; null when all are allowed.</summary>
    public Rejection? Refuse(Rulebook rulebook, DecisionContext context) =>
        RefuseDay(rulebook, context) ?? RefuseAnchors(rulebook, context);

    /// <summary>The refusal of a day of receipt or of an event that cannot be; null when both can.</summary>
    public Rejection? RefuseAnchors(Rulebook rulebook, DecisionContext context) =>
        Rejection.Together(RefuseReceipt(rulebook, context), RefuseEvent(context));

    /// <summary>The deadline of a period that starts on the day, or the refusal of a period that is too short or too long.</summary>
    public (Deadline? Deadline, Rejection? Refusal) DeadlineOf(Period period, Rulebook rulebook, DecisionContext context)
    {
        var rule = rulebook.PeriodRuleOf(Rung);
        // A day that the office writes is counted from nothing.
        var anchor = AnchorOf(rule?.CountedFrom ?? PeriodAnchor.Measure) ?? (period is Period.Until ? Day : null);
        if (anchor is not { } from) return (null, WithoutAnchor(rule!, rulebook));
        if (Deadline.Refusal(from, period, context.Calendar) is { } noDeadline) return (null, Rejection.Rule("period", noDeadline));

        var deadline = Deadline.Of(from, period, context.Calendar, rule?.OnDayOff ?? DayOffPolicy.NextWorkingDay);
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

        if (rule is not null && Outside(rule, from, deadline.Nominal, period, context) is { } outside) return (null, outside);

        return deadline.ExpiresAt > context.Now
            ? (deadline, null)
            : (null, Rejection.Rule("period", OpeningMessages.PeriodOver.With(deadline.Effective, context.Today, Rung, SourceOf(Rung))));
    }

    private Rejection? RefuseDay(Rulebook rulebook, DecisionContext context)
    {
        if (CoveredDay.Refuse(Member, Day, context.Calendar) is { } uncovered) return uncovered;

        var (back, ahead) = (rulebook.Backdating.MaxDaysBack, rulebook.Backdating.MaxDaysAhead);
        var (earliest, latest) = (context.Today.AddDays(-back), context.Today.AddDays(ahead));
        var outside = Rung == Rung.Listing ? OpeningMessages.ListingDate : OpeningMessages.IssueDate;
        return Day >= earliest && Day <= latest
            ? null
            : Rejection.Rule(Member, outside.With(earliest, latest, rulebook.Id, back, ahead, Day));
    }

    // The notice may be received on a future day, but not so far ahead that no plan and no report would ever be due.
    private Rejection? RefuseReceipt(Rulebook rulebook, DecisionContext context)
    {
        if (ReceivedOn is not { } received) return null;
        if (received < Day)
        {
            var before = Rung == Rung.Listing ? OpeningMessages.ReceivedBeforeListing : OpeningMessages.ReceivedBeforeIssue;
            return Rejection.Rule("receivedOn", before.With(Day, received));
        }

        var last = (Day > context.Today ? Day : context.Today).AddDays(rulebook.Backdating.MaxDaysAhead);
        return received <= last
            ? null
            : Rejection.Rule(
                "receivedOn", OpeningMessages.ReceivedTooLate.With(last, rulebook.Id, rulebook.Backdating.MaxDaysAhead, received));
    }

    private Rejection? RefuseEvent(DecisionContext context) => EventOn is not { } happened ? null
        : happened > Day ? Rejection.Rule("eventOn", OpeningMessages.EventAfterMeasure.With(Day, happened))
        : CoveredDay.Refuse("eventOn", happened, context.Calendar);

    private DateOnly? AnchorOf(PeriodAnchor anchor) => anchor switch
    {
        PeriodAnchor.Receipt => ReceivedOn,
        PeriodAnchor.Event => EventOn,
        _ => Day,
    };

    private static Rejection WithoutAnchor(PeriodRule rule, Rulebook rulebook) => Rejection.Rule(
        rule.CountedFrom == PeriodAnchor.Receipt ? "receivedOn" : "eventOn",
        OpeningMessages.PeriodWithoutStart.With(rulebook.Id, rule.CountedFrom, rule.Source));

    // The limits count from the same day as the period, so that months and days can be compared.
    private static Rejection? Outside(PeriodRule rule, DateOnly from, DateOnly nominal, Period period, DecisionContext context)
    {
        var (least, most) = (LastDay(rule.Least), LastDay(rule.Most));
        if (least is { } first && nominal < first)
        {
            return Rejection.Rule(
                "period", OpeningMessages.PeriodBelowRule.With(rule.Least!.Words, first, Ending(period, nominal), rule.Source));
        }

        return most is { } last && nominal > last
            ? Rejection.Rule("period", OpeningMessages.PeriodAboveRule.With(rule.Most!.Words, last, Ending(period, nominal), rule.Source))
            : null;

        DateOnly? LastDay(Period? limit) => limit?.EndFrom(from, context.Calendar);
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
