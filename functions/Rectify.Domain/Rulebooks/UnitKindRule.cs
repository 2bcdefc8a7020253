using Rectify.Domain.Messages;

namespace Rectify.Domain.Rulebooks;

/// <summary>How a regulation applies to a kind of unit (S20).</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Highest">The highest measure that such a unit may meet: an enterprise in Zhejiang is noticed only.</param>
/// <param name="Application">Whether the regulation applies to the kind itself or by reference.</param>
/// <param name="Source">The article.</param>
public sealed record UnitKindRule(UnitKind Kind, Rung Highest, RuleApplication Application, string Source);

/// <summary>Whether a regulation names a kind of unit or is applied to it by reference.</summary>
public enum RuleApplication
{
    /// <summary>适用.</summary>
    [Words("适用", "applies")]
    Direct,

    /// <summary>参照执行.</summary>
    [Words("参照执行", "applies by reference")]
    ByReference,
}
