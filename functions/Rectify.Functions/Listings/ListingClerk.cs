using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Http;
using Rectify.Functions.Ledger;
using Rectify.Functions.Notices;
using Rectify.Functions.Registry;

namespace Rectify.Functions.Listings;

/// <summary>Turns a request into a command: looks up the unit, its leaders, the rulebook and the document number.</summary>
internal sealed class ListingClerk(IRegistry registry, ILedger ledger, RulebookShelf rulebooks, OfficeSettings office)
{
    /// <summary>The command for a body, with the given number, or the first thing in it that the register or the rulebook does not know.</summary>
    public async Task<Outcome<CaseCommand.ListUnit>> ReadAsync(ListingBody body, DocumentNumber number, CancellationToken cancellation)
    {
        if (body.Refuse() is { } refusal) return refusal;
        if (await registry.FindUnitAsync(body.UnitId, cancellation) is not { } unit)
            return Problem.Rule("unknown-unit", "unitId", $"unitId: a unit in the register; got \"{body.UnitId}\".");

        var rulebook = body.RulebookId is { } id ? rulebooks.Find(id) : rulebooks.InForceOn(body.ListedOn);
        if (rulebook is null)
            return body.RulebookId is { } unknown
                ? Problem.Rule("unknown-rulebook", "rulebookId", $"rulebookId: one of {string.Join(", ", rulebooks.Rulebooks.Select(r => r.Id))}; got \"{unknown}\".")
                : Problem.Rule("no-rulebook", "listedOn", $"listedOn: a day on which a rulebook is in force; got {body.ListedOn:yyyy-MM-dd}.");
        if (!(await LeadersAsync(body, unit, rulebook, cancellation)).Try(out var leaders, out var problem)) return problem;

        return new CaseCommand.ListUnit(
            new ListedUnit(unit.UnitId, unit.Name), body.Ground, body.Severity, body.Facts, body.Goals, body.ListedOn, body.ReceivedOn,
            body.Period, leaders, number.Text, body.LegalBasis, body.IssuedBy, rulebook);
    }

    /// <summary>The number that was asked for, or the next one of the year of the listing.</summary>
    public async Task<DocumentNumber> NumberAsync(ListingBody body, CancellationToken cancellation)
    {
        if (body.DocumentNumber is { } text) return DocumentNumber.Parse(text);

        var series = new DocumentSeries(office.DocumentCode, body.ListedOn.Year);
        return series.At(await ledger.HighestNumberAsync(series, cancellation) + 1);
    }

    private async Task<Outcome<IReadOnlyList<ListedLeader>>> LeadersAsync(
        ListingBody body, Unit unit, Rulebook rulebook, CancellationToken cancellation)
    {
        var leaders = new List<ListedLeader>();
        if (body.Officials is { } named)
        {
            foreach (var (officialId, role) in named)
            {
                if (await registry.FindOfficialAsync(officialId, cancellation) is not { } official)
                    return Problem.Rule("unknown-official", "officials", $"officials: officials in the register; got \"{officialId}\".");
                leaders.Add(new ListedLeader(officialId, official.Name, official.Post, role));
            }

            return leaders;
        }

        string? continuation = null;
        do
        {
            var slice = await registry.ListOfficialsAsync(unit.UnitId, 200, continuation, cancellation);
            leaders.AddRange(
                from official in slice.Items
                where official.InPostOn(body.ListedOn) && rulebook.SanctionedRoles.Contains(official.Role)
                select new ListedLeader(official.OfficialId, official.Name, official.Post, official.Role));
            continuation = slice.Continuation;
        } while (continuation is not null);

        return leaders.Count > 0
            ? leaders
            : Problem.Rule("no-leaders", "officials", $"officials: nobody in the register holds a sanctioned role ({string.Join(", ", rulebook.SanctionedRoles.Select(Domain.WireName.Of))}) in \"{unit.UnitId}\" on {body.ListedOn:yyyy-MM-dd}; name the leaders, or send an empty list when there are none. (S1)");
    }
}
