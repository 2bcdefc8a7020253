using Rectify.Domain.Identity;

namespace Rectify.Domain.Cases;

/// <summary>
/// One of the cases that one document opened together, one for each unit that it lists. They share the document number, which the first of
/// them holds for all; otherwise each runs by itself.
/// </summary>
/// <param name="CaseId">The case.</param>
/// <param name="UnitId">The unit that it is about.</param>
/// <param name="Name">The name of the unit when the case was opened.</param>
public sealed record SharedCase(CaseId CaseId, UnitId UnitId, string Name);
