using Rectify.Domain.Messages;

namespace Rectify.Domain.Sanctions;

/// <summary>The measure from which a sanction follows.</summary>
public enum Measure
{
    /// <summary>挂牌督办: the unit is placed under supervised rectification. Half a year (S1).</summary>
    [Words("挂牌督办", "supervised listing")]
    Listing,

    /// <summary>一票否决: the one-vote veto. One year (S2, S3).</summary>
    [Words("一票否决", "one-vote veto")]
    Veto,
}
