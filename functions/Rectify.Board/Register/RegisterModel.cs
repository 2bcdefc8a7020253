using Rectify.Board.Cases;
using Rectify.Domain.Cases;

namespace Rectify.Board.Register;

/// <summary>台账: a part of the case register.</summary>
/// <param name="Rows">The cases.</param>
/// <param name="Wanted">What was asked for.</param>
/// <param name="Today">The local day.</param>
/// <param name="Next">Address of the next part; null when there is none.</param>
public sealed record RegisterModel(IReadOnlyList<RegisterRow> Rows, RegisterWish Wanted, DateOnly Today, string? Next)
{
    /// <summary>What the reader may begin here.</summary>
    public IReadOnlyList<CaseLink> Actions { get; init; } = [];
}

/// <summary>Which cases are shown; null does not filter.</summary>
public sealed record RegisterWish(CaseStatus? Status, Light? Light, string? UnitId, DateOnly? DueBefore);

/// <summary>A case in the register.</summary>
public sealed record RegisterRow(
    string CaseId, string DocumentNumber, string UnitName, CaseStatus Status, Light Light, DateOnly? ListedOn, DateOnly? DueOn, bool Provisional);
