using Rectify.Board.Calendar;
using Rectify.Board.Cases;
using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Office.CalendarChanges;

namespace Rectify.Functions.Board.Years;

/// <summary>Makes the model of what a notice of holidays moves.</summary>
internal static class CalendarShifts
{
    public static CalendarShift Of(SweepReport report)
    {
        MovedDay Deadline(MovedDeadline moved) => new(
            moved.CaseId.Value, report.Names[moved.CaseId], ("整改期限", "deadline"), moved.Previous.Effective, moved.Deadline.Effective,
            moved.Deadline.Provisional ? DayState.Provisional : DayState.Certain);
        return new CalendarShift(
            report.Cases,
            [.. report.Deadlines.Where(moved => moved.Previous.Effective != moved.Deadline.Effective).Select(Deadline)],
            [.. report.Deadlines.Where(moved => moved.Previous.Effective == moved.Deadline.Effective).Select(Deadline)],
            [.. report.Reminders.Select(
                moved => new MovedDay(moved.CaseId.Value, report.Names[moved.CaseId], NameOf(moved), moved.Previous, moved.Day,
                    DayState.Certain))]);
    }

    private static Bilingual NameOf(MovedReminder moved)
    {
        // The name of a reminder does not depend on the rung.
        var step = new Step.Remind(new Reminder(moved.Kind, moved.Day.AddDays(moved.Days), moved.Days, moved.Day, moved.Measure), default);
        return (
            StepWords.Of(step, Rung.Listing, Language.Chinese),
            StepWords.Of(step, Rung.Listing, Language.English));
    }
}
