using System.Text.Json.Serialization;
using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>决定机关: the body that decided about a veto.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Level">Its level; null where none was named.</param>
public sealed record DecidingBody(
    string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UnitLevel? Level = null);
