using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>误登更正: an entry that was made by error, and the case as it would stand without it.</summary>
/// <remarks>
/// The entries that remain are replayed. What had followed from the entry by itself goes with it: it falls due again by the dates of the
/// rules. What a person has decided on its ground does not, so that such a decision is withdrawn first.
/// </remarks>
/// <param name="Entry">The entry that was made by error.</param>
/// <param name="State">The case as it would stand now, before anything falls due.</param>
/// <param name="Decided">What a person has decided on the ground of that entry; null when nobody has.</param>
internal sealed record Withdrawal(CaseEvent Entry, CaseState.Opened State, CaseEvent? Decided)
{
    /// <summary>The withdrawal of the last such entry that counts; null when there is none.</summary>
    /// <param name="file">The case.</param>
    /// <param name="which">What was entered.</param>
    /// <param name="measure">The measure of a revocation; null for the last revocation of any.</param>
    /// <param name="sanctionId">The sanction of the revocation of a single one; null for the last of any.</param>
    public static Withdrawal? Of(CaseFile file, WithdrawableEntry which, Measure? measure, SanctionId? sanctionId)
    {
        var entries = file.History?.Entries ?? [];
        for (var index = entries.Count - 1; index > 0; index--)
        {
            if (Is(entries[index], which, measure, sanctionId) && !IsPartOfAnother(file, entries, index))
                return Without(file, entries, index, which);
        }

        return null;
    }

    /// <summary>The own day of an entry; null for one that has none.</summary>
    public static DateOnly? DayOf(CaseEvent entry) => entry switch
    {
        CaseEvent.RectificationSubmitted e => e.SubmittedOn,
        CaseEvent.FurtherSubmissionEntered e => e.SubmittedOn,
        CaseEvent.TimelySubmissionEntered e => e.SubmittedOn,
        CaseEvent.TimelySubmissionNoted e => e.SubmittedOn,
        CaseEvent.InspectionPassed e => e.InspectedOn,
        CaseEvent.RungFulfilled e => e.InspectedOn,
        CaseEvent.InspectionFailed e => e.InspectedOn,
        CaseEvent.EarlierInspectionFailed e => e.InspectedOn,
        CaseEvent.VetoImposed e => e.DecidedOn,
        CaseEvent.VetoConfirmed e => e.DecidedOn,
        CaseEvent.VetoDeclined e => e.DecidedOn,
        CaseEvent.NextRungDeclined e => e.DecidedOn,
        CaseEvent.ConsequenceDecided e => e.DecidedOn,
        _ => null,
    };

    /// <summary>What was entered, of an entry that can be withdrawn; null for every other.</summary>
    public static WithdrawableEntry? KindOf(CaseEvent entry) => entry switch
    {
        CaseEvent.RectificationSubmitted or CaseEvent.FurtherSubmissionEntered or CaseEvent.TimelySubmissionEntered
            or CaseEvent.TimelySubmissionNoted => WithdrawableEntry.Submission,
        CaseEvent.InspectionPassed or CaseEvent.RungFulfilled or CaseEvent.InspectionFailed or CaseEvent.EarlierInspectionFailed =>
            WithdrawableEntry.Inspection,
        CaseEvent.VetoImposed { DecidedOn: not null } or CaseEvent.VetoConfirmed or CaseEvent.VetoDeclined =>
            WithdrawableEntry.VetoDecision,
        CaseEvent.NextRungDeclined => WithdrawableEntry.NextRungDecision,
        CaseEvent.ConsequenceDecided => WithdrawableEntry.Consequence,
        CaseEvent.MeasureRevoked or CaseEvent.RungRevoked => WithdrawableEntry.Revocation,
        CaseEvent.SanctionRevoked => WithdrawableEntry.SanctionRevocation,
        _ => null,
    };

    private static bool Is(CaseEvent entry, WithdrawableEntry which, Measure? measure, SanctionId? sanctionId) =>
        KindOf(entry) == which
        && (measure is null || entry is CaseEvent.MeasureRevoked revoked && revoked.Measure == measure)
        && (sanctionId is null || entry is CaseEvent.SanctionRevoked one && one.SanctionId == sanctionId);

    // The veto with which a case opens is part of the opening, and the sanctions of a person who is taken out are part of a correction.
    private static bool IsPartOfAnother(CaseFile file, IReadOnlyList<CaseEvent> entries, int index) => entries[index] switch
    {
        CaseEvent.VetoImposed => !entries.Take(index).Any(entry => entry is CaseEvent.VetoProposed),
        CaseEvent.SanctionRevoked revoked => CorrectionBefore(entries, index) is ({ } leaders, var reason, var decidedBy)
            && (revoked.Reason, revoked.DecidedBy) == (reason, decidedBy)
            && file.Find(revoked.SanctionId)?.Subject is Subject.Official(var official)
            && leaders.All(leader => leader.OfficialId != official),
        _ => false,
    };

    // The correction of persons to which the sanctions right before this entry belong; without persons where they belong to none.
    private static (IReadOnlyList<ListedLeader>? Leaders, string Reason, string DecidedBy) CorrectionBefore(
        IReadOnlyList<CaseEvent> entries, int index)
    {
        do index--;
        while (entries[index] is CaseEvent.SanctionImposed or CaseEvent.SanctionRevoked);
        return entries[index] switch
        {
            CaseEvent.CaseCorrected e => (e.Leaders, e.Reason, e.DecidedBy),
            CaseEvent.MeasureCorrected e => (e.Leaders, e.Reason, e.DecidedBy),
            _ => (null, "", ""),
        };
    }

    /// <summary>
    /// The case as it stood before its deadline was missed, with what has been entered since; null where it was not missed. So the deadline
    /// is missed again, or not, by a corrected day.
    /// </summary>
    public static Withdrawal? OfMissedDeadline(CaseFile file) =>
        OfLast(file, entry => entry is CaseEvent.DeadlineMissed, WithdrawableEntry.Consequence);

    /// <summary>The case as it stood before it was closed; null where it was not.</summary>
    public static Withdrawal? OfClosing(CaseFile file) =>
        OfLast(file, entry => entry is CaseEvent.CaseClosed, WithdrawableEntry.SanctionRevocation, keepsEverything: true);

    private static Withdrawal? OfLast(
        CaseFile file, Func<CaseEvent, bool> which, WithdrawableEntry like, bool keepsEverything = false)
    {
        var entries = file.History?.Entries ?? [];
        for (var index = entries.Count - 1; index > 0; index--)
        {
            if (which(entries[index])) return Without(file, entries, index, like, keepsEverything);
        }

        return null;
    }

    private static Withdrawal Without(
        CaseFile file, IReadOnlyList<CaseEvent> entries, int index, WithdrawableEntry which, bool keepsEverything = false)
    {
        var replay = new Replay(which, (CaseState.Opened)Evolution.Fold(entries.Take(index)), entries[index] is CaseEvent.DeadlineMissed)
        {
            VetoGone = entries[index] is CaseEvent.VetoImposed,
            KeepsEverything = keepsEverything,
        };
        var decided = entries.Skip(index + 1).FirstOrDefault(entry => !replay.TakesUp(entry));
        return new Withdrawal(entries[index], Keeping(file, replay.State), decided);
    }

    // Goes through the entries after the one that is withdrawn, in their order.
    private sealed class Replay(WithdrawableEntry which, CaseState.Opened start, bool missed)
    {
        private bool missedGone = missed;

        public CaseState.Opened State { get; private set; } = start;

        // Whether the veto goes with the entry, and with it its sanctions.
        public bool VetoGone { get; set; }

        // Whether nothing that a person has entered rests on the entry that is taken out, as on the closing of a case.
        public bool KeepsEverything { get; init; }

        // Whether the entry stays or goes with the withdrawn one; false for what a person has decided on its ground.
        public bool TakesUp(CaseEvent entry)
        {
            if (FollowedByItself(entry)) return true;
            if (which == WithdrawableEntry.Submission && entry is CaseEvent.InspectionPassed or CaseEvent.RungFulfilled
                && State is not CaseState.AwaitingInspection)
                return true;
            if (!KeepsEverything && !CanStay(entry)) return false;

            State = (CaseState.Opened)Evolution.Evolve(State, Reopened(entry));
            return true;
        }

        private bool FollowedByItself(CaseEvent entry)
        {
            if (entry is CaseEvent.CaseClosed) return true;
            if (entry is CaseEvent.SanctionExpired expired) return State.File.LastBarredDay(expired.Measure) != expired.LastDay;
            // A sanction that is barred again changes nothing but itself.
            if (which == WithdrawableEntry.SanctionRevocation) return false;

            missedGone |= entry is CaseEvent.DeadlineMissed;
            VetoGone |= entry is CaseEvent.VetoImposed { DecidedOn: null };
            return entry switch
            {
                CaseEvent.DeadlineMissed or CaseEvent.VetoProposed or CaseEvent.ConsequenceProposed or CaseEvent.NextRungProposed
                    or CaseEvent.VetoImposed { DecidedOn: null } or CaseEvent.ListingContinued or CaseEvent.RungContinued
                    or CaseEvent.InspectionReopened => true,
                // A release that stays ends the bar of the listing.
                CaseEvent.ListingEnded => State is not CaseState.Released,
                CaseEvent.SanctionImposed { Sanction.Measure: Measure.Veto } => VetoGone,
                CaseEvent.DeadlineRecomputed => State is not CaseState.Listed,
                _ => false,
            };
        }

        private bool CanStay(CaseEvent entry) => entry switch
        {
            CaseEvent.CaseCorrected { Leaders: not null } or CaseEvent.MeasureCorrected =>
                which is WithdrawableEntry.Submission or WithdrawableEntry.Inspection or WithdrawableEntry.NextRungDecision
                    or WithdrawableEntry.Consequence
                && !(missedGone && State.File.Opening is Opening.Listing) && !State.File.HasTwoMeasures
                && State is not (CaseState.VetoProposed or CaseState.Vetoed),
            // Its days were computed with the entry that is withdrawn.
            CaseEvent.TimelySubmissionNoted or CaseEvent.CaseCorrected { Deadlines: not null }
                or CaseEvent.CaseCorrected { VetoTerm: not null } => false,
            // The sanctions of the right unit were imposed as taken back as those of the wrong one.
            CaseEvent.CaseCorrected { Opening.Unit: not null }
                when which is WithdrawableEntry.Revocation or WithdrawableEntry.SanctionRevocation => false,
            _ when which == WithdrawableEntry.SanctionRevocation => true,
            // Whom people have freed from a veto that goes would be barred again when it is imposed again.
            CaseEvent.SanctionRevoked revoked => State.File.Find(revoked.SanctionId) is not null,
            CaseEvent.SanctionImposed or CaseEvent.SanctionExpired or CaseEvent.CaseCorrected
                or CaseEvent.ReminderDue or CaseEvent.ReminderSkipped or CaseEvent.CaseTakenOver or CaseEvent.MilestoneReceived
                or CaseEvent.UrgingIssued { Milestone: not null } or CaseEvent.DeadlineRecomputed => true,
            // It counts from the deadline that it found.
            CaseEvent.ExtensionGranted granted => State is CaseState.Rectifying or CaseState.AwaitingInspection
                && State.File.Deadline == granted.Previous,
            CaseEvent.InspectionPassed or CaseEvent.RungFulfilled => State is CaseState.AwaitingInspection,
            CaseEvent.ListingEnded => State is CaseState.Released,
            _ => false,
        };

        // Who was named while the listing stood ended is barred as long as it lasts, like the others.
        private CaseEvent Reopened(CaseEvent entry) =>
            entry is CaseEvent.SanctionImposed { Sanction: { Measure: Measure.Listing } sanction }
            && State.File.Sanctions.Any(other => other is { Measure: Measure.Listing, Term.End: null })
                ? new CaseEvent.SanctionImposed(sanction with { Term = DayInterval.OpenFrom(sanction.Term.From) })
                : entry;
    }

    // A sanction keeps its number although what imposed it counts no more: it is void from the start. Whoever was named stays known.
    private static CaseState.Opened Keeping(CaseFile former, CaseState.Opened state)
    {
        var named = state.File.EveryLeader.Select(leader => leader.OfficialId).ToHashSet();
        return state with
        {
            File = state.File with
            {
                Sanctions =
                [
                    .. former.Sanctions.Select(sanction => state.File.Find(sanction.Id) ?? sanction.TakenBack(new Revocation.Void())),
                ],
                FormerLeaders =
                    [.. state.File.FormerLeaders, .. former.EveryLeader.Where(leader => !named.Contains(leader.OfficialId))],
            },
        };
    }
}
