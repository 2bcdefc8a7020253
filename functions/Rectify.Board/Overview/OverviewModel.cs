using Rectify.Board.Health;
using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Office.Ledger;

namespace Rectify.Board.Overview;

/// <summary>The first page of the board: what waits for the office, what has changed, and what is coming.</summary>
/// <param name="Today">The local day.</param>
/// <param name="Counts">Cases by status; a status without cases is left out.</param>
/// <param name="Waiting">What waits for a person, in the order in which it is shown.</param>
/// <param name="Since">What has changed since the person last looked.</param>
/// <param name="Coming">What comes in the next thirty days.</param>
public sealed record OverviewModel(
    DateOnly Today, IReadOnlyList<StatusCount> Counts, IReadOnlyList<WaitingLine> Waiting, SinceModel Since, ComingModel Coming)
{
    /// <summary>Further things that wait and are not listed: where they are found, and how many they are.</summary>
    public IReadOnlyList<(Bilingual Name, string Address)> MoreWaiting { get; init; } = [];

    /// <summary>Cases that cannot be read.</summary>
    public IReadOnlyList<UnreadableCaseLine> Unreadable { get; init; } = [];
}

/// <summary>The number of cases in a status.</summary>
public sealed record StatusCount(CaseStatus Status, int Count);

/// <summary>Something that waits for a person.</summary>
/// <param name="Since">The day from which it has waited.</param>
/// <param name="What">What it is.</param>
/// <param name="Name">The unit, the recipient of a mail, or the body that asks.</param>
/// <param name="Title">The document number, the subject of a mail, or what is asked.</param>
/// <param name="Address">The page of the case, mail or question.</param>
/// <param name="Act">The form that does it, with its name; null for who may only look.</param>
public sealed record WaitingLine(DateOnly Since, Bilingual What, string Name, Bilingual Title, string Address, ActLink? Act);

/// <summary>The address and the name of a form.</summary>
public sealed record ActLink(string Address, Bilingual Name);

/// <summary>What comes in the next thirty days.</summary>
/// <param name="Open">Cases whose deadline runs, the nearest deadline first.</param>
/// <param name="Days">The days from today.</param>
/// <param name="Reminders">The reminders that are still to go out today, the earliest first.</param>
/// <param name="Ends">Units and persons whose bars end, the earliest first.</param>
public sealed record ComingModel(
    IReadOnlyList<OpenCase> Open, IReadOnlyList<StripDay> Days, IReadOnlyList<ReminderLine> Reminders, IReadOnlyList<EndOfBar> Ends);

/// <summary>A case in the lists of the overview.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="DocumentNumber">Its number.</param>
/// <param name="UnitName">Its unit.</param>
/// <param name="Awaits">The act for which it waits.</param>
/// <param name="DueOn">Its deadline.</param>
/// <param name="Provisional">Whether the deadline may still move.</param>
/// <param name="DaysLeft">Days from today to the deadline; below zero when it has passed.</param>
public sealed record OpenCase(
    string CaseId, string DocumentNumber, string UnitName, AwaitedAct Awaits, DateOnly DueOn, bool Provisional, int DaysLeft);

/// <summary>One of the next days.</summary>
/// <param name="Day">The day.</param>
/// <param name="IsOff">Whether it is a day off.</param>
/// <param name="Due">The number of deadlines on the day.</param>
/// <param name="Ends">The number of units and persons who are barred on it for the last time.</param>
public sealed record StripDay(DateOnly Day, bool IsOff, int Due, int Ends);

/// <summary>A reminder that is still to go out today.</summary>
public sealed record ReminderLine(DateTimeOffset At, string CaseId, string DocumentNumber, string UnitName);

/// <summary>A unit or person whose bar ends.</summary>
/// <param name="Name">Who.</param>
/// <param name="Address">The page of the unit or person.</param>
/// <param name="LastDay">The last barred day.</param>
public sealed record EndOfBar(string Name, string Address, DateOnly LastDay);
