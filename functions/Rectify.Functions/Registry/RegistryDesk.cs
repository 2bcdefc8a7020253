using Rectify.Domain.Identity;
using Rectify.Functions.Http;

namespace Rectify.Functions.Registry;

/// <summary>Checks an entry by the rules of the register and writes it, the same on every way in.</summary>
internal sealed class RegistryDesk(IRegistry registry, PostArchive posts)
{
    /// <summary>The unit of a body, or the first rule that it breaks.</summary>
    public async Task<Outcome<Unit>> CheckAsync(string unitId, UnitBody body, CancellationToken cancellation)
    {
        var (name, kind, level, liaison, parent, supervisorEmail, successor) = body;
        var refusal = WireId.Refuse("unitId", unitId)
            ?? Texts.Refuse(("name", name, Texts.Line), ("liaison.name", liaison.Name, Texts.Line))
            ?? EmailAddressForm.Refuse("liaison.email", liaison.Email)
            ?? EmailAddressForm.Refuse("supervisorEmail", supervisorEmail);
        if (refusal is not null) return refusal;

        var unit = new Unit(new UnitId(unitId), name, kind, level, parent, liaison, supervisorEmail, successor);
        var links = parent is null && successor is null
            ? new UnitLinks([unit])
            : new UnitLinks([.. (await registry.AllUnitsAsync(cancellation)).Where(other => other.UnitId != unit.UnitId), unit]);
        if (links.RefuseParent(unit) is { } noParent)
            return Problem.Rule("unknown-unit", "parentUnitId", $"parentUnitId: {noParent}; got \"{parent}\".");
        if (links.RefuseSuccessor(unit) is { } noSuccessor)
            return Problem.Rule("unknown-unit", "successorUnitId", $"successorUnitId: {noSuccessor}; got \"{successor}\". (S6)");

        return unit;
    }

    /// <summary>The official of a body, or the first rule that it breaks.</summary>
    public async Task<Outcome<Official>> CheckAsync(string officialId, OfficialBody body, CancellationToken cancellation)
    {
        var (name, email, unitId, post, role, from, to, language, responsibility) = body;
        var refusal = WireId.Refuse("officialId", officialId)
            ?? Texts.Refuse(("name", name, Texts.Line), ("post", post, Texts.Line))
            ?? EmailAddressForm.Refuse("email", email);
        if (refusal is not null) return refusal;
        if (to < from)
            return Problem.Rule("term-backwards", "to", $"to: on or after the first day in the post, {from:yyyy-MM-dd}; got {to:yyyy-MM-dd}.");
        if (await registry.FindUnitAsync(unitId, cancellation) is null)
            return Problem.Rule("unknown-unit", "unitId", $"unitId: a unit in the register; got \"{unitId}\".");

        return new Official(new OfficialId(officialId), name, email, unitId, post, role, from, to, language, responsibility);
    }

    /// <summary>Writes a unit if what it replaces is what the caller demands; true when the register did not hold it before.</summary>
    public async Task<Outcome<bool>> PutAsync(Unit unit, Precondition demand, CancellationToken cancellation)
    {
        if (demand.IsNone) return await registry.PutUnitAsync(unit, cancellation);

        var standing = await registry.FindUnitAsync(unit.UnitId, cancellation);
        return demand.Allows(standing) && await registry.ReplaceUnitAsync(standing, unit, cancellation)
            ? standing is null
            : Precondition.Failed(await registry.FindUnitAsync(unit.UnitId, cancellation));
    }

    /// <summary>The same of an official, and keeps the post that is left by it.</summary>
    public async Task<Outcome<bool>> PutAsync(Official official, Precondition demand, string actor, CancellationToken cancellation)
    {
        if (demand.IsNone)
        {
            await posts.KeepAsync([official], actor, cancellation);
            return await registry.PutOfficialAsync(official, cancellation);
        }

        var standing = await registry.FindOfficialAsync(official.OfficialId, cancellation);
        return demand.Allows(standing) && await ReplaceAsync(standing, official, actor, cancellation)
            ? standing is null
            : Precondition.Failed(await registry.FindOfficialAsync(official.OfficialId, cancellation));
    }

    /// <summary>Writes many officials at once, and keeps the posts that are left by it.</summary>
    public async Task PutAsync(IReadOnlyList<Official> officials, string actor, CancellationToken cancellation)
    {
        await posts.KeepAsync(officials, actor, cancellation);
        await registry.PutAllAsync([], officials, cancellation);
    }

    /// <summary>Writes an official in the place of what was seen there, null for nothing. False when the register says something else by now.</summary>
    public async Task<bool> ReplaceAsync(Official? seen, Official official, string actor, CancellationToken cancellation)
    {
        if (!Equals(await registry.FindOfficialAsync(official.OfficialId, cancellation), seen)) return false;

        await posts.KeepAsync([official], actor, cancellation);
        return await registry.ReplaceOfficialAsync(seen, official, cancellation);
    }
}
