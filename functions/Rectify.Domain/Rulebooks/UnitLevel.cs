using Rectify.Domain.Messages;

namespace Rectify.Domain.Rulebooks;

/// <summary>The administrative level of a unit or of a deciding body, from the highest.</summary>
public enum UnitLevel
{
    /// <summary>省级.</summary>
    [Words("省级", "province")]
    Province,

    /// <summary>市级.</summary>
    [Words("市级", "city")]
    City,

    /// <summary>县级.</summary>
    [Words("县级", "county")]
    County,

    /// <summary>乡镇级.</summary>
    [Words("乡镇级", "township")]
    Township,
}
