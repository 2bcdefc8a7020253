using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;
using Rectify.Office.Register;

namespace Rectify.Office.Cases;

/// <summary>
/// Finds who holds office on the day of a veto and is not barred by it, so that those who decide see this list beside that of the barred
/// (S6).
/// </summary>
public sealed class NotBarred(IRegisterStore registerStore, PersonJoins joins)
{
    /// <summary>
    /// The persons in office on the day of the veto, imposed or proposed, whom it does not bar; null when there is no veto.
    /// </summary>
    public async Task<IReadOnlyList<OfficeHolder>?> OfAsync(CaseState.Opened state, CancellationToken cancellation) =>
        VetoBars.DayOf(state) is { } day ? await OfAsync(state.File, day, VetoBars.LeadersBarredBy(state.File), cancellation) : null;

    /// <summary>The same for the veto that would follow if the deadline of a listing were missed, as the register is today.</summary>
    /// <param name="file">The listing.</param>
    /// <param name="barred">Whom the veto would bar.</param>
    /// <param name="cancellation">Stops.</param>
    public Task<IReadOnlyList<OfficeHolder>> IfMissedAsync(
        CaseFile file, IReadOnlyList<ListedLeader> barred, CancellationToken cancellation) =>
        OfAsync(file, file.Deadline!.Effective, barred, cancellation);

    private async Task<IReadOnlyList<OfficeHolder>> OfAsync(
        CaseFile file, DateOnly day, IReadOnlyList<ListedLeader> leaders, CancellationToken cancellation)
    {
        var barred = leaders.Select(leader => leader.OfficialId).ToHashSet();
        var holders = await registerStore.HoldersOnAsync(file.Opening.Unit.UnitId, day, file.Rulebook.RolesOf(Measure.Veto), cancellation);
        if (holders.All(holder => barred.Contains(holder.OfficialId))) return [];

        // A person who is barred under another id is barred.
        var joined = await joins.NowAsync(cancellation);
        return [.. holders.Where(holder => !joined.With(holder.OfficialId).Any(barred.Contains))];
    }
}
