using System.Diagnostics;
using System.Text.Json.Serialization;
using Rectify.Domain.Cases;
using Rectify.Domain.Eligibility;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Office.Eligibility;

/// <summary>An eligibility answer as it stands on the wire and in the log of consultations.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Until">Last barred day; null unless barred, and while it is not known (S4).</param>
/// <param name="Bases">Every sanction that bars on the day, or every proposed veto that would.</param>
public sealed record Finding(Answer Answer, DateOnly? Until, IReadOnlyList<FindingBasis> Bases)
{
    /// <summary>Makes the finding from the rule's answer about a subject.</summary>
    public static Finding Of(Subject subject, EligibilityAnswer answer) => answer switch
    {
        EligibilityAnswer.Clear => new(Answer.Clear, null, []),
        EligibilityAnswer.Barred(var until, var bases) =>
            new(Answer.Barred, until, [.. bases.Select(basis => FindingBasis.Of(subject, basis))]),
        EligibilityAnswer.Pending(var bases) => new(Answer.Pending, null, [.. bases.Select(basis => FindingBasis.Of(subject, basis))]),
        _ => throw new UnreachableException(answer.ToString()),
    };

    /// <summary>Equality by content; the order of the bases says nothing.</summary>
    public bool Equals(Finding? other) =>
        other is not null && Answer == other.Answer && Until == other.Until && Bases.Count == other.Bases.Count
        && Bases.ToHashSet().SetEquals(other.Bases);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Answer, Until, Bases.Count);
}

/// <summary>A finding for a later day than the one asked about.</summary>
/// <param name="From">The day.</param>
/// <param name="Finding">The answer on that day.</param>
public sealed record LaterFinding(DateOnly From, Finding Finding)
{
    /// <summary>What begins after that again; null when nothing does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LaterFinding? Then { get; init; }

    /// <summary>This finding and those that follow.</summary>
    [JsonIgnore]
    public IEnumerable<LaterFinding> All => Then is null ? [this] : [this, .. Then.All];
}

/// <summary>A sanction that bars, or a proposed veto that would, and the case it comes from.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="SanctionId">The sanction; null for a proposed veto, which has none yet.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Bars">What the subject loses.</param>
/// <param name="From">First barred day; null when a proposed veto would count from its decision.</param>
/// <param name="To">
/// Last barred day; null when a proposed veto would count from its decision, and during a listing that bars as long as it lasts (S4).
/// </param>
/// <param name="DocumentNumber">文号.</param>
/// <param name="Predecessor">
/// The unit that was barred, when the subject took its place, or the other id of the same person; null when the subject itself was.
/// </param>
public sealed record FindingBasis(
    CaseId CaseId, SanctionId? SanctionId, Measure Measure, Bars Bars, DateOnly? From, DateOnly? To, string DocumentNumber,
    Subject? Predecessor = null)
{
    /// <summary>The basis of a pending answer.</summary>
    public static FindingBasis Of(Subject subject, PendingBasis basis) => new(
        basis.CaseId, null, Measure.Veto, Bars.Of(basis.Subject), basis.Proposal.Term?.From, basis.Proposal.Term?.To, basis.DocumentNumber,
        basis.Subject == subject ? null : basis.Subject);

    /// <summary>The basis of an answer.</summary>
    public static FindingBasis Of(Subject subject, Basis basis) => new(
        basis.CaseId, basis.Sanction.Id, basis.Sanction.Measure, basis.Sanction.Bars,
        basis.Sanction.Barred!.Value.From, basis.Sanction.Barred!.Value.End, basis.DocumentNumber,
        basis.Sanction.Subject == subject ? null : basis.Sanction.Subject);
}

/// <summary>The possible answers. That a subject is unknown is not an answer but an error.</summary>
public enum Answer
{
    /// <summary>Nothing bars the subject.</summary>
    Clear,

    /// <summary>The subject is barred.</summary>
    Barred,

    /// <summary>A veto that would bar the subject awaits the committee's decision (S7).</summary>
    Pending,
}
