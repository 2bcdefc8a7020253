using Rectify.Board.Cases;
using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;

namespace Rectify.Board.Register;

/// <summary>台账: a part of the case register.</summary>
/// <param name="Rows">The cases.</param>
/// <param name="Wanted">What was asked for.</param>
/// <param name="Today">The local day.</param>
/// <param name="Next">Address of the next part; null when there is none.</param>
/// <param name="Table">Address of the same cases, all of them, as a table to save.</param>
public sealed record RegisterModel(IReadOnlyList<CaseListRow> Rows, RegisterWish Wanted, DateOnly Today, string? Next, string Table)
{
    /// <summary>What the reader may begin here.</summary>
    public IReadOnlyList<CaseLink> Actions { get; init; } = [];
}

/// <summary>Which cases are shown; null does not filter.</summary>
/// <param name="Text">In the document number or the unit's name.</param>
/// <param name="Statuses">In one of these states; none does not filter.</param>
/// <param name="Rung">That began on this rung.</param>
/// <param name="Light">With this light.</param>
/// <param name="UnitId">Of this unit.</param>
/// <param name="DueFrom">With a deadline on this day or later.</param>
/// <param name="DueBefore">With a deadline before this day.</param>
/// <param name="Order">Which comes first.</param>
public sealed record RegisterWish(
    string? Text, Rung? Rung, IReadOnlyList<CaseStatus> Statuses, Light? Light, string? UnitId, DateOnly? DueFrom, DateOnly? DueBefore,
    RegisterOrder Order)
{
    /// <summary>The states in which something is still to be done about the deadline.</summary>
    public static IReadOnlyList<CaseStatus> Open { get; } = [CaseStatus.Rectifying, CaseStatus.AwaitingInspection];

    /// <summary>States as the address names them.</summary>
    public static string Joined(IEnumerable<CaseStatus> statuses) =>
        string.Join(',', statuses.Select(status => Rectify.Domain.WireName.Of(status)));
}

/// <summary>In which order the register is shown.</summary>
public enum RegisterOrder
{
    /// <summary>The last case opened first.</summary>
    Newest,

    /// <summary>The first case opened first.</summary>
    Opened,

    /// <summary>The earliest deadline first.</summary>
    Due,
}

/// <summary>A case in the register.</summary>
public sealed record CaseListRow(
    string CaseId, Rung Rung, string DocumentNumber, string UnitName, CaseStatus Status, Light Light, DateOnly? ListedOn, DateOnly? DueOn,
    bool Provisional)
{
    /// <summary>Whether the case cannot be read: what stands here is the last that the index kept of it.</summary>
    public bool IsUnreadable { get; init; }
}
