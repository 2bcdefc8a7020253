using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Office.Access;
using Rectify.Office.Requests;

namespace Rectify.Office.Commands;

/// <summary>
/// Body of <c>POST /api/cases/{caseId}/entry-correction</c>: the last entry of a kind was made by error. The measure or the sanction tells
/// revocations apart; absent, the last of any is meant.
/// </summary>
public sealed record EntryCorrectionBody(
    WithdrawableEntry Entry, string Reason, string DecidedBy, Measure? Measure = null, SanctionId? SanctionId = null) : ICommandBody
{
    public Outcome<CaseCommand> ToCommand(Caller caller) =>
        TextLimits.Refuse(("reason", Reason, TextLimits.Page), ("decidedBy", DecidedBy, TextLimits.Line)) is { } refusal
            ? refusal
            : new CaseCommand.WithdrawEntry(Entry, Reason, DecidedBy, Measure, SanctionId);
}
