using Rectify.Domain.Identity;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Sanctions;

/// <summary>One subject barred for one interval, because of one measure.</summary>
/// <param name="Id">Unique in the ledger.</param>
/// <param name="Subject">The unit or person who is barred.</param>
/// <param name="Bars">What the subject loses.</param>
/// <param name="Measure">The measure it follows from.</param>
/// <param name="Term">First and last barred day, both inclusive, as imposed. It never moves (D5); an open end is set once (S4).</param>
/// <param name="Revocation">Set when the deciding body took it back (S10).</param>
public sealed record Sanction(
    SanctionId Id, Subject Subject, Bars Bars, Measure Measure, DayInterval Term, Revocation? Revocation = null)
{
    /// <summary>The days that are barred after a revocation is taken into account; null when none is left.</summary>
    /// <remarks>A sanction 2026-03-30…2026-09-30 revoked from 2026-06-01 bars its last day on 2026-05-31.</remarks>
    public DayInterval? Barred => Revocation switch
    {
        null => Term,
        Revocation.FromDate(var on) when on > Term.To => Term,
        Revocation.FromDate(var on) when on > Term.From => new DayInterval(Term.From, on.AddDays(-1)),
        _ => null,
    };

    /// <summary>
    /// The sanction with this last day when its end was open; otherwise unchanged (S4). One that a correction has replaced may begin later.
    /// </summary>
    public Sanction EndedOn(DateOnly lastDay) =>
        Term.End is null && lastDay >= Term.From ? this with { Term = new DayInterval(Term.From, lastDay) } : this;

    /// <summary>The sanction after a further revocation: a day that either revocation frees stays free.</summary>
    /// <remarks>
    /// Void outweighs any date, and of two dates the earlier one counts. To void a measure therefore also voids a sanction of it that had
    /// been ended before.
    /// </remarks>
    public Sanction TakenBack(Revocation further) => this with
    {
        Revocation = (Revocation, further) switch
        {
            (null, _) => further,
            (Revocation.FromDate(var before), Revocation.FromDate(var on)) => new Revocation.FromDate(before < on ? before : on),
            _ => new Revocation.Void(),
        },
    };

    /// <summary>How the sanction stands on <paramref name="day"/>: computed from dates, never stored.</summary>
    public SanctionStatus StatusOn(DateOnly day) => Barred switch
    {
        null => SanctionStatus.Revoked,
        { } barred when day < barred.From => SanctionStatus.Upcoming,
        { } barred when day <= barred.To => SanctionStatus.Active,
        { } barred => barred == Term ? SanctionStatus.Expired : SanctionStatus.Revoked,
    };
}
