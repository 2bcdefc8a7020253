using System.Diagnostics;
using Rectify.Domain.Calendar;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>The state of a case. Each state is a type of its own, so that code can use only what exists in that state.</summary>
public abstract record CaseState
{
    private CaseState()
    {
    }

    /// <summary>The case has no entry yet.</summary>
    public sealed record NotOpened : CaseState;

    /// <summary>Any state after the opening.</summary>
    public abstract record Opened(CaseFile File) : CaseState;

    /// <summary>A listing, or a rung below it, in which the goal is still to be reached.</summary>
    public abstract record Listed(CaseFile File) : Opened(File)
    {
        /// <summary>The clock, which every such case has.</summary>
        public Rectification Rectification => File.Rectification ?? throw new UnreachableException(GetType().Name);
    }

    /// <summary>整改中: the clock runs towards the deadline.</summary>
    public sealed record Rectifying(CaseFile File) : Listed(File);

    /// <summary>中止: the clock stands still. Neither a reminder nor the veto falls due.</summary>
    /// <param name="File">The file.</param>
    /// <param name="SuspendedOn">First paused day.</param>
    public sealed record Suspended(CaseFile File, DateOnly SuspendedOn) : Listed(File)
    {
        /// <summary>The clock as it would run on if it were resumed on this day.</summary>
        /// <exception cref="ArgumentOutOfRangeException">For the reasons that <see cref="Pause.Refusal"/> names.</exception>
        public Rectification ResumedOn(DateOnly day, WorkingCalendar calendar) =>
            Rectification.PausedTo(
                Pause.AddedTo(Rectification.Deadline, Rectification.Counting, SuspendedOn, day, calendar, File.OnDayOff), day,
                File.OnDayOff) with
            {
                SuspendedDays = Rectification.SuspendedDays + day.DayNumber - SuspendedOn.DayNumber,
            };
    }

    /// <summary>
    /// 待验收: a report was handed in by the deadline, and the inspection decides. No timer vetoes a case in this state (S8).
    /// </summary>
    /// <param name="File">The file.</param>
    /// <param name="SubmittedOn">The earliest report that no inspection has judged.</param>
    public sealed record AwaitingInspection(CaseFile File, DateOnly SubmittedOn) : Listed(File);

    /// <summary>已摘牌: the goal was reached. Whether the sanctions of the listing run on is a rule of the rulebook (S4).</summary>
    public sealed record Released(CaseFile File, DateOnly ReleasedOn) : Opened(File);

    /// <summary>整改到位: the goal of a notice or a talk was reached (S16).</summary>
    public sealed record Fulfilled(CaseFile File, DateOnly FulfilledOn) : Opened(File);

    /// <summary>拟升级: the goal of a notice or a talk was not reached, and the office has to decide about the next rung (S16).</summary>
    public sealed record NextRungProposed(CaseFile File, RungProposal Proposal) : Opened(File);

    /// <summary>已升级: another case has taken the matter to a higher rung.</summary>
    public sealed record Escalated(CaseFile File, DateOnly EscalatedOn) : Opened(File);

    /// <summary>不予升级: the office declined the next rung.</summary>
    public sealed record NextRungDeclined(CaseFile File, DateOnly DecidedOn) : Opened(File);

    /// <summary>待处理: the goal was not reached, and a criticism or a decision has to be issued (S7, S16).</summary>
    public sealed record ConsequenceProposed(CaseFile File, MissedStep Step, DateOnly ProposedOn) : Opened(File);

    /// <summary>已处理: the criticism or the decision was issued.</summary>
    public sealed record ConsequenceDecided(CaseFile File, DateOnly DecidedOn) : Opened(File);

    /// <summary>
    /// The ground of a veto or of the next rung is recorded. The veto or the proposal follows in the same append, so no case stays in this
    /// state.
    /// </summary>
    public sealed record Escalating(CaseFile File, MissedBy? MissedBy) : Opened(File);

    /// <summary>拟一票否决: the committee has to decide (S7).</summary>
    public sealed record VetoProposed(CaseFile File, Proposal Proposal) : Opened(File);

    /// <summary>
    /// 不予一票否决: the committee declined the veto. Whether the sanctions of the listing run on is a rule of the rulebook (S4).
    /// </summary>
    public sealed record Declined(CaseFile File, DateOnly DecidedOn) : Opened(File);

    /// <summary>已一票否决: the veto is in force.</summary>
    public sealed record Vetoed(CaseFile File) : Opened(File);

    /// <summary>已撤销: the deciding body took the measure back.</summary>
    public sealed record Revoked(CaseFile File) : Opened(File);

    /// <summary>已办结: the matter is settled and every sanction is over.</summary>
    public sealed record Closed(CaseFile File) : Opened(File);
}
