using System.Diagnostics;
using Rectify.Domain;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Outbox;
using Rectify.Office.Settings;

namespace Rectify.Office.Letters;

/// <summary>Which mails follow from events, and what they say. Pure, so that the same append always gives the same rows.</summary>
public static class NoticePlan
{
    /// <summary>
    /// The mails that follow from appended events, in the order of the events. Of a history that is taken over the former ledger has told.
    /// </summary>
    /// <param name="caseId">The case.</param>
    /// <param name="appended">The events about to be recorded.</param>
    /// <param name="before">The state before the first of them.</param>
    /// <param name="addressees">Where mails go.</param>
    /// <param name="settings">What every mail has in common.</param>
    public static IReadOnlyList<Notice> For(
        CaseId caseId, IReadOnlyList<StoredEvent> appended, CaseState before, Addressees addressees, NoticeSettings settings) =>
        appended.Any(entry => entry.Event is CaseEvent.CaseTakenOver) ? [] :
    [
        .. from moment in Moment.Of(appended, before)
           let mailing = MailingFor(moment)
           where mailing is not null
           from reader in Reader.Of(mailing.To, addressees)
           select new Notice(
               IdOf(caseId, moment.Entry.Sequence, mailing.Template, reader.Recipient.Address),
               caseId,
               moment.Entry.Sequence,
               mailing.Template,
               reader.Recipient,
               mailing.In(reader.Recipient.Language).Subject,
               Letter.Body(mailing, reader, moment, settings, OfficeNote.For(reader, moment, addressees)),
               moment.Entry.At)
    ];

    /// <summary>
    /// To whom a mail with this template was written because of the first of these events; null when that event leads to no such mail.
    /// </summary>
    internal static IEnumerable<Capacity>? ReadersOf(string template, IReadOnlyList<StoredEvent> stream, CaseState before) =>
        stream.Count > 0 && MailingFor(Moment.Of(stream, before).First()) is { } mailing && mailing.Template == template ? mailing.To
            : null;

    private static Mailing? MailingFor(Moment moment) => moment.Event switch
    {
        CaseEvent.UnitListed => ListingTexts.Listed(moment.File),
        CaseEvent.AdmonitionIssued issued => AdmonitionTexts.Issued(issued, moment.File),
        CaseEvent.RungFulfilled passed => AdmonitionTexts.Fulfilled(passed, moment.File),
        CaseEvent.NextRungProposed proposed => AdmonitionTexts.Proposed(proposed, moment.File),
        CaseEvent.NextRungDeclined declined => AdmonitionTexts.Declined(declined, moment.File),
        CaseEvent.ConsequenceProposed proposed => ConsequenceTexts.Proposed(proposed, moment.File),
        CaseEvent.ConsequenceDecided decided => ConsequenceTexts.Decided(decided, moment.File),
        CaseEvent.UrgingIssued letter => UrgingTexts.Issued(letter, moment.File),
        CaseEvent.RungRevoked => AdmonitionTexts.Revoked(moment.File),
        CaseEvent.ReminderDue due => ReminderFor(due.Reminder, moment),
        CaseEvent.ExtensionGranted granted => ListingTexts.Extended(granted, moment.File),
        CaseEvent.ClockSuspended suspended => ListingTexts.Suspended(suspended, moment.File),
        CaseEvent.ClockResumed resumed => ListingTexts.Resumed(resumed, moment.File),
        CaseEvent.DeadlineRecomputed again => CalendarTexts.Recomputed(again, moment.File),
        CaseEvent.RectificationSubmitted submitted => InspectionTexts.Submitted(submitted.SubmittedOn, moment.File),
        CaseEvent.FurtherSubmissionEntered further => InspectionTexts.Submitted(further.SubmittedOn, moment.File),
        CaseEvent.TimelySubmissionNoted noted => LateReportTexts.Noted(noted, moment.File),
        CaseEvent.InspectionReopened reopened => LateReportTexts.Reopened(reopened, moment.File),
        CaseEvent.EarlierInspectionFailed failed => LateReportTexts.EarlierFailed(failed, moment.After),
        CaseEvent.TimelySubmissionEntered entered => InspectionTexts.EnteredLate(entered, moment),
        CaseEvent.InspectionPassed passed => InspectionTexts.Passed(passed, moment.File),
        CaseEvent.InspectionFailed failed => InspectionTexts.Failed(failed, moment),
        CaseEvent.VetoProposed proposed => VetoTexts.Proposed(proposed, moment.File),
        CaseEvent.VetoImposed veto => VetoTexts.Imposed(veto, moment.File),
        CaseEvent.VetoConfirmed confirmed => VetoTexts.Confirmed(confirmed, moment.File),
        CaseEvent.VetoBasisLost => RevocationTexts.BasisLost(moment.File),
        CaseEvent.VetoDeclined declined => VetoTexts.Declined(declined, moment.File),
        CaseEvent.SanctionExpired expired => SanctionTexts.Over(expired, moment.File),
        CaseEvent.MeasureRevoked revoked => RevocationTexts.Revoked(revoked, moment),
        CaseEvent.SanctionRevoked revoked => RevocationTexts.Revoked(revoked, moment),
        CaseEvent.CaseCorrected corrected => RevocationTexts.Corrected(corrected, moment),
        CaseEvent.EntryWithdrawn withdrawn => EntryCorrectionTexts.Withdrawn(withdrawn, moment),
        CaseEvent.MeasureCorrected corrected => RevocationTexts.Corrected(corrected, moment),

        // Another mail tells of these: that about the measure, the failed inspection, the release, the veto, or the case that followed.
        CaseEvent.VetoCaseOpened or CaseEvent.SanctionImposed or CaseEvent.ListingContinued or CaseEvent.RungContinued
            or CaseEvent.NextRungOpened or CaseEvent.ListingEnded or CaseEvent.DeadlineMissed => null,
        // Nobody has to do or to know anything.
        CaseEvent.ReminderSkipped or CaseEvent.MilestoneReceived or CaseEvent.CaseClosed or CaseEvent.CaseTakenOver => null,

        _ => throw new UnreachableException(moment.Event.GetType().Name),
    };

    private static Mailing ReminderFor(Reminder reminder, Moment moment) => reminder.Kind switch
    {
        ReminderKind.Deadline => ReminderTexts.DeadlineNear(reminder, moment.File),
        ReminderKind.Plan or ReminderKind.Report => ReminderTexts.MilestoneNear(reminder, moment.File),
        ReminderKind.InspectionOutstanding => ReminderTexts.InspectionOutstanding(reminder, moment.After),
        ReminderKind.NextRungOutstanding => AdmonitionTexts.Outstanding(reminder, moment.After),
        ReminderKind.ConsequenceOutstanding => ConsequenceTexts.Outstanding(reminder, moment.After),
        ReminderKind.DecisionOutstanding => ReminderTexts.DecisionOutstanding(reminder, moment.File),
        ReminderKind.UrgingOutstanding => UrgingTexts.Outstanding(reminder, moment.File),
        ReminderKind.SanctionEnd => SanctionTexts.Ending(reminder, moment.File),
        _ => throw new UnreachableException(reminder.Kind.ToString()),
    };

    // A digest and not the address itself: ids appear in file names and logs.
    private static NoticeId IdOf(CaseId caseId, int sequence, string template, string address) =>
        new($"{caseId}.{sequence:D4}.{template}.{Digest.Of(address.ToLowerInvariant())[..8]}");
}
