using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;

namespace Rectify.Office.Cases;

/// <summary>
/// The steps that a page or an answer shows as upcoming, with reminders that fall due just now: they go out at once, or are not sent.
/// </summary>
public static class CaseSteps
{
    /// <summary>The steps of a case in the ledger: what has fallen due and is not recorded yet, then what is to come.</summary>
    public static IReadOnlyList<CaseStep> Of(CaseRecord record, WorkingCalendar calendar) => Of(record.FallenDue, record, calendar);

    /// <summary>The steps of a case that would be opened: what its opening carries out at once, then what is to come.</summary>
    public static IReadOnlyList<CaseStep> OfPreview(CaseRecord preview, WorkingCalendar calendar) =>
        Of(preview.Stream.Select(entry => entry.Event), preview, calendar);

    private static IReadOnlyList<CaseStep> Of(IEnumerable<CaseEvent> atOnce, CaseRecord record, WorkingCalendar calendar)
    {
        var at = record.State.File.Rulebook.Reminders.At;
        var reminders = atOnce.Select(happened => happened switch
        {
            CaseEvent.ReminderDue(var reminder) => (Reminder: reminder, Outcome: StepOutcome.AtOnce),
            CaseEvent.ReminderSkipped(var reminder) => (Reminder: reminder, Outcome: StepOutcome.Skipped),
            _ => default((Reminder Reminder, StepOutcome Outcome)?),
        }).OfType<(Reminder Reminder, StepOutcome Outcome)>();
        return
        [
            .. reminders.Select(one => (Step: new Step.Remind(one.Reminder, at), one.Outcome)).Select(
                one => new CaseStep(one.Step.DueAt, one.Step, one.Outcome)),
            .. Schedule.Of(record.State, calendar).Select(step => new CaseStep(step.DueAt, step)),
        ];
    }
}
