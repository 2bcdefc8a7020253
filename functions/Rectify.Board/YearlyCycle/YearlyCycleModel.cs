using Rectify.Domain.Cases;
using Rectify.Domain.YearlyCycle;

namespace Rectify.Board.YearlyCycle;

/// <summary>年度责任: what units owe for a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="First">The first year that can be shown.</param>
/// <param name="Last">The last one.</param>
/// <param name="Rows">The units; null when the year's rulebook knows no cycle.</param>
/// <param name="Next">Address of the next part; null when there is none.</param>
/// <param name="PersonsLinked">Whether the reader may see the records of persons.</param>
public sealed record YearlyCycleModel(int Year, int First, int Last, IReadOnlyList<CycleRow>? Rows, string? Next,
    PersonLinks PersonsLinked);

/// <summary>Whether names lead to the record of performance.</summary>
public enum PersonLinks
{
    /// <summary>They do.</summary>
    Shown,

    /// <summary>They stand alone.</summary>
    None,
}

/// <summary>A unit with what it owes.</summary>
/// <param name="UnitId">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Letter">Its responsibility letter.</param>
/// <param name="Reports">A report for each person who owes one.</param>
/// <param name="Assessment">Its assessment.</param>
public sealed record CycleRow(string UnitId, string Name, CycleCell Letter, IReadOnlyList<CycleReport> Reports, CycleCell Assessment);

/// <summary>A person's report.</summary>
public sealed record CycleReport(string OfficialId, string Name, CycleCell Cell);

/// <summary>How a duty stands.</summary>
/// <param name="DueOn">Its last day.</param>
/// <param name="Provisional">Whether a notice can still move it (D9).</param>
/// <param name="DoneOn">When it was done; null while it is owed.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Light">Its light.</param>
/// <param name="Entry">Where the reader enters or corrects it; null when the reader does not, or not yet.</param>
public sealed record CycleCell(DateOnly DueOn, bool Provisional, DateOnly? DoneOn, DutyStatus Status, Light Light, string? Entry);
