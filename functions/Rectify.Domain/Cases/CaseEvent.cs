using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>Something that happened to a case. Stored events are a public format: they stay readable for ever.</summary>
/// <remarks>The name in the ledger is given in <see cref="EventCodec"/>, never derived from the type.</remarks>
public abstract record CaseEvent
{
    private CaseEvent()
    {
    }

    /// <summary>挂牌督办: the unit was placed under supervised rectification.</summary>
    public sealed record UnitListed(
        ListedUnit Unit, AccountabilityGround Ground, Severity Severity, string Facts, IReadOnlyList<string> Goals,
        DateOnly ListedOn, DateOnly? ReceivedOn, Period Period, Deadline Deadline, IReadOnlyList<ListedLeader> Leaders,
        string DocumentNumber, string LegalBasis, string IssuedBy, Rulebook Rulebook) : CaseEvent;

    /// <summary>One subject was barred.</summary>
    public sealed record SanctionImposed(Sanction Sanction) : CaseEvent;

    /// <summary>A reminder fell due and went out.</summary>
    public sealed record ReminderDue(Reminder Reminder) : CaseEvent;

    /// <summary>A reminder was not sent, because its day had passed before it could be.</summary>
    public sealed record ReminderSkipped(Reminder Reminder) : CaseEvent;

    /// <summary>限期延长: the deadline was moved (S11).</summary>
    public sealed record ExtensionGranted(
        DateOnly GrantedOn, Deadline Previous, Deadline Deadline, string Reason, string ApprovedBy) : CaseEvent;

    /// <summary>The unit handed in its rectification report and asked for inspection.</summary>
    public sealed record RectificationSubmitted(
        DateOnly SubmittedOn, string Summary, IReadOnlyList<Evidence> Evidence) : CaseEvent;

    /// <summary>验收合格、摘牌: the goal is reached and the listing is released.</summary>
    public sealed record InspectionPassed(DateOnly InspectedOn, string Remarks) : CaseEvent;

    /// <summary>验收不合格: the goal is not reached.</summary>
    public sealed record InspectionFailed(DateOnly InspectedOn, string Remarks) : CaseEvent;

    /// <summary>After an inspection that failed late, the inspector let the listing continue to a new date (S9).</summary>
    public sealed record ListingContinued(DateOnly DecidedOn, Deadline Previous, Deadline Deadline) : CaseEvent;

    /// <summary>The rectification period expired without the goal being reached (S7).</summary>
    public sealed record DeadlineMissed(DateOnly Deadline) : CaseEvent;

    /// <summary>一票否决: the veto was imposed.</summary>
    public sealed record VetoImposed(VetoGround Ground, DayInterval Term, string LegalBasis) : CaseEvent;

    /// <summary>The sanctions of a measure ran out.</summary>
    public sealed record SanctionExpired(Measure Measure, DateOnly LastDay) : CaseEvent;

    /// <summary>撤销: a measure, and with it every sanction that follows from it, was taken back (S10).</summary>
    public sealed record MeasureRevoked(
        Measure Measure, Revocation Revocation, string Reason, string DecidedBy) : CaseEvent;

    /// <summary>A single sanction was taken back; the measure stands (S10).</summary>
    public sealed record SanctionRevoked(
        SanctionId SanctionId, Revocation Revocation, string Reason, string DecidedBy) : CaseEvent;

    /// <summary>Nothing is left to do: the case ended and every sanction is over.</summary>
    public sealed record CaseClosed : CaseEvent;
}
