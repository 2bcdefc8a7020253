using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Access;
using Rectify.Office.Cases;
using Rectify.Office.Requests;

namespace Rectify.Office.Commands;

/// <summary>Body of <c>POST /api/cases/{caseId}/veto-decision</c>.</summary>
/// <param name="Decision">Imposed, declined or confirmed.</param>
/// <param name="Remarks">Remarks of the office.</param>
/// <param name="DecidedOn">The day; null for today.</param>
/// <param name="DocumentNumber">文号; null for the next of the series.</param>
/// <param name="DecidedBy">Who decided; null where nobody is named.</param>
/// <param name="DeciderLevel">The level of that body, which is then named; null where none is.</param>
public sealed record VetoDecisionBody(
    VetoVerdict Decision, string Remarks, DateOnly? DecidedOn = null, string? DocumentNumber = null, string? DecidedBy = null,
    UnitLevel? DeciderLevel = null) : ICommandBody
{
    public Outcome<CaseCommand> ToCommand(Caller caller) =>
        Problem.Together(
            TextLimits.Refuse(
                ("remarks", Remarks, TextLimits.Page), ("documentNumber", DocumentNumber, TextLimits.Line),
                ("decidedBy", DecidedBy, TextLimits.Line)),
            DeciderLevel is not null && DecidedBy is null
                ? Problem.Rule("deciderLevel", CaseRequestMessages.DeciderUnnamed)
                : null) is { } refusal
            ? refusal
            : new CaseCommand.DecideVeto(Decision, DecidedOn, DocumentNumber, Remarks)
            {
                By = DecidedBy is null ? null : new DecidingBody(DecidedBy, DeciderLevel),
            };
}
