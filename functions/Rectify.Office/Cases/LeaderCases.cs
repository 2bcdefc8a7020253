using Rectify.Domain.Calendar;
using Rectify.Domain.Identity;
using Rectify.Office.Access;
using Rectify.Office.Ledger;
using Rectify.Office.Letters;
using Rectify.Office.Register;

namespace Rectify.Office.Cases;

/// <summary>
/// The cases of a leader: those that name the person, and those about which the office writes to the person as the present holder of a
/// post.
/// </summary>
public sealed class LeaderCases(
    ILedger ledger, CaseRepository caseRepository, AddresseeLookup addresseeLookup, PersonJoins personJoins, IRegisterStore registerStore,
    TimeProvider clock)
{
    /// <summary>Whether a leader may open a case.</summary>
    public async Task<bool> IncludeAsync(CaseRecord record, Caller leader, CancellationToken cancellation) =>
        await IsOfAsync(record, await IdsOfAsync(leader, cancellation), cancellation);

    /// <summary>The leader's cases that can be read, those that began last first.</summary>
    public async Task<IReadOnlyList<CaseRecord>> OfAsync(Caller leader, CancellationToken cancellation)
    {
        var (ids, today) = (await IdsOfAsync(leader, cancellation), LocalDay.Of(clock.GetUtcNow()));
        var units =
            from official in await registerStore.FindOfficialsAsync([.. ids], cancellation)
            from post in official.Posts
            where post.HeldOn(today)
            select post.UnitId;
        Subject[] subjects = [.. ids.Select(id => new Subject.Official(id)), .. units.Distinct().Select(id => new Subject.Unit(id))];
        List<CaseRecord> own = [];
        foreach (var caseId in (await ledger.CasesOfAsync(subjects, cancellation)).Values.SelectMany(cases => cases).Distinct())
        {
            if (await caseRepository.ReadAsync(caseId, cancellation) is CaseReading.Readable(var record)
                && await IsOfAsync(record, ids, cancellation)) own.Add(record);
        }

        return [.. own.OrderByDescending(record => record.State.File.Opening.BeganOn)];
    }

    private async Task<bool> IsOfAsync(CaseRecord record, IReadOnlySet<OfficialId> ids, CancellationToken cancellation)
    {
        var file = record.State.File;
        return file.EverySubject.OfType<Subject.Official>().Any(subject => ids.Contains(subject.Id))
            || (await addresseeLookup.OfAsync(file, cancellation)).Incumbents.Any(incumbent => ids.Contains(incumbent.Id));
    }

    private async Task<IReadOnlySet<OfficialId>> IdsOfAsync(Caller leader, CancellationToken cancellation)
    {
        var joined = await personJoins.NowAsync(cancellation);
        return leader.OfficialIds.SelectMany(joined.With).ToHashSet();
    }
}
