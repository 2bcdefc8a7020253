using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Rectify.Board.Forms;
using Rectify.Board.Openings;
using Rectify.Domain.Messages;
using Rectify.Office.JointListings;
using Rectify.Office.Matching;
using Rectify.Office.Register;

namespace Rectify.Functions.Board.Openings;

/// <summary>The page on which several units are chosen: ticked in a list, or pasted by name or id, one on each line.</summary>
public sealed class SeveralUnits(BoardPages pages, IRegisterStore registerStore)
{
    private const int MaxShown = 200;

    /// <summary>The units that the address names by id.</summary>
    public Task<ChosenUnits> InAddressAsync(HttpRequest request, CancellationToken cancellation) =>
        FindAsync([.. request.Query[SeveralUnitsModel.TickedName].OfType<string>()], cancellation);

    /// <summary>The units of the form of the choice, ticked ones first.</summary>
    public Task<ChosenUnits> InFormAsync(FormInput input, CancellationToken cancellation) => FindAsync(
        [
            .. input.All(SeveralUnitsModel.TickedName),
            .. input.Text(SeveralUnitsModel.PastedName).Split(
                ['\n', ',', '，', '、', ';', '；', '\t'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        ],
        cancellation);

    /// <summary>The units with these ids or names, each once, and the texts that name none, or more than one.</summary>
    public async Task<ChosenUnits> FindAsync(IReadOnlyList<string> texts, CancellationToken cancellation)
    {
        List<Unit> found = [];
        List<string> unknown = [];
        var all = texts.Count == 0 ? [] : (await registerStore.AllUnitsAsync(cancellation)).ToList();
        var byId = all.ToDictionary(unit => unit.UnitId.Value, StringComparer.Ordinal);
        var byName = all.ToLookup(unit => NameKey.Of(unit.Name));
        foreach (var text in texts.Take(JointListingBody.Most * 2))
        {
            if (byId.TryGetValue(text, out var unit)) found.Add(unit);
            else if (byName[NameKey.Of(text)].ToList() is [var only]) found.Add(only);
            else unknown.Add(text);
        }

        return new ChosenUnits([.. found.DistinctBy(unit => unit.UnitId)], unknown);
    }

    public async Task<IActionResult> ShowAsync(
        HttpRequest request, (string Address, Bilingual Title) form, string ticket, ChosenUnits chosen,
        CancellationToken cancellation)
    {
        var open = (await registerStore.AllUnitsAsync(cancellation)).Where(unit => unit.SuccessorUnitId is null).ToList();
        var ticked = chosen.Found.Select(unit => unit.UnitId.Value).ToHashSet(StringComparer.Ordinal);
        return await pages.ShowAsync<SeveralUnitsPage>(
            request, form.Title,
            new SeveralUnitsModel(
                form.Address, ticket, [.. open.Take(MaxShown).Select(unit => new ChoosableUnit(unit.UnitId.Value, unit.Name))], ticked,
                chosen.Unknown,
                JointListingBody.Most),
            chosen.Unknown.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}

/// <summary>A choice of units.</summary>
/// <param name="Found">The units, each once.</param>
/// <param name="Unknown">The texts that name none, or more than one.</param>
public sealed record ChosenUnits(IReadOnlyList<Unit> Found, IReadOnlyList<string> Unknown);
