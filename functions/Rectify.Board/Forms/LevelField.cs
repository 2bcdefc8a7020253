using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Board.Forms;

/// <summary>The fields for the level of a body that decides or proposes a measure.</summary>
public static class LevelField
{
    /// <summary>The level of the deciding body, with who decides by the rulebook as its hint; none where that is not said.</summary>
    public static IEnumerable<Field> OfDecider(string name, DeciderRule? rule) => rule is null
        ? []
        :
        [
            Level(name, ("决定机关级别", "Level of the deciding body")) with
            {
                Hint = ($"由{rule.Chinese}决定（{rule.Source}）。", $"Decided by {rule.English} ({rule.Source})."),
            },
        ];

    /// <summary>The level of the proposing body; none where the rulebook does not say.</summary>
    public static IEnumerable<Field> OfProposer(string name, DeciderRule? rule) => rule is not { ProposedFrom: { } lowest }
        ? []
        :
        [
            Level(name, ("提请机关级别", "Level of the proposing body")) with
            {
                Hint = (
                    $"由{Names.Of(lowest, Language.Chinese)}以上提请（{rule.Source}）。",
                    $"Proposed at the level {Names.Of(lowest, Language.English)} or above ({rule.Source})."),
            },
        ];

    private static Field.Choice Level(string name, Bilingual label) => new(name, label, Option.Of<UnitLevel>(Names.Of))
    {
        Style = ChoiceStyle.List,
        Need = Need.Optional,
    };
}
