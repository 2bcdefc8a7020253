using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;
using Rectify.Office.Register;

namespace Rectify.Office.Openings;

/// <summary>
/// Finds the warnings about a case that is about to open: its unit is dissolved or has such a case already, or its leaders have no address
/// or differ from those in the register, or so many measures are reached that the rulebook asks for more.
/// </summary>
public sealed class OpeningWarnings(IRegisterStore registerStore, PersonJoins joins, CaseQuery index, CountedMeasures counted)
{
    // How many of the unit's newest cases are compared: whoever enters a case twice does so within a short time.
    private const int LookedAt = 20;

    /// <summary>The warnings, the dissolved unit first.</summary>
    public async Task<IReadOnlyList<OpeningWarning>> OfAsync(CaseRecord opening, CancellationToken cancellation)
    {
        var (file, rung) = (opening.State.File, opening.State.File.Opening.Rung);
        var unitId = file.Opening.Unit.UnitId;
        List<OpeningWarning> warnings = [];
        if (await registerStore.FindUnitAsync(unitId, cancellation) is { SuccessorUnitId: { } successor })
            warnings.Add(
                new OpeningWarning.Dissolved(unitId, successor,
                    (await registerStore.FindUnitAsync(successor, cancellation))?.Name ?? successor.Value));

        var leaders = await registerStore.FindOfficialsAsync([.. file.Opening.Leaders.Select(leader => leader.OfficialId)], cancellation);
        warnings.AddRange(leaders.Where(leader => leader.Email is null).OrderBy(leader => leader.OfficialId.Value, StringComparer.Ordinal)
            .Select(leader => new OpeningWarning.NoAddress(leader.OfficialId, leader.Name)));
        warnings.AddRange(await OfLeadersAsync(opening.State, cancellation));

        var others =
            await index.GlanceAsync(new CaseQuery.Wanted(null, unitId, null, null) { Order = CaseOrder.Newest }, LookedAt, null,
                cancellation);
        foreach (var other in others.Items.Where(other => other.CaseId != opening.CaseId && other.CaseId != file.Opening.PrecededBy))
        {
            var (number, day) = (other.Summary.DocumentNumber, other.Summary.ListedOn);
            if (other.Summary.Rung == rung && rung != Rung.Veto && day == file.Opening.BeganOn && other.Status != CaseStatus.Revoked)
                warnings.Add(new OpeningWarning.SameDay(other.CaseId, number, rung));
            else if (IsOpen(other, rung))
                warnings.Add(new OpeningWarning.StillOpen(other.CaseId, number, rung, other.Status));
        }

        warnings.AddRange(
            (await counted.ReachedByAsync(opening, cancellation)).Select(reached => new OpeningWarning.CountReached(reached)));
        return warnings;
    }

    // The leaders named may differ from those in the register, and either may be wrong: both differences are shown.
    private async Task<IEnumerable<OpeningWarning>> OfLeadersAsync(CaseState.Opened state, CancellationToken cancellation)
    {
        var (file, named) = (state.File, state.File.Opening.Leaders);
        var day = file.Opening is Opening.DirectVeto && VetoBars.DayOf(state) is { } ofVeto ? ofVeto : file.Opening.BeganOn;
        var posts = await registerStore.HoldersOfAsync(file.Opening.Unit.UnitId, cancellation);
        var inOffice = posts.On(day, Enum.GetValues<LeaderRole>()).Select(holder => holder.OfficialId).ToHashSet();
        var ids = named.Select(leader => leader.OfficialId).ToHashSet();
        var elsewhere = named.Where(leader => !inOffice.Contains(leader.OfficialId)).ToList();

        // A notice or a talk bars nobody, and the office chooses the persons, so nobody is left out.
        var leftOut = file.Rung < Rung.Listing
            ? []
            : posts.On(day, file.Rulebook.RolesOf(file.Rung == Rung.Veto ? Measure.Veto : Measure.Listing))
                .Where(holder => !ids.Contains(holder.OfficialId)).ToList();
        if (elsewhere.Count + leftOut.Count == 0) return [];

        // A person who is in office under another id, joined with the one named, is the same person.
        var joined = await joins.NowAsync(cancellation);
        return
        [
            .. from leader in elsewhere
               where !joined.With(leader.OfficialId).Overlaps(inOffice)
               select new OpeningWarning.NotInOffice(leader.OfficialId, leader.Name, day),
            .. from holder in leftOut
               where !joined.With(holder.OfficialId).Overlaps(ids)
               select new OpeningWarning.NotNamed(holder, day),
        ];
    }

    // A veto is open as long as it is proposed or bars, however the case began; another measure until its matter is settled.
    private static bool IsOpen(CaseListItem other, Rung rung) => rung == Rung.Veto
        ? other.Status is CaseStatus.VetoProposed or CaseStatus.Vetoed
        : other.Summary.Rung == rung
            && other.Status is CaseStatus.Rectifying or CaseStatus.Suspended or CaseStatus.AwaitingInspection or CaseStatus.VetoProposed
                or CaseStatus.NextRungProposed or CaseStatus.ConsequenceProposed;
}
