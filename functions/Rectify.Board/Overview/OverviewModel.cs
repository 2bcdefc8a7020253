using Rectify.Board.Health;
using Rectify.Domain.Cases;

namespace Rectify.Board.Overview;

/// <summary>What an office looks at in the morning.</summary>
/// <param name="Today">The local day.</param>
/// <param name="Counts">Cases by status; a status without cases is left out.</param>
/// <param name="Open">Cases whose deadline runs or whose inspection is outstanding, the nearest deadline first.</param>
/// <param name="Days">The days from today on, for the strip.</param>
/// <param name="Calls">What calls for a person: mails that were refused or whose outcome nobody knows.</param>
public sealed record OverviewModel(
    DateOnly Today, IReadOnlyList<StatusCount> Counts, IReadOnlyList<OpenCase> Open, IReadOnlyList<StripDay> Days, Calls Calls)
{
    /// <summary>Notices and talks whose goal was not reached: the office has to open the next rung or to decline it (S16).</summary>
    public IReadOnlyList<OpenCase> Proposals { get; init; } = [];

    /// <summary>Cases that cannot be read.</summary>
    public IReadOnlyList<UnreadableCaseLine> Unreadable { get; init; } = [];

    /// <summary>The open cases with so many days left, both ends included.</summary>
    public IReadOnlyList<OpenCase> Within(int from, int to) =>
        [.. Open.Where(one => DaysLeft(one) >= from && DaysLeft(one) <= to)];

    /// <summary>Days from today to the deadline; below zero when it has passed.</summary>
    public int DaysLeft(OpenCase one) => one.DueOn.DayNumber - Today.DayNumber;
}

/// <summary>How many cases stand in a status.</summary>
public sealed record StatusCount(CaseStatus Status, int Count);

/// <summary>A case whose deadline matters.</summary>
public sealed record OpenCase(string CaseId, string DocumentNumber, string UnitName, CaseStatus Status, DateOnly DueOn, bool Provisional);

/// <summary>A day of the strip.</summary>
/// <param name="Day">The day.</param>
/// <param name="IsOff">A day off.</param>
/// <param name="Due">Deadlines on it.</param>
public sealed record StripDay(DateOnly Day, bool IsOff, int Due);

/// <summary>What calls for a person.</summary>
/// <param name="FailedMails">Mails refused for good.</param>
/// <param name="UnknownMails">Mails whose outcome is unknown.</param>
public sealed record Calls(int FailedMails, int UnknownMails);
