using Rectify.Domain.Identity;

namespace Rectify.Domain.Proofs;

/// <summary>How far the chain of a case has come.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Hash">Hash of its last entry, which covers all entries before it.</param>
public sealed record ChainHead(CaseId CaseId, string Hash);
