using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Eligibility;

/// <summary>Whether a subject may be honoured, awarded or promoted on a day.</summary>
public abstract record EligibilityAnswer
{
    private EligibilityAnswer()
    {
    }

    /// <summary>Nothing bars the subject on that day.</summary>
    public sealed record Clear : EligibilityAnswer;

    /// <summary>The subject is barred.</summary>
    /// <param name="Until">
    /// Last day of the unbroken run of barred days: overlapping sanctions run concurrently, they never add up (S5). Null when its end is
    /// not known yet (S4).
    /// </param>
    /// <param name="Bases">Every sanction that bars on that day.</param>
    public sealed record Barred(DateOnly? Until, IReadOnlyList<Basis> Bases) : EligibilityAnswer;

    /// <summary>Nothing bars the subject yet, but a veto that would bar that day awaits the committee's decision (S7).</summary>
    /// <param name="Bases">Every such proposal.</param>
    public sealed record Pending(IReadOnlyList<PendingBasis> Bases) : EligibilityAnswer;
}

/// <summary>A sanction that bars, and the case it comes from.</summary>
public sealed record Basis(CaseId CaseId, Sanction Sanction, string DocumentNumber);

/// <summary>A proposed veto, whom it would bar, and the case it comes from.</summary>
public sealed record PendingBasis(CaseId CaseId, Proposal Proposal, Subject Subject, string DocumentNumber);
