using Rectify.Domain.Calendar;
using Rectify.Domain.Identity;
using Rectify.Office.Requests;

namespace Rectify.Office.Register;

/// <summary>Checks single entries by the rules of the register and writes them, for the API and the forms of the board alike.</summary>
public sealed class RegisterHandler(IRegisterStore registerStore, TimeProvider clock)
{
    /// <summary>The unit of a body as it would replace the stored one, or a problem with every rule that it breaks.</summary>
    public async Task<Outcome<Unit>> CheckAsync(string unitId, UnitBody body, CancellationToken cancellation)
    {
        var (name, kind, level, liaison, parent, supervisorEmail, successor) = body;
        var refusal = Problem.Together(
            IdForm.Refuse("unitId", unitId),
            TextLimits.Refuse(("name", name, TextLimits.Line), ("liaison.name", liaison.Name, TextLimits.Line)),
            EmailAddressForm.Refuse("liaison.email", liaison.Email),
            EmailAddressForm.Refuse("supervisorEmail", supervisorEmail));
        if (IdForm.Refuse("unitId", unitId) is not null) return refusal!;

        var unit = new Unit(new UnitId(unitId), name, kind, level, parent, liaison, supervisorEmail, successor);
        var links = parent is null && successor is null
            ? new UnitLinks([unit])
            : new UnitLinks([.. (await registerStore.AllUnitsAsync(cancellation)).Where(other => other.UnitId != unit.UnitId), unit]);
        var everything = Problem.Together(
            refusal,
            links.RefuseParent(unit) is { } noParent
                ? Problem.Rule(
                    "parentUnitId",
                    (noParent == LinkFault.Unknown ? RegisterMessages.UnknownLink : RegisterMessages.AboveItself).With(parent!.Value))
                : null,
            links.RefuseSuccessor(unit) is { } noSuccessor
                ? Problem.Rule(
                    "successorUnitId",
                    (noSuccessor == LinkFault.Unknown ? RegisterMessages.UnknownSuccessor : RegisterMessages.OwnSuccessor)
                        .With(successor!.Value))
                : null);
        return everything is not null
            ? everything
            : unit.After(await registerStore.FindUnitAsync(unit.UnitId, cancellation), LocalDay.Of(clock.GetUtcNow()));
    }

    /// <summary>The entry about an official that a body makes, or a problem with every rule that it breaks.</summary>
    public async Task<Outcome<OfficialEntry>> CheckAsync(string officialId, OfficialBody body, CancellationToken cancellation)
    {
        var refusal = Problem.Together(
            IdForm.Refuse("officialId", officialId), TextLimits.Refuse(("name", body.Name, TextLimits.Line)),
            EmailAddressForm.Refuse("email", body.Email));
        if (!PostBodies.Read(body).Try(out var posts, out var problem)) return Problem.Together(refusal, problem)!;

        var today = LocalDay.Of(clock.GetUtcNow());
        var units = (await registerStore.FindUnitsAsync([.. posts.Select(post => post.UnitId)], cancellation)).Select(unit => unit.UnitId)
            .ToHashSet();
        var everything = Problem.Together(
        [
            refusal,
            .. posts.Index().Select(one =>
                DateLimits.Held(name => PostBodies.Member(body, one.Index, name), one.Item.From, one.Item.To, today)),
            .. from one in posts.Index()
               where !units.Contains(one.Item.UnitId)
               select Problem.Rule(PostBodies.Member(body, one.Index, "unitId"), RegisterMessages.UnknownUnit.With(one.Item.UnitId)),
        ]);
        if (everything is not null) return everything;

        var official = new Official(new OfficialId(officialId), body.Name, body.Email, body.Language,
            PostHistory.Of(posts, PostBodies.MainOf(body, posts)));
        return Outcome<OfficialEntry>.Of(body.Posts is null ? new OfficialEntry.Transfer { Entered = official }
            : new OfficialEntry.Whole { Entered = official });
    }

    /// <summary>Writes a unit if the stored one meets the caller's condition; true when the unit is new.</summary>
    public async Task<Outcome<bool>> PutAsync(Unit unit, Precondition demand, CancellationToken cancellation)
    {
        if (demand.IsNone) return await registerStore.PutUnitAsync(unit, cancellation);

        var standing = await registerStore.FindUnitAsync(unit.UnitId, cancellation);
        return demand.Allows(standing) && await registerStore.ReplaceUnitAsync(standing, unit, cancellation)
            ? standing is null
            : Precondition.Failed(await registerStore.FindUnitAsync(unit.UnitId, cancellation));
    }

    /// <summary>Applies an entry to the stored official if that one meets the caller's condition.</summary>
    public async Task<Outcome<OfficialChange>> PutAsync(OfficialEntry entry, Precondition demand, CancellationToken cancellation)
    {
        while (true)
        {
            var standing = await registerStore.FindOfficialAsync(entry.Id, cancellation);
            if (!demand.Allows(standing)) return Precondition.Failed(standing);

            // A transfer is applied to the stored posts: if another writer was first, to the posts which that writer stored.
            var after = entry.On(standing);
            if (after.Posts.Count > PostHistory.Max) return PostBodies.TooMany("posts", after.Posts.Count);
            if (after.Equals(standing) || await registerStore.ReplaceOfficialAsync(standing, after, cancellation))
                return new OfficialChange(entry, standing, after);
        }
    }
}
