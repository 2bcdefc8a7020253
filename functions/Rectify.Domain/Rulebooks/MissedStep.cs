using Rectify.Domain.Messages;

namespace Rectify.Domain.Rulebooks;

/// <summary>What follows when the goal of a measure is not reached in time (S7, S16).</summary>
public enum MissedStep
{
    /// <summary>
    /// The next rung: after a notice or a talk it is proposed, after a listing it is the veto, as the rulebook escalates.
    /// </summary>
    [Words("升级至下一措施", "the next rung")]
    NextRung,

    /// <summary>通报批评: a criticism by notice, which the deciding body issues, and with which the case ends.</summary>
    [Words("通报批评", "criticism by notice")]
    Criticism,

    /// <summary>处理决定: what the higher body decides, and with which the case ends.</summary>
    [Words("由上级机关作出处理决定", "a decision of the higher body")]
    Decision,

    /// <summary>督办函、催办函: a letter that urges the unit and gives it another day; what follows then, its rule says.</summary>
    [Words("督办函", "urging letter")]
    UrgingLetter,
}
