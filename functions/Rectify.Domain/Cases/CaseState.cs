namespace Rectify.Domain.Cases;

/// <summary>Where a case stands. States are types: what a state does not have cannot be asked of it.</summary>
public abstract record CaseState
{
    private CaseState()
    {
    }

    /// <summary>No event yet.</summary>
    public sealed record NotOpened : CaseState;

    /// <summary>Any state after the opening.</summary>
    public abstract record Opened(CaseFile File) : CaseState;

    /// <summary>整改中: the clock runs towards the deadline.</summary>
    public sealed record Rectifying(CaseFile File) : Opened(File);

    /// <summary>待验收: submitted in time, the inspection decides. No timer vetoes a case in this state (S8).</summary>
    public sealed record AwaitingInspection(CaseFile File, DateOnly SubmittedOn) : Opened(File);

    /// <summary>已摘牌: the goal was reached. The listing's sanction runs on (S4).</summary>
    public sealed record Released(CaseFile File, DateOnly ReleasedOn) : Opened(File);

    /// <summary>The deadline was missed; the veto follows in the same entry.</summary>
    public sealed record Missed(CaseFile File) : Opened(File);

    /// <summary>已一票否决: the veto is in force.</summary>
    public sealed record Vetoed(CaseFile File) : Opened(File);

    /// <summary>已撤销: the deciding body took the measure back.</summary>
    public sealed record Revoked(CaseFile File) : Opened(File);

    /// <summary>Released or vetoed, and every sanction is over.</summary>
    public sealed record Closed(CaseFile File) : Opened(File);
}
