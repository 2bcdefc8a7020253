using Rectify.Board.Health;
using Rectify.Domain.Cases;

namespace Rectify.Board.Overview;

/// <summary>The first page of the board: what is due and what a person has to handle.</summary>
/// <param name="Today">The local day.</param>
/// <param name="Counts">Cases by status; a status without cases is left out.</param>
/// <param name="Open">Cases whose deadline runs or whose inspection is outstanding, the nearest deadline first.</param>
/// <param name="Days">The next days from today, each with its deadlines.</param>
/// <param name="Calls">The mails that a person has to handle: failed, or unknown whether they were sent.</param>
public sealed record OverviewModel(
    DateOnly Today, IReadOnlyList<StatusCount> Counts, IReadOnlyList<OpenCase> Open, IReadOnlyList<StripDay> Days, Calls Calls)
{
    /// <summary>Notices and talks whose goal was not reached: the office has to open the next rung or to decline it (S16).</summary>
    public IReadOnlyList<OpenCase> Proposals { get; init; } = [];

    /// <summary>Missed measures after which a criticism or a decision is due, in the order of their deadlines.</summary>
    public IReadOnlyList<OpenCase> Consequences { get; init; } = [];

    /// <summary>Cases that cannot be read.</summary>
    public IReadOnlyList<UnreadableCaseLine> Unreadable { get; init; } = [];

    /// <summary>The open cases with <paramref name="from"/> to <paramref name="to"/> days left, both inclusive.</summary>
    public IReadOnlyList<OpenCase> Within(int from, int to) =>
        [.. Open.Where(one => DaysLeft(one) >= from && DaysLeft(one) <= to)];

    /// <summary>Days from today to the deadline; below zero when it has passed.</summary>
    public int DaysLeft(OpenCase one) => one.DueOn.DayNumber - Today.DayNumber;
}

/// <summary>The number of cases in a status.</summary>
public sealed record StatusCount(CaseStatus Status, int Count);

/// <summary>A case in the lists of the overview.</summary>
public sealed record OpenCase(string CaseId, string DocumentNumber, string UnitName, CaseStatus Status, DateOnly DueOn, bool Provisional);

/// <summary>One of the next days.</summary>
/// <param name="Day">The day.</param>
/// <param name="IsOff">Whether it is a day off.</param>
/// <param name="Due">The number of deadlines on the day.</param>
public sealed record StripDay(DateOnly Day, bool IsOff, int Due);

/// <summary>The mails that a person has to handle.</summary>
/// <param name="FailedMails">The number of mails that failed.</param>
/// <param name="UnknownMails">The number of mails of which it is unknown whether they were sent.</param>
public sealed record Calls(int FailedMails, int UnknownMails);
