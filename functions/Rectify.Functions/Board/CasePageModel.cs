using System.Diagnostics;
using Rectify.Board.Cases;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using Rectify.Functions.Documents;
using Rectify.Office.Cases;

namespace Rectify.Functions.Board;

/// <summary>Makes the model of a case's page.</summary>
internal static class CasePageModel
{
    /// <summary>The model of a case that would be opened, with the reminders that its opening sends or skips.</summary>
    public static CaseModel OfPreview(CaseRecord preview, DateOnly today, WorkingCalendar calendar) =>
        Of(preview, today, calendar) with { Steps = CaseSteps.OfPreview(preview, calendar) };

    public static CaseModel Of(CaseRecord record, DateOnly today, WorkingCalendar calendar)
    {
        var (file, opening) = (record.State.File, record.State.File.Opening);
        var steps = Schedule.Of(record.State, calendar);
        var entries = EntriesOf(record);
        return new CaseModel(
            record.CaseId.Value, file.Rung, opening.DocumentNumber, opening.Unit.Name, CaseStatus.Of(record.State),
            LightRule.Of(record.State, today, calendar), today,
            new CaseFacts(
                opening.Ground, opening.Severity, opening.Facts, opening.Goals,
                opening is Opening.DirectVeto ? null : opening.BeganOn, opening.ReceivedOn,
                opening.LegalBasis, opening.IssuedBy, file.Rulebook.Id, RulebookHash.Of(file.Rulebook))
            {
                RulebookName = file.Rulebook.Name,
                EventOn = opening.EventOn,
                ReportDueOn = opening.ReportDueOn,
                PreviousCase = opening.PreviousCaseId?.Value,
                SharedWith = [.. opening.SharedBy.Where(shared => shared.CaseId != record.CaseId)],
                Grounds = opening.Grounds,
                ProposedBy = (opening as Opening.DirectVeto)?.Entry.ProposedBy,
                ProposerLevel = (opening as Opening.DirectVeto)?.Entry.ProposerLevel,
                IssuerLevel = opening.IssuerLevel,
                VetoDecidedBy = file.Veto?.By,
                Consequence = ConsequenceView.Of(record.State),
                TakenOver = file.TakenOver,
            },
            RunningClock.Of(record.State, today, calendar)?.Deadline is { } deadline
                ? new CaseDeadline(
                    deadline.Nominal, deadline.Effective, deadline.Provisional,
                    record.State is CaseState.Rectifying or CaseState.AwaitingInspection)
                : null,
            [.. opening.Leaders.Select(leader => new CaseLeader(leader.Name, leader.Post, leader.Role))],
            [.. file.Sanctions.Select(one => new CaseSanction(
                NameOf(one.Subject, file), one.Bars, one.Measure, one.Term.From, one.Barred is { } barred ? barred.End : one.Term.End,
                one.StatusOn(today)))],
            entries, CaseSteps.Of(record, calendar), Timeline.Of(file, entries, steps, today),
            [.. CaseDocuments.Of(file, "").Select(
                document => new CaseDocument(document.Kind, document.Letter.Title, document.Letter.Number))])
        {
            Ladder = new LadderPlace(
                opening.PrecededBy?.Value, (record.State as CaseState.NextRungProposed)?.Proposal.Rung, null, file.FollowedBy?.CaseId.Value,
                file.FollowedBy?.Rung),
            Warnings = [.. CaseWarnings.Timely(file), .. CaseWarnings.FreedAlone(file)],
            Milestones = [.. Milestones.Owed(file, calendar).Select(one => MilestoneView.Of(one, today))],
            UrgingLetters = [.. file.Urgings.Select(UrgingView.Of)],
            FormerDocuments =
            [
                .. CaseDocuments.BeforeCorrections(record).Select(one =>
                    new CaseDocument(one.Kind, one.Letter.Title, one.Letter.Number) { Entry = one.Entry }),
            ],
            FailedYears = (opening as Opening.DirectVeto)?.Entry.Assessments ?? [],
        };
    }

    /// <summary>The entries of a case.</summary>
    public static CaseEntryLine[] EntriesOf(CaseRecord record)
    {
        var corrected = CaseCorrections.Of(record.Stream).ToDictionary(correction => correction.Entry, correction => correction.Changes);
        return
        [
            .. record.Stream.Select(entry => new CaseEntryLine(
                entry.Sequence, entry.At, entry.Actor, entry.Event, AboutOf(entry.Event, record.State.File))
            {
                Changes = corrected.GetValueOrDefault(entry.Sequence, []),
            }),
        ];
    }

    private static string? AboutOf(CaseEvent happened, CaseFile file) => happened switch
    {
        CaseEvent.SanctionImposed imposed => NameOf(imposed.Sanction.Subject, file),
        CaseEvent.SanctionRevoked revoked => file.Find(revoked.SanctionId) is { } sanction ? NameOf(sanction.Subject, file) : null,
        CaseEvent.EntryWithdrawn { SanctionId: { } id } => file.Find(id) is { } again ? NameOf(again.Subject, file) : null,
        _ => null,
    };

    /// <summary>The name of a subject as recorded in the case.</summary>
    public static string NameOf(Subject subject, CaseFile file) => subject switch
    {
        Subject.Unit(var unit) => file.NameOf(unit),
        Subject.Official(var id) => file.EveryLeader.FirstOrDefault(leader => leader.OfficialId == id)?.Name ?? id.Value,
        _ => throw new UnreachableException(subject.GetType().Name),
    };
}
