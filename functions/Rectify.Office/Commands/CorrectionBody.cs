using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;
using Rectify.Office.Access;
using Rectify.Office.Cases;
using Rectify.Office.Openings;
using Rectify.Office.Requests;

namespace Rectify.Office.Commands;

/// <summary>
/// Body of <c>POST /api/cases/{caseId}/correction</c>. Absent members stay unchanged. The officials are a complete list: in a case with a
/// listing and a veto, that of one measure.
/// </summary>
public sealed record CorrectionBody(
    string Reason, string DecidedBy, string? Facts = null, string? DocumentNumber = null, IReadOnlyList<NamedOfficial>? Officials = null,
    Measure? Measure = null) : ICommandBody
{
    public Outcome<CaseCommand> ToCommand(Caller caller)
    {
        var refusal = Problem.Together(
            TextLimits.Refuse(
                ("reason", Reason, TextLimits.Page), ("decidedBy", DecidedBy, TextLimits.Line), ("facts", Facts, TextLimits.Page),
                ("documentNumber", DocumentNumber, TextLimits.Line)),
            NamedOfficial.Refuse(Officials),
            Measure is not null && Officials is null ? Problem.Rule("measure", CaseRequestMessages.MeasureWithoutOfficials) : null);
        return refusal is not null ? refusal : new CaseCommand.CorrectCase(Facts, DocumentNumber, null, Reason, DecidedBy);
    }

    public async Task<Outcome<CaseCommand>> ToCommandAsync(
        Caller caller, CaseRecord record, OpeningLookup openingLookup, CancellationToken cancellation)
    {
        if (!ToCommand(caller).Try(out var command, out var problem)) return problem;
        if (Officials is null) return command;
        // Each official is recorded with the post held in the unit on the day of the measure, as when a case is opened (S6).
        var opening = record.State.File.Opening;
        var day = Measure == Domain.Sanctions.Measure.Veto && VetoBars.DayOf(record.State) is { } ofVeto ? ofVeto : opening.BeganOn;
        if (!(await openingLookup.NamedAsync(Officials, (opening.Unit.UnitId, day), cancellation)).Try(out var leaders, out problem))
            return problem;

        return (CaseCommand.CorrectCase)command with { Leaders = leaders, Measure = Measure };
    }
}
