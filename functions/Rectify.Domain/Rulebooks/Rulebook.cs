namespace Rectify.Domain.Rulebooks;

/// <summary>The policy of a region, as data: terms, roles, limits, reminders, each with the article it was read in.</summary>
/// <remarks>The whole rulebook is written into a case when it opens, so that a later edition never changes an open case.</remarks>
/// <param name="Id">Region and edition, for example <c>zhejiang-2017</c>.</param>
/// <param name="Name">Title of the regulation, as it is cited in a document.</param>
/// <param name="ValidFrom">First day on which a case may be opened under it.</param>
/// <param name="ValidTo">Last such day; null while it is in force.</param>
/// <param name="Listing">Terms of the listing (S1).</param>
/// <param name="Veto">Terms of the veto (S2).</param>
/// <param name="SanctionedRoles">Roles whose holders share the sanction.</param>
/// <param name="Extension">What an extension may do (S11); null when none is allowed.</param>
/// <param name="Reminders">When those concerned are reminded (D10).</param>
/// <param name="YellowDays">A deadline at most this many days away shows yellow.</param>
/// <param name="Backdating">How far a listing date may lie from the day it is entered.</param>
/// <param name="Copies">Organs that receive a copy of a decision (S13).</param>
public sealed record Rulebook(
    string Id,
    string Name,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    MeasureRule Listing,
    MeasureRule Veto,
    IReadOnlyList<LeaderRole> SanctionedRoles,
    ExtensionRule? Extension,
    ReminderRule Reminders,
    int YellowDays,
    BackdatingRule Backdating,
    IReadOnlyList<string> Copies)
{
    /// <summary>Whether a case listed on <paramref name="day"/> falls under this edition.</summary>
    public bool InForceOn(DateOnly day) => day >= ValidFrom && (ValidTo is not { } last || day <= last);
}

/// <summary>How long a measure bars, and where that is written.</summary>
/// <param name="SanctionMonths">Calendar months (D3), first and last day inclusive.</param>
/// <param name="Source">The article.</param>
public sealed record MeasureRule(int SanctionMonths, string Source);

/// <summary>The limits of 限期延长 (S11).</summary>
/// <param name="MaxCount">Extensions per case.</param>
/// <param name="MaxMonths">Longest single extension, counted from the deadline it moves.</param>
/// <param name="Source">The article, or why there is none.</param>
public sealed record ExtensionRule(int MaxCount, int MaxMonths, string Source);

/// <summary>When reminders are sent.</summary>
/// <param name="DaysBeforeDeadline">Offsets before the deadline in days; 0 is the day itself.</param>
/// <param name="DaysAfterDeadline">Offsets after it, to the supervising office, while an inspection is outstanding.</param>
/// <param name="DaysBeforeSanctionEnd">Offset of the announcement before a sanction's last day.</param>
/// <param name="At">Local time of day at which they go out.</param>
public sealed record ReminderRule(
    IReadOnlyList<int> DaysBeforeDeadline, IReadOnlyList<int> DaysAfterDeadline, int DaysBeforeSanctionEnd, TimeOnly At);

/// <summary>How far a listing date may lie from the day on which it is entered, in days.</summary>
/// <param name="MaxDaysBack">Into the past.</param>
/// <param name="MaxDaysAhead">Into the future.</param>
public sealed record BackdatingRule(int MaxDaysBack, int MaxDaysAhead);
