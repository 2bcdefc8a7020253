using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Office.Outbox;
using Rectify.Office.Register;
using Rectify.Office.Settings;

namespace Rectify.Office.Letters;

/// <summary>
/// Looks up where the mails of a case go today. The register is asked when a mail is decided, not when the case is opened.
/// </summary>
public sealed class AddresseeLookup(IRegisterStore registerStore, OfficeSettings office, TimeProvider clock)
{
    public async Task<Addressees> OfAsync(CaseFile file, CancellationToken cancellation)
    {
        var (unitId, today) = (file.Opening.Unit.UnitId, LocalDay.Of(clock.GetUtcNow()));
        var unit = await registerStore.FindUnitAsync(unitId, cancellation)
            ?? throw new InvalidOperationException($"The unit {unitId} of a case is not in the register.");
        var named = file.EveryLeader.Select(leader => leader.OfficialId).ToHashSet();
        var leaders = (await registerStore.FindOfficialsAsync(named, cancellation)).ToDictionary(official => official.OfficialId);
        var roles = file.Rulebook.RolesOf(file.Rung == Rung.Veto ? Measure.Veto : Measure.Listing);
        var inOffice = (await registerStore.HoldersOnAsync(unitId, today, roles, cancellation)).Select(holder => holder.OfficialId);
        var leading = file.Leaders.Select(leader => leader.OfficialId).ToHashSet();
        var incumbents = await registerStore.FindOfficialsAsync([.. inOffice.Where(id => !leading.Contains(id))], cancellation);

        var officeAddress = unit.SupervisorEmail ?? office.Email;
        return new Addressees(
            new Recipient(unit.Liaison.Name, unit.Liaison.Email, unit.Liaison.Language),
            leaders.Values.Where(leader => leader.Email is not null).ToDictionary(leader => leader.OfficialId, RecipientOf),
            officeAddress is null ? null : new Recipient(office.Name, officeAddress, office.Language))
        {
            Left = leaders.Values.Where(official => HasLeft(official, unitId, today)).Select(official => official.OfficialId).ToHashSet(),
            FormerLiaisons = await LiaisonsOfAsync(file.FormerUnits, cancellation),
            Incumbents =
            [
                .. incumbents.Where(official => official.Email is not null)
                    .OrderBy(official => official.OfficialId.Value, StringComparer.Ordinal)
                    .Select(official => (official.OfficialId, RecipientOf(official))),
            ],
        };
    }

    private async Task<IReadOnlyDictionary<UnitId, Recipient>> LiaisonsOfAsync(
        IReadOnlyList<ListedUnit> units, CancellationToken cancellation)
    {
        var liaisons = new Dictionary<UnitId, Recipient>();
        foreach (var former in units)
        {
            if (await registerStore.FindUnitAsync(former.UnitId, cancellation) is { Liaison: var liaison })
                liaisons[former.UnitId] = new Recipient(liaison.Name, liaison.Email, liaison.Language);
        }

        return liaisons;
    }

    // A person who was named without ever having had a post in the unit has not left it, and is told as long as the case names the person.
    private static bool HasLeft(Official official, UnitId unitId, DateOnly today) =>
        official.Posts.In(unitId).Any() && official.Posts.In(unitId).All(post => post.To < today);

    private static Recipient RecipientOf(Official official) => new(official.Name, official.Email!, official.Language);
}
