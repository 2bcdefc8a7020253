namespace Rectify.Domain.Rulebooks;

/// <summary>The rungs of the ladder, from the lowest (S16). The lower two bar nobody (S1, S2).</summary>
public enum Rung
{
    /// <summary>通报.</summary>
    Notice,

    /// <summary>约谈: the admonishing talk.</summary>
    Talk,

    /// <summary>挂牌督办.</summary>
    Listing,

    /// <summary>一票否决.</summary>
    Veto,
}
