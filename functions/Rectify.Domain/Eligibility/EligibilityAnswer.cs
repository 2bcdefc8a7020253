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
    /// <param name="Until">Last day of the unbroken run of barred days: overlapping sanctions run concurrently, they never add up (S5).</param>
    /// <param name="Bases">Every sanction that bars on that day.</param>
    public sealed record Barred(DateOnly Until, IReadOnlyList<Basis> Bases) : EligibilityAnswer;
}

/// <summary>A sanction that bars, and the case it comes from.</summary>
public sealed record Basis(CaseId CaseId, Sanction Sanction, string DocumentNumber);
