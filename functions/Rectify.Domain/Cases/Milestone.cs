using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>A plan or a report that a unit owes on the way to the deadline (S12).</summary>
/// <param name="Key">
/// <c>plan</c>, <c>report-1</c>, <c>report-2</c> …, or <c>report</c> for the one that the document itself asks for.
/// </param>
/// <param name="Duty">Plan or report.</param>
/// <param name="DueOn">The day by the rule or the document.</param>
/// <param name="CountedFrom">The day from which that day is counted: no reminder goes out before it.</param>
public sealed record Milestone(string Key, UrgedDuty Duty, DateOnly DueOn, DateOnly CountedFrom)
{
    /// <summary>The key of the plan.</summary>
    public const string Plan = "plan";

    /// <summary>The key of the report that the document itself asks for.</summary>
    public const string NamedReport = "report";

    /// <summary>The latest letter about it; null where there was none.</summary>
    public CaseEvent.UrgingIssued? Letter { get; init; }

    /// <summary>The day on which it came in; null while it has not.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>The last day for it: that of the latest letter, else that of the rule.</summary>
    public DateOnly LastDay => Letter?.Deadline.Effective ?? DueOn;

    /// <summary>What a reminder of it is about.</summary>
    public ReminderKind Kind => Duty == UrgedDuty.Plan ? ReminderKind.Plan : ReminderKind.Report;
}
