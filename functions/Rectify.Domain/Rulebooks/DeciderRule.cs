using System.Text.Json.Serialization;
using Rectify.Domain.Messages;

namespace Rectify.Domain.Rulebooks;

/// <summary>Who decides a measure, and who may propose it (ZJ17 29: the committee at county level or above).</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Lowest">The lowest level whose body decides it; a body of a higher level may too.</param>
/// <param name="Chinese">The deciding body, as the regulation names it.</param>
/// <param name="English">The same in English.</param>
/// <param name="Source">The article.</param>
/// <param name="ProposedFrom">
/// The lowest level whose body may propose a veto without a listing; null where the regulation does not say.
/// </param>
public sealed record DeciderRule(
    Rung Measure, UnitLevel Lowest, string Chinese, string English, string Source,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UnitLevel? ProposedFrom = null)
{
    /// <summary>The deciding body in both languages.</summary>
    [JsonIgnore]
    public Bilingual Words => (Chinese, English);

    /// <summary>Whether a body of a level may decide the measure.</summary>
    public bool MayDecide(UnitLevel level) => level <= Lowest;

    /// <summary>Whether a body of a level may propose it; any where the regulation does not say.</summary>
    public bool MayPropose(UnitLevel level) => ProposedFrom is not { } lowest || level <= lowest;
}
