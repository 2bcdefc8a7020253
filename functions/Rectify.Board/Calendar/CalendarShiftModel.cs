using Rectify.Board.Forms;
using Rectify.Board.Words;
using Rectify.Domain.Messages;

namespace Rectify.Board.Calendar;

/// <summary>What the notice of a year's holidays moves, or would move.</summary>
/// <param name="Cases">The number of open cases checked.</param>
/// <param name="Moved">Deadlines that move to another day.</param>
/// <param name="Confirmed">Deadlines that keep their day and are no longer provisional.</param>
/// <param name="Reminders">Reminders that move to another day.</param>
public sealed record CalendarShift(
    int Cases, IReadOnlyList<MovedDay> Moved, IReadOnlyList<MovedDay> Confirmed, IReadOnlyList<MovedDay> Reminders);

/// <summary>A day of a case, before and after.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Name">The case's document number and unit.</param>
/// <param name="What">What is on the day: the deadline or a reminder.</param>
/// <param name="Before">The day before the notice.</param>
/// <param name="After">The day by the notice.</param>
/// <param name="State">Whether a later notice can move the day again.</param>
public sealed record MovedDay(string CaseId, string Name, Bilingual What, DateOnly Before, DateOnly After, DayState State);

/// <summary>Whether a day is certain.</summary>
public enum DayState
{
    /// <summary>The day is certain.</summary>
    Certain,

    /// <summary>暂定.</summary>
    Provisional,
}

/// <summary>The preview of a notice: the form that was filled in, and what would move.</summary>
/// <param name="Form">The form.</param>
/// <param name="Year">The year.</param>
/// <param name="DaysOff">The holidays of the notice.</param>
/// <param name="MakeUp">The make-up working days of the notice.</param>
/// <param name="Shift">What would move.</param>
public sealed record NoticePreviewModel(FormModel Form, int Year, IReadOnlyList<DayRun> DaysOff, IReadOnlyList<DayRun> MakeUp,
    CalendarShift Shift);

/// <summary>The last notice of a year, and what it has moved.</summary>
/// <param name="Year">The year.</param>
/// <param name="Source">The notice.</param>
/// <param name="Actor">Who entered it.</param>
/// <param name="At">When it was entered, UTC.</param>
/// <param name="Shift">What moved.</param>
public sealed record NoticeResultModel(int Year, string Source, string Actor, DateTimeOffset At, CalendarShift Shift);
