using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Rectify.Domain;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Server.Rehearsal;

/// <summary>Prints the course of a case: local date and time, step, number of mails written, and what the step means.</summary>
internal sealed class RehearsalTimeline(TextWriter output)
{
    public void Begin(string name)
    {
        output.WriteLine(name);
        output.WriteLine();
        output.WriteLine($"{"local time",-16}  {"step",-18}  {"mails",5}  what it means");
    }

    public void Entry(StoredEvent entry, int mails)
    {
        var (step, meaning) = Describe(entry.Event);
        Line(entry.At, step, mails == 0 ? "" : mails.ToString(CultureInfo.InvariantCulture), meaning);
    }

    public void Answer(DateTimeOffset at, string route, JsonElement answer)
    {
        var until = answer.TryGetProperty("until", out var day) && day.ValueKind == JsonValueKind.String ? $" until {day.GetString()}" : "";
        var text = answer.TryGetProperty("answer", out var word) ? $"{word.GetString()}{until}" : "answered";
        Line(at, "question", "", $"{route} → {text}");
    }

    public void End(int cases, int mails)
    {
        output.WriteLine();
        output.WriteLine($"{cases} case(s), {mails} mails.");
    }

    private void Line(DateTimeOffset at, string step, string mails, string meaning) =>
        output.WriteLine($"{LocalTime(at),-16}  {step,-18}  {mails,5}  {meaning}");

    // Local midnight is printed as 24:00 of the day that ends, because a deadline is its last inclusive day (D1).
    private static string LocalTime(DateTimeOffset at)
    {
        var day = LocalDay.Of(at);
        return LocalDay.StartOf(day) == at
            ? $"{day.AddDays(-1):yyyy-MM-dd} 24:00"
            : $"{day:yyyy-MM-dd} {TimeOnly.FromTimeSpan(at - LocalDay.StartOf(day)):HH:mm}";
    }

    private static (string Step, string Meaning) Describe(CaseEvent @event) => @event switch
    {
        CaseEvent.UnitListed e => ("listed", $"{e.DocumentNumber} {e.Unit.Name}, deadline {Describe(e.Deadline)}"),
        CaseEvent.AdmonitionIssued e => (WireName.Of(e.Rung), $"{e.DocumentNumber} {e.Unit.Name}, deadline {Describe(e.Deadline)}"),
        CaseEvent.RungFulfilled e => ("inspection passed", $"on {e.InspectedOn:yyyy-MM-dd}"),
        CaseEvent.RungContinued e => ("continued", $"deadline {e.Previous.Effective:yyyy-MM-dd} → {Describe(e.Deadline)}"),
        CaseEvent.NextRungProposed e => ("next rung", $"{WireName.Of(e.Rung)} proposed"),
        CaseEvent.NextRungOpened e => ("next rung", $"{WireName.Of(e.Rung)}, case {e.NextCase}"),
        CaseEvent.NextRungDeclined e => ("next rung", $"declined on {e.DecidedOn:yyyy-MM-dd}"),
        CaseEvent.ConsequenceProposed e => ("consequence", $"{WireName.Of(e.Step)} due"),
        CaseEvent.UrgingIssued e =>
            ("urging letter", $"{WireName.Of(e.Duty)} due on {e.MissedOn:yyyy-MM-dd}, now by {Describe(e.Deadline)}"),
        CaseEvent.MilestoneReceived e => ("received", $"{e.Milestone} on {e.ReceivedOn:yyyy-MM-dd}"),
        CaseEvent.ConsequenceDecided e => ("consequence", $"{WireName.Of(e.Step)} of {e.DecidedOn:yyyy-MM-dd}"),
        CaseEvent.RungRevoked e => ("revoked", WireName.Of(e.Rung)),
        CaseEvent.VetoCaseOpened e => ("veto case", $"{e.DocumentNumber} {e.Unit.Name}, {WireName.Of(e.Ground)}"),
        CaseEvent.SanctionImposed(var s) =>
            ("sanction", $"{Describe(s.Term)} {s.Subject} barred from {(s.Bars == Bars.Honour ? "honours" : "awards and promotion")} "
                + $"({WireName.Of(s.Measure)})"),
        CaseEvent.ReminderDue(var r) => ("reminder", Describe(r)),
        CaseEvent.ReminderSkipped(var r) => ("reminder skipped", $"{Describe(r)}; its day {r.Day:yyyy-MM-dd} had passed"),
        CaseEvent.ExtensionGranted e => ("extended", $"deadline {e.Previous.Effective:yyyy-MM-dd} → {Describe(e.Deadline)}"),
        CaseEvent.ClockSuspended e => ("suspended", $"from {e.SuspendedOn:yyyy-MM-dd}"),
        CaseEvent.ClockResumed e =>
            ("resumed", $"after {e.PausedDays} day(s), deadline {e.Previous.Effective:yyyy-MM-dd} → {Describe(e.Deadline)}"),
        CaseEvent.ListingEnded(var day) => ("listing ended", $"its sanctions end on {day:yyyy-MM-dd}"),
        CaseEvent.RectificationSubmitted e => ("submitted", $"on {e.SubmittedOn:yyyy-MM-dd}"),
        CaseEvent.TimelySubmissionEntered e =>
            ("submitted", $"on {e.SubmittedOn:yyyy-MM-dd}, entered on {e.EnteredOn:yyyy-MM-dd}: what the deadline led to is void"),
        CaseEvent.FurtherSubmissionEntered e =>
            ("submitted", $"on {e.SubmittedOn:yyyy-MM-dd}, entered on {e.EnteredOn:yyyy-MM-dd} while another report awaits its inspection"),
        CaseEvent.TimelySubmissionNoted e => ("submitted",
            $"on {e.SubmittedOn:yyyy-MM-dd}, entered on {e.EnteredOn:yyyy-MM-dd}: what was decided meanwhile is to be decided again"),
        CaseEvent.InspectionReopened e => ("reopened", $"the report of {e.SubmittedOn:yyyy-MM-dd} awaits its inspection"),
        CaseEvent.EarlierInspectionFailed e => ("inspection failed", $"on {e.InspectedOn:yyyy-MM-dd}; a later report awaits its own"),
        CaseEvent.InspectionPassed e => ("inspection passed", $"released on {e.InspectedOn:yyyy-MM-dd}"),
        CaseEvent.InspectionFailed e => ("inspection failed", $"on {e.InspectedOn:yyyy-MM-dd}"),
        CaseEvent.ListingContinued e => ("continued", $"deadline {e.Previous.Effective:yyyy-MM-dd} → {Describe(e.Deadline)}"),
        CaseEvent.DeadlineMissed e => ("deadline missed", $"{e.Deadline:yyyy-MM-dd}"),
        CaseEvent.VetoProposed e => ("veto proposed", e.Term is { } term ? Describe(term) : "from the decision on"),
        CaseEvent.VetoConfirmed e => ("veto confirmed", $"on {e.DecidedOn:yyyy-MM-dd}, {e.DocumentNumber}"),
        CaseEvent.VetoBasisLost e => ("veto in doubt", $"an assessment it rests on was corrected on {e.LostOn:yyyy-MM-dd}"),
        CaseEvent.VetoDeclined e => ("veto declined", $"on {e.DecidedOn:yyyy-MM-dd}"),
        CaseEvent.VetoImposed e => ("veto", Describe(e.Term)),
        CaseEvent.SanctionExpired e => ("sanctions over", $"{WireName.Of(e.Measure)}, last day {e.LastDay:yyyy-MM-dd}"),
        CaseEvent.MeasureRevoked e => ("revoked", WireName.Of(e.Measure)),
        CaseEvent.SanctionRevoked e => ("revoked", e.SanctionId.Value),
        CaseEvent.CaseCorrected e => ("corrected", $"on {e.CorrectedOn:yyyy-MM-dd}"),
        CaseEvent.MeasureCorrected e => ("corrected", $"persons of the {WireName.Of(e.Measure)}, on {e.CorrectedOn:yyyy-MM-dd}"),
        CaseEvent.EntryWithdrawn e => ("corrected", $"{e.EntryType} does not count, on {e.WithdrawnOn:yyyy-MM-dd}"),
        CaseEvent.CaseClosed => ("closed", "nothing is left to do"),
        _ => throw new UnreachableException(@event.GetType().Name),
    };

    private static string Describe(Reminder reminder) => reminder.Kind switch
    {
        ReminderKind.Deadline =>
            $"{reminder.RefersTo.DayNumber - reminder.Day.DayNumber} day(s) to the deadline {reminder.RefersTo:yyyy-MM-dd}",
        ReminderKind.Plan => $"plan due on {reminder.RefersTo:yyyy-MM-dd}",
        ReminderKind.Report => $"report due on {reminder.RefersTo:yyyy-MM-dd}",
        ReminderKind.InspectionOutstanding => $"inspection outstanding since the deadline {reminder.RefersTo:yyyy-MM-dd}",
        ReminderKind.DecisionOutstanding => $"decision about the veto outstanding since {reminder.RefersTo:yyyy-MM-dd}",
        ReminderKind.NextRungOutstanding => $"decision about the next rung outstanding since {reminder.RefersTo:yyyy-MM-dd}",
        ReminderKind.ConsequenceOutstanding => $"decision about what follows outstanding since {reminder.RefersTo:yyyy-MM-dd}",
        ReminderKind.UrgingOutstanding => $"{reminder.Milestone} due on {reminder.RefersTo:yyyy-MM-dd} is not recorded",
        ReminderKind.SanctionEnd => $"{WireName.Of(reminder.Measure!.Value)} sanctions end on {reminder.RefersTo:yyyy-MM-dd}",
        _ => throw new UnreachableException(reminder.Kind.ToString()),
    };

    private static string Describe(Deadline deadline) =>
        $"{deadline.Effective:yyyy-MM-dd}"
        + (deadline.Effective == deadline.Nominal ? "" : $" (nominal {deadline.Nominal:yyyy-MM-dd})")
        + (deadline.Provisional ? ", provisional" : "");

    private static string Describe(DayInterval term) => $"{term.From:yyyy-MM-dd}…{term.End:yyyy-MM-dd}";
}
