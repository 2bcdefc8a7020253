using System.Diagnostics;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Requests;

namespace Rectify.Office.Cases;

/// <summary>What became of a command.</summary>
public abstract record CommandOutcome
{
    private CommandOutcome()
    {
    }

    /// <summary>Why nothing was recorded; null when the command is carried out.</summary>
    public Problem? Problem => this switch
    {
        Done => null,
        Refused(var rejection) => Problem.Of(rejection),
        NumberTaken(var number) => CaseProblems.NumberTaken(number),
        NotFound(var caseId) => Problem.NotFound(CaseRequestMessages.NoCase, caseId.Value),
        Stale(var version, var expected) => CaseProblems.Changed(version, expected),
        _ => throw new UnreachableException(GetType().Name),
    };

    /// <summary>It is recorded; the new entries may be none, when nothing had to be done.</summary>
    public sealed record Done(CaseRecord Case, IReadOnlyList<StoredEvent> Recorded) : CommandOutcome;

    /// <summary>The decider refused it.</summary>
    public sealed record Refused(Rejection Rejection) : CommandOutcome;

    /// <summary>Another case has the document number.</summary>
    public sealed record NumberTaken(string Number) : CommandOutcome;

    /// <summary>There is no such case.</summary>
    public sealed record NotFound(CaseId CaseId) : CommandOutcome;

    /// <summary>The caller has seen an older version.</summary>
    public sealed record Stale(int Version, int Expected) : CommandOutcome;
}
