using Rectify.Domain.Messages;

namespace Rectify.Domain.Rulebooks;

/// <summary>The rungs of the ladder, from the lowest (S16). The lower two bar nobody (S1, S2).</summary>
public enum Rung
{
    /// <summary>通报.</summary>
    [Words("通报", "notice")]
    Notice,

    /// <summary>约谈: the admonishing talk.</summary>
    [Words("约谈", "admonishing talk")]
    Talk,

    /// <summary>挂牌督办.</summary>
    [Words("挂牌督办", "supervised listing")]
    Listing,

    /// <summary>一票否决.</summary>
    [Words("一票否决", "one-vote veto")]
    Veto,
}
