using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>The day from which a rectification period runs, and what a refusal calls it.</summary>
/// <param name="Member">The member of the request that holds it.</param>
/// <param name="Name">What the day is the day of, as problems name it: <c>listing</c>, <c>issue</c>.</param>
/// <param name="Measure">The measure that gives the period, in words.</param>
/// <param name="Rule">The rule by which it gives one.</param>
/// <param name="Day">The day.</param>
internal sealed record PeriodStart(string Member, string Name, string Measure, string Rule, DateOnly Day)
{
    /// <summary>The refusal of a day that no case can begin on; null when there is none.</summary>
    public Rejection? Refuse(Rulebook rulebook, DecisionContext context)
    {
        if (CoveredDay.Refuse(Member, Day, context.Calendar) is { } uncovered) return uncovered;

        var earliest = context.Today.AddDays(-rulebook.Backdating.MaxDaysBack);
        var latest = context.Today.AddDays(rulebook.Backdating.MaxDaysAhead);
        return Day >= earliest && Day <= latest
            ? null
            : Rejection.Rule($"{Name}-date-out-of-range", Member, $"{(Name == "issue" ? "An" : "A")} {Name} date lies between {earliest:yyyy-MM-dd} and {latest:yyyy-MM-dd} (rulebook {rulebook.Id}: {rulebook.Backdating.MaxDaysBack} days back, {rulebook.Backdating.MaxDaysAhead} ahead); got {Day:yyyy-MM-dd}.");
    }

    /// <summary>The deadline of a period that starts on the day, or the refusal of one that leaves no time or too much.</summary>
    public (Deadline? Deadline, Rejection? Refusal) DeadlineOf(Period period, DecisionContext context)
    {
        if (Deadline.Refusal(Day, period, context.Calendar) is { } noDeadline)
            return (null, Rejection.Rule("no-deadline", "period", noDeadline));

        var deadline = Deadline.Of(Day, period, context.Calendar);
        if (deadline.Effective <= Day)
            return (null, Rejection.Rule($"deadline-before-{Name}", "period.dueOn", $"A deadline lies after the {Name} date {Day:yyyy-MM-dd}; got {deadline.Effective:yyyy-MM-dd}. (D2)"));
        var latest = Day.AddMonths(Period.Months.Max);
        if (deadline.Nominal > latest)
            return (null, Rejection.Rule("deadline-too-far", "period", $"A rectification period is at most {Period.Months.Max} months, to {latest:yyyy-MM-dd}; got {deadline.Nominal:yyyy-MM-dd}. (D2)"));
        return deadline.ExpiresAt > context.Now
            ? (deadline, null)
            : (null, Rejection.Rule("deadline-in-the-past", "period", $"The period ends on {deadline.Effective:yyyy-MM-dd}, and today is {context.Today:yyyy-MM-dd}: a {Measure} leaves time to rectify. ({Rule})"));
    }
}
