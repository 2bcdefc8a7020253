using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Functions.Registry;

namespace Rectify.Functions.Notices;

/// <summary>Looks up where the mails of a case go today: the register is asked when a mail is decided, not when the case opened.</summary>
internal sealed class AddresseeBook(IRegistry registry, OfficeSettings office)
{
    public async Task<Addressees> OfAsync(CaseFile file, CancellationToken cancellation)
    {
        var unit = await registry.FindUnitAsync(file.Opening.Unit.UnitId, cancellation)
            ?? throw new InvalidOperationException($"The unit {file.Opening.Unit.UnitId} of a case is not in the register.");
        var leaders = new Dictionary<OfficialId, Recipient>();
        foreach (var leader in file.EveryLeader)
        {
            if (await registry.FindOfficialAsync(leader.OfficialId, cancellation) is { } official)
                leaders[leader.OfficialId] = new Recipient(official.Name, official.Email, official.Language);
        }

        var officeAddress = unit.SupervisorEmail ?? office.Email;
        return new Addressees(
            new Recipient(unit.Liaison.Name, unit.Liaison.Email, unit.Liaison.Language), leaders,
            officeAddress is null ? null : new Recipient(office.Name, officeAddress, office.Language));
    }
}
