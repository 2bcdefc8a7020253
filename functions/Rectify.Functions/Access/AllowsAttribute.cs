using Rectify.Office.Access;

namespace Rectify.Functions.Access;

/// <summary>
/// The roles that may call an HTTP function. A function without this attribute (or AllowsAnyone) is refused to everybody.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AllowsAttribute(params Role[] roles) : Attribute
{
    /// <summary>The roles; any of them suffices.</summary>
    public IReadOnlyList<Role> Roles { get; } = roles;
}

/// <summary>Anybody may call this HTTP function, without a credential.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AllowsAnyoneAttribute : Attribute;
