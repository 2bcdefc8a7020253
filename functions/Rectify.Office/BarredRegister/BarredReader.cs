using Rectify.Domain.Calendar;
using Rectify.Office.Access;
using Rectify.Office.Cases;
using Rectify.Office.Eligibility;
using Rectify.Office.Requests;
using Rectify.Office.Settings;

namespace Rectify.Office.BarredRegister;

/// <summary>Gives the register of who is barred to officers, auditors and the consulting bodies that the office allows.</summary>
public sealed class BarredReader(BarredSnapshots snapshots, OfficeSettings office, TimeProvider clock)
{
    /// <summary>
    /// Whether a caller may have the register. The setting names accounts by their ids, which no other account ever gets, and keys of the
    /// settings by their names.
    /// </summary>
    public bool MayRead(Caller caller) => caller.Role is Role.Officer or Role.Auditor
        || caller.Role == Role.Consulting && office.RegisterReaders.Contains(caller.AccountId ?? caller.Name);

    /// <summary>Why a caller may not have the register; null when it may.</summary>
    public Problem? Refuse(Caller caller) => MayRead(caller)
        ? null
        : Problem.Of(ProblemKind.Forbidden, ProblemTitles.Forbidden, BarredRegisterMessages.NotAllowed.With(caller.Name));

    /// <summary>Everybody who is barred or pending on a day, by the ledger of an instant.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="on">The day; null for that of the instant.</param>
    /// <param name="asOf">The instant, UTC; null for now.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<Outcome<BarredSnapshot>> ReadAsync(
        Caller caller, DateOnly? on, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        if (Refuse(caller) is { } refusal) return refusal;

        var now = clock.GetUtcNow();
        if (DateLimits.Asked("on", on, LocalDay.Of(now)) is { } outside) return outside;
        if (asOf > now) return Problem.Rule("asOf", EligibilityMessages.InTheFuture.With(now, asOf.Value));
        if (asOf is { } instant
            && DateLimits.Between("asOf", LocalDay.Of(instant), DateLimits.Earliest, DateOnly.MaxValue, "S15") is { } early)
        {
            return early;
        }

        try
        {
            return await snapshots.OfAsync(on ?? LocalDay.Of(asOf ?? now), asOf, cancellation);
        }
        catch (UnreadableCaseException unreadable)
        {
            return unreadable.Case.ToProblem();
        }
    }
}
