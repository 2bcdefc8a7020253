using Rectify.Board.Forms;
using Rectify.Board.Words;
using Rectify.Domain.Messages;

namespace Rectify.Board.Calendar;

/// <summary>What a notice moves, or would move.</summary>
/// <param name="Cases">How many open cases were looked at.</param>
/// <param name="Moved">Deadlines that fall on another day.</param>
/// <param name="Confirmed">Deadlines that stay and are no longer provisional.</param>
/// <param name="Reminders">Reminders that go out on another day.</param>
public sealed record CalendarShift(
    int Cases, IReadOnlyList<MovedDay> Moved, IReadOnlyList<MovedDay> Confirmed, IReadOnlyList<MovedDay> Reminders);

/// <summary>A day of a case, before and after.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Name">Its number and unit.</param>
/// <param name="What">What falls on the day.</param>
/// <param name="Before">The day as it was.</param>
/// <param name="After">The day as it is then.</param>
/// <param name="State">Whether a notice that is still to come can move it again.</param>
public sealed record MovedDay(string CaseId, string Name, Bilingual What, DateOnly Before, DateOnly After, DayState State);

/// <summary>Whether a day is certain.</summary>
public enum DayState
{
    /// <summary>It is.</summary>
    Certain,

    /// <summary>暂定.</summary>
    Provisional,
}

/// <summary>A notice that was filled in, and what would follow.</summary>
/// <param name="Form">The form.</param>
/// <param name="Year">The year.</param>
/// <param name="DaysOff">Its holidays.</param>
/// <param name="MakeUp">Its make-up working days.</param>
/// <param name="Shift">What would move.</param>
public sealed record NoticePreviewModel(FormModel Form, int Year, IReadOnlyList<DayRun> DaysOff, IReadOnlyList<DayRun> MakeUp,
    CalendarShift Shift);

/// <summary>What the last notice of a year has moved.</summary>
/// <param name="Year">The year.</param>
/// <param name="Source">The notice.</param>
/// <param name="Actor">Who entered it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Shift">What moved.</param>
public sealed record NoticeResultModel(int Year, string Source, string Actor, DateTimeOffset At, CalendarShift Shift);
