using Rectify.Board.Forms;
using Rectify.Domain.Rulebooks;

namespace Rectify.Board.Openings;

// The fields that a rulebook adds.
public static partial class OpeningFields
{
    /// <summary>
    /// The fields of a form with those that a rulebook adds for a measure: the grounds that it lists, after the ground, and the level of
    /// the body that decides or proposes, after that body. The same fields where it says nothing of either.
    /// </summary>
    public static IEnumerable<Field> With(Rulebook? rulebook, IReadOnlyList<Field> fields, params IReadOnlyList<Rung> rungs)
    {
        var rule = rungs.Select(rung => rulebook?.DeciderOf(rung)).FirstOrDefault(found => found is not null);
        return WithGrounds(fields, rulebook, rungs).SelectMany(field => (Field[])
        [
            field,
            .. field.Name == "issuedBy" ? LevelField.OfDecider("issuerLevel", rule) : [],
            .. field.Name == "proposedBy" ? LevelField.OfProposer("proposerLevel", rule) : [],
        ]);
    }

    /// <summary>The same with the grounds alone.</summary>
    public static IEnumerable<Field> WithGrounds(IReadOnlyList<Field> fields, Rulebook? rulebook, params IReadOnlyList<Rung> rungs)
    {
        var ground = fields.LastOrDefault(field => field.Name is "ground" or "accountabilityGround");
        return fields.SelectMany(field => field == ground ? [field, .. GroundsOf(rulebook, rungs)] : new[] { field });
    }

    private static IEnumerable<Field> GroundsOf(Rulebook? rulebook, IReadOnlyList<Rung> rungs) =>
        rulebook?.Grounds?.Where(rule => rungs.Any(rule.Carries)).ToList() is { Count: > 0 } grounds
            ?
            [
                new Field.Several(
                    GroundsName, ("规则所列的情形", "Grounds of the rulebook"),
                    [.. grounds.Select(rule => new Option(
                        rule.Code, ($"{rule.Code} · {rule.Chinese} · {rule.Source}", $"{rule.Code} · {rule.English} · {rule.Source}")))])
                {
                    Need = Need.Optional,
                },
            ]
            : [];
}
