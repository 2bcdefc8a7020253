using Rectify.Board.Cases;
using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;

namespace Rectify.Board.Register;

/// <summary>台账: a part of the case register.</summary>
/// <param name="Rows">The cases of this part.</param>
/// <param name="Wanted">The filter and order that were asked for.</param>
/// <param name="Today">The local day.</param>
/// <param name="Next">Address of the next part; null when there is none.</param>
/// <param name="Table">Address of all these cases as a CSV table.</param>
public sealed record RegisterModel(IReadOnlyList<CaseListRow> Rows, RegisterWish Wanted, DateOnly Today, string? Next, string Table)
{
    /// <summary>Links to the forms that the reader may open here.</summary>
    public IReadOnlyList<CaseLink> Actions { get; init; } = [];
}

/// <summary>Filter and order of the case register. A member that is null does not filter.</summary>
/// <param name="Text">Text that the document number or the unit's name contains.</param>
/// <param name="Statuses">The case is in one of these states; an empty list does not filter.</param>
/// <param name="Rung">The case began on this rung.</param>
/// <param name="Light">The case has this light.</param>
/// <param name="UnitId">The case is about this unit.</param>
/// <param name="DueFrom">The deadline is on this day or later.</param>
/// <param name="DueBefore">The deadline is before this day.</param>
/// <param name="Order">The order of the cases.</param>
public sealed record RegisterWish(
    string? Text, Rung? Rung, IReadOnlyList<CaseStatus> Statuses, Light? Light, string? UnitId, DateOnly? DueFrom, DateOnly? DueBefore,
    RegisterOrder Order)
{
    /// <summary>The states in which the rectification is still open: rectifying or awaiting inspection.</summary>
    public static IReadOnlyList<CaseStatus> Open { get; } = [CaseStatus.Rectifying, CaseStatus.AwaitingInspection];

    /// <summary>States in the form of the address: separated by commas.</summary>
    public static string Joined(IEnumerable<CaseStatus> statuses) =>
        string.Join(',', statuses.Select(status => Rectify.Domain.WireName.Of(status)));
}

/// <summary>The orders of the case register.</summary>
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
    /// <summary>How many units the document lists, each with a case of its own.</summary>
    public int Units { get; init; } = 1;

    /// <summary>Whether the case cannot be read; the row then shows what the index has of it.</summary>
    public bool IsUnreadable { get; init; }
}
