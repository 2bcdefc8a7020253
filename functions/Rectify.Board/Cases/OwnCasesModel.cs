using Rectify.Domain.Cases;

namespace Rectify.Board.Cases;

/// <summary>The cases of a leader.</summary>
/// <param name="Cases">The cases, those that began last first.</param>
public sealed record OwnCasesModel(IReadOnlyList<LeaderCase> Cases);

/// <summary>A case of a leader.</summary>
public sealed record LeaderCase(string CaseId, string DocumentNumber, string UnitName, CaseStatus Status);
