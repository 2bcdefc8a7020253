using Rectify.Domain.Identity;

namespace Rectify.Office.Register;

/// <summary>Finds the ids of a row that names a unit or a person instead of giving the id.</summary>
public interface INamedInRegister
{
    /// <summary>The only unit with this id or name; null when none or several have it.</summary>
    UnitId? Unit(string idOrName);

    /// <summary>
    /// The only person of this name who holds or held a post of the unit, and otherwise a new id, the same for the same unit and name; null
    /// when several have the name.
    /// </summary>
    OfficialId? Official(UnitId unit, string name);

    /// <summary>The only unit of this name, and otherwise a new id, the same for the same name; null when several have the name.</summary>
    UnitId? OwnUnit(string name);
}
