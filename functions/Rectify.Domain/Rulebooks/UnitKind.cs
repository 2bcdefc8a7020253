using Rectify.Domain.Messages;

namespace Rectify.Domain.Rulebooks;

/// <summary>What a unit is: a regulation may apply to some kinds in part, or by reference (S20).</summary>
public enum UnitKind
{
    /// <summary>地方.</summary>
    [Words("地方", "locality")]
    Locality,

    /// <summary>部门.</summary>
    [Words("部门", "department")]
    Department,

    /// <summary>单位.</summary>
    [Words("单位", "unit")]
    Unit,

    /// <summary>企业: an enterprise that the state does not own.</summary>
    [Words("企业", "enterprise")]
    Enterprise,

    /// <summary>国有企业.</summary>
    [Words("国有企业", "state-owned enterprise")]
    StateOwnedEnterprise,

    /// <summary>事业单位.</summary>
    [Words("事业单位", "public institution")]
    PublicInstitution,

    /// <summary>人民团体.</summary>
    [Words("人民团体", "mass organisation")]
    MassOrganisation,

    /// <summary>社会组织.</summary>
    [Words("社会组织", "social organisation")]
    SocialOrganisation,
}
