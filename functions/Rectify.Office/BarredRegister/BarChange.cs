using Rectify.Domain.Identity;
using Rectify.Office.Eligibility;

namespace Rectify.Office.BarredRegister;

/// <summary>Whom a case bars since an entry: this takes the place of everything that was said of the case before.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Sequence of the entry.</param>
/// <param name="At">When the entry was recorded, or when a join or a successor that changes whom it bars was found, UTC.</param>
/// <param name="Bars">
/// Every sanction with barred days, past ones included, and every proposed veto, once for each subject whom it bars; none when the case
/// bars nobody.
/// </param>
public sealed record BarChange(CaseId CaseId, int Version, DateTimeOffset At, IReadOnlyList<SubjectBasis> Bars);

/// <summary>A sanction or a proposed veto, and somebody whom it bars.</summary>
/// <param name="Subject">Who is named, or who answers for that one: a successor, or another id of the same person.</param>
/// <param name="Basis">The sanction; without <see cref="FindingBasis.SanctionId"/> a proposed veto.</param>
public sealed record SubjectBasis(Subject Subject, FindingBasis Basis);

/// <summary>A part of the feed of changes.</summary>
/// <param name="Items">The changes, in one order for everybody.</param>
/// <param name="Mark">Where to go on: pass it back as it is.</param>
/// <param name="HasMore">Whether there are further changes now.</param>
public sealed record BarChanges(IReadOnlyList<BarChange> Items, string Mark, bool HasMore);

/// <summary>Everybody who is barred or pending on a day, from one state of the ledger.</summary>
/// <param name="On">The day.</param>
/// <param name="AsOf">The instant of the ledger, UTC.</param>
/// <param name="Items">The subjects, by id.</param>
/// <param name="Mark">From where the feed of changes goes on; null for an instant in the past.</param>
public sealed record BarredSnapshot(DateOnly On, DateTimeOffset AsOf, IReadOnlyList<BarredFinding> Items, string? Mark);

/// <summary>Somebody who is barred or pending.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Name">Name in the register; null when it has none.</param>
/// <param name="Finding">What eligibility answers for the day.</param>
public sealed record BarredFinding(Subject Subject, string? Name, Finding Finding);
