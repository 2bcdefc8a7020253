namespace Rectify.Board.Openings;

/// <summary>The choice of several units, before the form that lists them by one document.</summary>
/// <param name="Address">The address of the form for the chosen units.</param>
/// <param name="Ticket">A token that proves that the form was given out in this session.</param>
/// <param name="Units">The units that may be ticked.</param>
/// <param name="Ticked">The ids of those that are chosen already.</param>
/// <param name="Unknown">The lines that name no unit, or more than one.</param>
/// <param name="Most">The most units that one document lists.</param>
public sealed record SeveralUnitsModel(
    string Address, string Ticket, IReadOnlyList<ChoosableUnit> Units, IReadOnlySet<string> Ticked, IReadOnlyList<string> Unknown, int Most)
{
    /// <summary>The form's name for the units that are ticked.</summary>
    public const string TickedName = "unit";

    /// <summary>The form's name for the units that are pasted.</summary>
    public const string PastedName = "pasted";
}
