using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Rectify.Board.Openings;
using Rectify.Domain.Messages;
using Rectify.Functions.Http;
using Rectify.Office.Register;
using Rectify.Office.Text;

namespace Rectify.Functions.Board.Openings;

/// <summary>The page on which a unit is chosen: shows all units, or the results of a search when there are many.</summary>
public sealed class UnitChoice(BoardPages pages, IRegisterStore registerStore)
{
    private const int MaxShown = 200;

    public async Task<IActionResult> ShowAsync(HttpRequest request, OpeningForm opening, string? unknown, CancellationToken cancellation)
    {
        // A unit with a successor can no longer be listed.
        var all = (await registerStore.AllUnitsAsync(cancellation)).Where(unit => unit.SuccessorUnitId is null).ToList();
        var search = Query.Text(request, "search")?.Trim() ?? "";
        var found = all.Where(unit => TextRule.Shows(unit.Name, search) || TextRule.Shows(unit.UnitId.Value, search));
        var model = new UnitChoiceModel(
            opening.Address, [.. found.Take(MaxShown).Select(unit => new ChoosableUnit(unit.UnitId.Value, unit.Name))],
            all.Count > MaxShown || search.Length > 0 ? search : null, all.Count == 0,
            unknown is null ? null
                : new Bilingual($"单位台账中没有编号为“{unknown}”的单位。", $"The register holds no unit \"{unknown}\"."))
        {
            RulebookId = Query.Text(request, OpeningFields.RulebookName),
        };
        return await pages.ShowAsync<UnitChoicePage>(
            request, opening.Title, model, unknown is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
