using Rectify.Domain.Cases;
using Rectify.Functions.Access;
using Rectify.Functions.Http;

namespace Rectify.Functions.Cases;

/// <summary>Body of <c>POST /api/cases/{caseId}/correction</c>. What is absent stays as it stands; the officials are given as a whole.</summary>
internal sealed record CorrectionBody(
    string Reason, string DecidedBy, string? Facts = null, string? DocumentNumber = null, IReadOnlyList<NamedOfficial>? Officials = null) : ICommandBody
{
    public Outcome<CaseCommand> ToCommand(Caller caller) =>
        Texts.Refuse(
            ("reason", Reason, Texts.Page), ("decidedBy", DecidedBy, Texts.Line), ("facts", Facts, Texts.Page),
            ("documentNumber", DocumentNumber, Texts.Line)) is { } refusal
            ? refusal
            : NamedOfficial.Refuse(Officials) is { } tooMany ? tooMany : new CaseCommand.CorrectCase(Facts, DocumentNumber, null, Reason, DecidedBy);

    public async Task<Outcome<CaseCommand>> ToCommandAsync(Caller caller, CaseClerk clerk, CancellationToken cancellation)
    {
        if (!ToCommand(caller).Try(out var command, out var problem)) return problem;
        if (Officials is null) return command;
        if (!(await clerk.NamedAsync(Officials, cancellation)).Try(out var leaders, out problem)) return problem;

        return (CaseCommand.CorrectCase)command with { Leaders = leaders };
    }
}
