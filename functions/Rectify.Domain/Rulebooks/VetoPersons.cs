using Rectify.Domain.Messages;

namespace Rectify.Domain.Rulebooks;

/// <summary>Whom the veto after a missed deadline bars besides the unit (S6).</summary>
/// <remarks>A veto without a listing bars those in office on its own day, or the persons whom the office names.</remarks>
public enum VetoPersons
{
    /// <summary>
    /// The persons of the listing, wherever they are now: the sanction follows the person, and a new leader is not sanctioned for what
    /// happened before.
    /// </summary>
    [Words("挂牌时列明的人员，不论现任何职", "those of the listing, wherever they are now")]
    Listed,

    /// <summary>Those who hold a sanctioned role in the unit on the last day of the rectification period.</summary>
    [Words("整改期限届满之日在任的人员", "those in office on the last day of the period")]
    InOffice,

    /// <summary>The persons of the listing and those in office on that day.</summary>
    [Words("挂牌时列明的人员和整改期限届满之日在任的人员", "those of the listing and those in office on the last day of the period")]
    Both,
}
