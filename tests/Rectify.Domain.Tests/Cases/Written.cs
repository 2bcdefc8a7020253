using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Tests.Cases;

/// <summary>An event in one line: every date that it carries, none of the prose.</summary>
internal static class Written
{
    public static string Of(CaseEvent @event) => $"{EventCodec.Name(@event)} {Details(@event)}".TrimEnd();

    private static string Details(CaseEvent @event) => @event switch
    {
        CaseEvent.UnitListed e => $"{e.ListedOn:yyyy-MM-dd} {Of(e.Deadline)}",
        CaseEvent.AdmonitionIssued e => $"{WireName.Of(e.Rung)} {e.IssuedOn:yyyy-MM-dd} {Of(e.Deadline)}",
        CaseEvent.RungFulfilled e => $"{e.InspectedOn:yyyy-MM-dd}",
        CaseEvent.RungContinued e => $"{e.DecidedOn:yyyy-MM-dd} {Of(e.Previous)} -> {Of(e.Deadline)}",
        CaseEvent.NextRungProposed e => $"{WireName.Of(e.Rung)} {e.ProposedOn:yyyy-MM-dd}",
        CaseEvent.ConsequenceProposed e => $"{WireName.Of(e.Step)} {e.ProposedOn:yyyy-MM-dd}",
        CaseEvent.ConsequenceDecided e => $"{WireName.Of(e.Step)} {e.DecidedOn:yyyy-MM-dd}",
        CaseEvent.UrgingIssued e =>
            $"{WireName.Of(e.Duty)} {e.MissedOn:yyyy-MM-dd} {e.IssuedOn:yyyy-MM-dd} {e.Deadline.Nominal:yyyy-MM-dd}/"
            + $"{e.Deadline.Effective:yyyy-MM-dd}",
        CaseEvent.MilestoneReceived e => $"{e.Milestone} {e.ReceivedOn:yyyy-MM-dd}",
        CaseEvent.NextRungOpened e => $"{e.NextCase} {WireName.Of(e.Rung)} {e.OpenedOn:yyyy-MM-dd}",
        CaseEvent.NextRungDeclined e => $"{e.DecidedOn:yyyy-MM-dd}",
        CaseEvent.RungRevoked e => $"{WireName.Of(e.Rung)} {Of(e.Revocation)}",
        CaseEvent.VetoCaseOpened e => $"{WireName.Of(e.Ground)} {e.OpenedOn:yyyy-MM-dd}",
        CaseEvent.CaseTakenOver e => $"{e.TakenOverOn:yyyy-MM-dd}",
        CaseEvent.SanctionImposed(var s) => $"{s.Id} {s.Subject} {WireName.Of(s.Measure)} {s.Term}",
        CaseEvent.ReminderDue(var r) => Of(r),
        CaseEvent.ReminderSkipped(var r) => Of(r),
        CaseEvent.ExtensionGranted e => $"{e.GrantedOn:yyyy-MM-dd} {Of(e.Previous)} -> {Of(e.Deadline)}",
        CaseEvent.ClockSuspended e => $"{e.SuspendedOn:yyyy-MM-dd}",
        CaseEvent.ClockResumed e => $"{e.ResumedOn:yyyy-MM-dd} {e.PausedDays} {Of(e.Previous)} -> {Of(e.Deadline)}",
        CaseEvent.ListingEnded e => $"{e.LastDay:yyyy-MM-dd}",
        CaseEvent.DeadlineRecomputed e => $"{e.RecomputedOn:yyyy-MM-dd} {Of(e.Previous)} -> {Of(e.Deadline)}",
        CaseEvent.RectificationSubmitted e => $"{e.SubmittedOn:yyyy-MM-dd}",
        CaseEvent.TimelySubmissionEntered e => $"{e.SubmittedOn:yyyy-MM-dd} on {e.EnteredOn:yyyy-MM-dd}",
        CaseEvent.FurtherSubmissionEntered e => $"{e.SubmittedOn:yyyy-MM-dd} on {e.EnteredOn:yyyy-MM-dd}",
        CaseEvent.TimelySubmissionNoted e => $"{e.SubmittedOn:yyyy-MM-dd} on {e.EnteredOn:yyyy-MM-dd}",
        CaseEvent.InspectionReopened e => $"{e.ReopenedOn:yyyy-MM-dd} of {e.SubmittedOn:yyyy-MM-dd}",
        CaseEvent.EarlierInspectionFailed e => $"{e.InspectedOn:yyyy-MM-dd}",
        CaseEvent.InspectionPassed e => $"{e.InspectedOn:yyyy-MM-dd}",
        CaseEvent.InspectionFailed e => $"{e.InspectedOn:yyyy-MM-dd}",
        CaseEvent.ListingContinued e => $"{e.DecidedOn:yyyy-MM-dd} {Of(e.Previous)} -> {Of(e.Deadline)}",
        CaseEvent.DeadlineMissed e => $"{e.Deadline:yyyy-MM-dd}",
        CaseEvent.VetoProposed e => $"{WireName.Of(e.Ground)} {e.ProposedOn:yyyy-MM-dd} {e.Term?.ToString() ?? "from the decision"}",
        CaseEvent.VetoImposed e => $"{WireName.Of(e.Ground)} {e.Term}{(e.DecidedOn is { } on ? $" decided {on:yyyy-MM-dd}" : "")}",
        CaseEvent.VetoConfirmed e => $"{e.DecidedOn:yyyy-MM-dd} {e.DocumentNumber}",
        CaseEvent.VetoBasisLost e => $"{e.LostOn:yyyy-MM-dd}",
        CaseEvent.VetoDeclined e => $"{e.DecidedOn:yyyy-MM-dd}",
        CaseEvent.SanctionExpired e => $"{WireName.Of(e.Measure)} {e.LastDay:yyyy-MM-dd}",
        CaseEvent.MeasureRevoked e => $"{WireName.Of(e.Measure)} {Of(e.Revocation)}",
        CaseEvent.SanctionRevoked e => $"{e.SanctionId} {Of(e.Revocation)}",
        CaseEvent.CaseCorrected e => $"{e.CorrectedOn:yyyy-MM-dd}",
        CaseEvent.MeasureCorrected e => $"{WireName.Of(e.Measure)} {e.CorrectedOn:yyyy-MM-dd}",
        CaseEvent.EntryWithdrawn e => $"{e.EntryType}{(e.On is { } day ? $" {day:yyyy-MM-dd}" : "")} on {e.WithdrawnOn:yyyy-MM-dd}",
        CaseEvent.CaseClosed => "",
        _ => throw new System.Diagnostics.UnreachableException(@event.GetType().Name),
    };

    private static string Of(Rectify.Domain.Terms.Deadline deadline) => deadline.Nominal == deadline.Effective
        ? $"{deadline.Effective:yyyy-MM-dd}"
        : $"{deadline.Nominal:yyyy-MM-dd}~{deadline.Effective:yyyy-MM-dd}";

    private static string Of(Reminder reminder) =>
        $"{WireName.Of(reminder.Kind)}{(reminder.Measure is { } measure ? $" {WireName.Of(measure)}" : "")} "
        + $"{reminder.Days}@{reminder.Day:yyyy-MM-dd} of {reminder.RefersTo:yyyy-MM-dd}";

    private static string Of(Revocation revocation) => revocation is Revocation.FromDate(var on) ? $"from {on:yyyy-MM-dd}" : "void";
}
