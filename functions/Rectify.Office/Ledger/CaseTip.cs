using Rectify.Domain.Identity;

namespace Rectify.Office.Ledger;

/// <summary>The last entry of a case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Sequence of the entry.</param>
/// <param name="Hash">Hash of the entry, which covers all entries before it.</param>
public sealed record CaseTip(CaseId CaseId, int Version, string Hash);
