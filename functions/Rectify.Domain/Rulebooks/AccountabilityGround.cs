namespace Rectify.Domain.Rulebooks;

/// <summary>Why a unit is held accountable: the six grounds of the implementing measures (实施办法).</summary>
public enum AccountabilityGround
{
    /// <summary>Not taken seriously, measures not carried out, order seriously chaotic.</summary>
    Neglect,

    /// <summary>Major events in short succession.</summary>
    RepeatedMajorEvents,

    /// <summary>Grave or especially grave events.</summary>
    GraveEvents,

    /// <summary>The assessment was failed.</summary>
    AssessmentFailed,

    /// <summary>A prominent problem without effective measures, or relapsed.</summary>
    UnresolvedHotspot,

    /// <summary>Another matter that the committee finds must be pursued.</summary>
    Other,
}
