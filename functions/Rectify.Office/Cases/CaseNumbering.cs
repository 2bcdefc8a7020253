using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;

namespace Rectify.Office.Cases;

/// <summary>Which commands carry a document number, and where it stands in them (S14).</summary>
public static class CaseNumbering
{
    /// <summary>The year whose next number a command on an open case needs; null when it brings one or needs none.</summary>
    public static int? SeriesOf(CaseCommand command, CaseState recorded, DateOnly today) => command switch
    {
        // A release from a listing is a notice with a number of its own; passing the inspection of a notice or a talk needs no document
        // (S16).
        CaseCommand.PassInspection { DocumentNumber: null } pass
            when recorded is CaseState.Opened { File.Opening: not Opening.Admonition } => (pass.InspectedOn ?? today).Year,
        CaseCommand.DecideVeto { DocumentNumber: null, Verdict: not VetoVerdict.Decline } decide => (decide.DecidedOn ?? today).Year,
        CaseCommand.Urge { DocumentNumber: "" } urge => (urge.IssuedOn ?? today).Year,
        _ => null,
    };

    /// <summary>The command with its number in the standard form, or with the one that was drawn for it.</summary>
    /// <param name="command">The command.</param>
    /// <param name="drawn">The number that was drawn for a command that left it open; null when the command brings its own.</param>
    public static CaseCommand Under(CaseCommand command, DocumentNumber? drawn) => command switch
    {
        CaseCommand.ListUnit list => list with { DocumentNumber = drawn?.Text ?? list.DocumentNumber },
        CaseCommand.Admonish admonish => admonish with { DocumentNumber = drawn?.Text ?? admonish.DocumentNumber },
        CaseCommand.VetoDirectly veto => veto with { DocumentNumber = drawn?.Text ?? veto.DocumentNumber },
        CaseCommand.VetoForAssessments veto => veto with { DocumentNumber = drawn?.Text ?? veto.DocumentNumber },
        CaseCommand.PassInspection pass => pass with { DocumentNumber = Standard(pass.DocumentNumber) ?? drawn?.Text },
        CaseCommand.DecideVeto decide => decide with { DocumentNumber = Standard(decide.DocumentNumber) ?? drawn?.Text },
        CaseCommand.DecideConsequence decide => decide with { DocumentNumber = Standard(decide.DocumentNumber) },
        CaseCommand.Urge urge => urge with
        {
            DocumentNumber = urge.DocumentNumber.Length > 0 ? Standard(urge.DocumentNumber)! : drawn?.Text ?? "",
        },
        CaseCommand.CorrectCase correct => correct with { DocumentNumber = Standard(correct.DocumentNumber) },
        _ => command,
    };

    /// <summary>The number that a command brings for a case that is open already; null when it brings none.</summary>
    public static string? GivenBy(CaseCommand command) => command switch
    {
        CaseCommand.PassInspection pass => pass.DocumentNumber,
        CaseCommand.DecideVeto decide => decide.DocumentNumber,
        CaseCommand.DecideConsequence decide => decide.DocumentNumber,
        CaseCommand.Urge { DocumentNumber: not "" } urge => urge.DocumentNumber,
        CaseCommand.CorrectCase correct => correct.DocumentNumber,
        _ => null,
    };

    /// <summary>
    /// The further document number that an entry claims for a case that is open already; null when it claims none. The corrected number of
    /// a document that lists several units is claimed by the case that holds it for all of them.
    /// </summary>
    public static string? ClaimedBy(CaseEvent @event, Opening opening, CaseId caseId) =>
        @event is CaseEvent.CaseCorrected && !opening.HoldsNumber(caseId) ? null : GivenBy(@event);

    /// <summary>The document number that an entry gives to a case that is open already; null when it gives none.</summary>
    public static string? GivenBy(CaseEvent @event) => @event switch
    {
        CaseEvent.InspectionPassed e => e.DocumentNumber,
        CaseEvent.VetoImposed e => e.DocumentNumber,
        CaseEvent.VetoConfirmed e => e.DocumentNumber,
        CaseEvent.VetoDeclined e => e.DocumentNumber,
        CaseEvent.ConsequenceDecided e => e.DocumentNumber,
        CaseEvent.UrgingIssued e => e.DocumentNumber,
        CaseEvent.CaseCorrected e => e.DocumentNumber,
        _ => null,
    };

    private static string? Standard(string? asked) => asked is null ? null : DocumentNumber.Parse(asked).Text;
}
