using System.Diagnostics;
using Rectify.Domain.Eligibility;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;

namespace Rectify.Functions.Eligibility;

/// <summary>An eligibility answer as it stands on the wire and in the log of consultations.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Until">Last barred day; null unless barred.</param>
/// <param name="Bases">Every sanction that bars on the day.</param>
public sealed record Finding(Answer Answer, DateOnly? Until, IReadOnlyList<FindingBasis> Bases)
{
    /// <summary>The answer of the rule.</summary>
    public static Finding Of(EligibilityAnswer answer) => answer switch
    {
        EligibilityAnswer.Clear => new(Answer.Clear, null, []),
        EligibilityAnswer.Barred(var until, var bases) => new(Answer.Barred, until, [.. bases.Select(FindingBasis.Of)]),
        _ => throw new UnreachableException(answer.ToString()),
    };

    /// <summary>Equality by content.</summary>
    public bool Equals(Finding? other) =>
        other is not null && Answer == other.Answer && Until == other.Until && Bases.SequenceEqual(other.Bases);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Answer, Until, Bases.Count);
}

/// <summary>A sanction that bars, and the case it comes from.</summary>
public sealed record FindingBasis(
    CaseId CaseId, SanctionId SanctionId, Measure Measure, Bars Bars, DateOnly From, DateOnly To, string DocumentNumber)
{
    /// <summary>The basis of an answer.</summary>
    public static FindingBasis Of(Basis basis) => new(
        basis.CaseId, basis.Sanction.Id, basis.Sanction.Measure, basis.Sanction.Bars,
        basis.Sanction.Barred!.Value.From, basis.Sanction.Barred!.Value.To, basis.DocumentNumber);
}

/// <summary>What may be answered. Unknown is no answer but an error.</summary>
public enum Answer
{
    /// <summary>Nothing bars the subject.</summary>
    Clear,

    /// <summary>The subject is barred.</summary>
    Barred,
}
