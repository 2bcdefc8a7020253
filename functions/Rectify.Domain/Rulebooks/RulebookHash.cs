using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rectify.Domain.Rulebooks;

/// <summary>
/// The fingerprint of what a rulebook says: the same for an edition in the store, in a file and in the opening entry of a case, however the
/// text was laid out.
/// </summary>
public static class RulebookHash
{
    // One rulebook opens many cases.
    private static readonly ConditionalWeakTable<Rulebook, string> Known = [];

    /// <summary>SHA-256 of <see cref="Canonical"/> in UTF-8, as lower-case hex.</summary>
    public static string Of(Rulebook rulebook) => Known.GetValue(rulebook, static one => Digest.Of(Canonical(one)));

    /// <summary>
    /// The rulebook as JSON on one line, without spaces: the members of every object in the order of their names, none that is null.
    /// </summary>
    /// <remarks>
    /// A rulebook that was stored by an earlier version, without a member that came later, has the same canonical text as before: such a
    /// member is null, or is not written while it has its default value.
    /// </remarks>
    public static string Canonical(Rulebook rulebook) =>
        Sorted(JsonSerializer.SerializeToNode(rulebook, DomainJson.Options)!).ToJsonString(DomainJson.Options);

    private static JsonNode Sorted(JsonNode node) => node switch
    {
        JsonObject of => new JsonObject(
            from member in of.OrderBy(member => member.Key, StringComparer.Ordinal)
            where member.Value is not null
            select KeyValuePair.Create<string, JsonNode?>(member.Key, Sorted(member.Value!))),
        JsonArray of => new JsonArray([.. of.Select(item => item is null ? null : Sorted(item))]),
        _ => node.DeepClone(),
    };
}
