using Rectify.Domain.Cases;

namespace Rectify.Office.Observability;

/// <summary>A step that an entry of the ledger shows as carried out.</summary>
/// <remarks>
/// What had fallen due before a case was entered is recorded with its opening. That is not measured, since nothing was late.
/// </remarks>
/// <param name="Name">As in the schedule of the case.</param>
/// <param name="DueAt">When it fell due, UTC.</param>
internal sealed record CarriedOutStep(string Name, DateTimeOffset DueAt)
{
    /// <summary>The step behind an entry; null when nothing fell due by itself.</summary>
    public static CarriedOutStep? Of(StoredEvent entry, CaseFile file)
    {
        Step? step = entry.Event switch
        {
            CaseEvent.ReminderDue due => new Step.Remind(due.Reminder, file.Rulebook.Reminders.At),
            // Not a missed deadline that an inspection found later: then no timer was late (S8).
            CaseEvent.DeadlineMissed { By: MissedBy.Time } missed when file.Deadline is { } deadline =>
                new Step.Expire(deadline, missed.ApplicationsUntil, file.AfterMissed),
            CaseEvent.SanctionExpired expired => new Step.EndSanctions(expired.Measure, expired.LastDay),
            _ => null,
        };

        return step is null ? null : new CarriedOutStep(step.Name, step.DueAt);
    }
}
