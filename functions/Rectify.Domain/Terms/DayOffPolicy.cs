using Rectify.Domain.Messages;

namespace Rectify.Domain.Terms;

/// <summary>What becomes of a last day that is a day off (D4).</summary>
public enum DayOffPolicy
{
    /// <summary>It moves to the next working day (Civil Code art. 203).</summary>
    [Words("遇休息日顺延至下一个工作日", "moved to the next working day when it is a day off")]
    NextWorkingDay,

    /// <summary>It stays, as the sanction's end does (D5), and as some regulations write of their periods.</summary>
    [Words("遇休息日不顺延", "kept when it is a day off")]
    Keep,
}
