using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;

namespace Rectify.Office.Cases;

/// <summary>A plan or a report that a unit owes, on the wire, as of a day.</summary>
/// <param name="Milestone"><c>plan</c>, <c>report-1</c> …, or <c>report</c> for the one that the document itself asks for.</param>
/// <param name="Duty">Plan or report.</param>
/// <param name="DueOn">The day by the rule or the document.</param>
/// <param name="LastDay">The last day for it: that of the latest letter, else the same.</param>
/// <param name="ReceivedOn">The day on which it came in; null while it has not.</param>
/// <param name="Overdue">Whether its last day is over and it has not come in.</param>
public sealed record MilestoneView(
    string Milestone, UrgedDuty Duty, DateOnly DueOn, DateOnly LastDay, DateOnly? ReceivedOn, bool Overdue)
{
    public static MilestoneView Of(Milestone milestone, DateOnly today) => new(
        milestone.Key, milestone.Duty, milestone.DueOn, milestone.LastDay, milestone.ReceivedOn,
        milestone.ReceivedOn is null && today > milestone.LastDay);
}

/// <summary>An urging letter on the wire.</summary>
/// <param name="DocumentNumber">文号.</param>
/// <param name="Duty">What was missed.</param>
/// <param name="Milestone">The plan or the report; null for the deadline.</param>
/// <param name="MissedOn">The last day that passed without it.</param>
/// <param name="IssuedOn">The day of the letter.</param>
/// <param name="DueOn">The last day that the letter gives.</param>
/// <param name="Text">What the letter asks for.</param>
/// <param name="IssuedBy">The organ that issued it.</param>
public sealed record UrgingView(
    string DocumentNumber, UrgedDuty Duty, string? Milestone, DateOnly MissedOn, DateOnly IssuedOn, DateOnly DueOn, string Text,
    string IssuedBy)
{
    public static UrgingView Of(CaseEvent.UrgingIssued letter) => new(
        letter.DocumentNumber, letter.Duty, letter.Milestone, letter.MissedOn, letter.IssuedOn, letter.Deadline.Effective, letter.Text,
        letter.IssuedBy);
}
