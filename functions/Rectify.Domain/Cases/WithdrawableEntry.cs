using Rectify.Domain.Messages;

namespace Rectify.Domain.Cases;

/// <summary>What a person can have entered by error, so that the case has to stand as if it had never been entered.</summary>
public enum WithdrawableEntry
{
    /// <summary>A rectification report, with the inspection that passed on it alone.</summary>
    [Words("整改报告", "report")]
    Submission,

    /// <summary>An inspection, passed (a release) or failed.</summary>
    [Words("验收", "inspection")]
    Inspection,

    /// <summary>A decision about a veto: imposed, confirmed or declined.</summary>
    [Words("一票否决的决定", "decision about the veto")]
    VetoDecision,

    /// <summary>不予升级.</summary>
    [Words("不予升级的决定", "decision against the next rung")]
    NextRungDecision,

    /// <summary>The criticism or the decision after a missed measure.</summary>
    [Words("处理决定", "decision after a missed measure")]
    Consequence,

    /// <summary>The revocation of a measure with all its sanctions, of a notice or of a talk.</summary>
    [Words("撤销措施", "revocation of a measure")]
    Revocation,

    /// <summary>The revocation of a single sanction.</summary>
    [Words("撤销单项限制", "revocation of one sanction")]
    SanctionRevocation,
}
