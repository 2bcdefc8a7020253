using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Domain.YearlyCycle;

namespace Rectify.Board.YearlyCycle;

/// <summary>年度责任: the duties of units and persons for a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="First">The first year that can be shown.</param>
/// <param name="Last">The last year that can be shown.</param>
/// <param name="Columns">The names of the duties, in the order of the rulebook's table.</param>
/// <param name="Rows">The units; null when the year's rulebook has no yearly cycle.</param>
/// <param name="Next">Address of the next part; null when there is none.</param>
/// <param name="PersonsLinked">Whether names link to the records of performance, which not every reader may see.</param>
public sealed record YearlyCycleModel(
    int Year, int First, int Last, IReadOnlyList<Bilingual> Columns, IReadOnlyList<CycleRow>? Rows, string? Next,
    PersonLinks PersonsLinked);

/// <summary>Whether names of persons link to their records of performance.</summary>
public enum PersonLinks
{
    /// <summary>Names are links.</summary>
    Shown,

    /// <summary>Names are plain text.</summary>
    None,
}

/// <summary>A unit with its duties.</summary>
/// <param name="UnitId">The unit's id.</param>
/// <param name="Name">The unit's name.</param>
/// <param name="Duties">What is owed, in the order of the rulebook's table.</param>
public sealed record CycleRow(string UnitId, string Name, IReadOnlyList<CycleDuty> Duties);

/// <summary>A duty of a unit, or of each of its persons.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its state where the unit or the office owes it; null where persons do.</param>
/// <param name="Persons">Its state for each person who owes it.</param>
public sealed record CycleDuty(Bilingual Name, CycleCell? Unit, IReadOnlyList<CyclePerson> Persons);

/// <summary>The duty of a person.</summary>
public sealed record CyclePerson(string OfficialId, string Name, CycleCell Cell);

/// <summary>The state of a duty.</summary>
/// <param name="DueOn">The last day of the duty.</param>
/// <param name="Provisional">Whether a later notice of holidays can move the last day (D9).</param>
/// <param name="DoneOn">When the duty was done; null while it is owed.</param>
/// <param name="Status">The status of the duty.</param>
/// <param name="Light">The light of the duty.</param>
/// <param name="Entry">The address at which the reader can enter or correct it; null when the reader may not, or not yet.</param>
public sealed record CycleCell(DateOnly DueOn, bool Provisional, DateOnly? DoneOn, DutyStatus Status, Light Light, string? Entry);
