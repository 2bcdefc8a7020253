using Rectify.Domain.Cases;

namespace Rectify.Office.Cases;

/// <summary>What became of a command.</summary>
public abstract record CommandOutcome
{
    private CommandOutcome()
    {
    }

    /// <summary>It is recorded; the new entries may be none, when nothing had to be done.</summary>
    public sealed record Done(CaseRecord Case, IReadOnlyList<StoredEvent> Recorded) : CommandOutcome;

    /// <summary>The decider refused it.</summary>
    public sealed record Refused(Rejection Rejection) : CommandOutcome;

    /// <summary>Another case has the document number.</summary>
    public sealed record NumberTaken(string Number) : CommandOutcome;

    /// <summary>There is no such case.</summary>
    public sealed record NotFound : CommandOutcome;

    /// <summary>The caller has seen an older version.</summary>
    public sealed record Stale(int Version) : CommandOutcome;
}
