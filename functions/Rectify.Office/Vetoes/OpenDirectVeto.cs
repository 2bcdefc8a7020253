using System.Diagnostics;
using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Office.Assessments;
using Rectify.Office.Openings;
using Rectify.Office.Requests;
using Rectify.Office.Settings;

namespace Rectify.Office.Vetoes;

/// <summary>Turns a request into a direct veto.</summary>
public sealed class OpenDirectVeto(OpeningLookup openingLookup, AssessmentHandler assessments, LadderLookup ladderLookup,
    OfficeSettings office, OpeningHandler handler)
    : OpeningRequestHandler<DirectVetoBody>(handler)
{
    /// <inheritdoc/>
    protected internal override async Task<OpeningDraft> ResolveAsync(DirectVetoBody body, CancellationToken cancellation) =>
        new(body.DecidedOn, "decidedOn", body.DocumentNumber, await CommandAsync(body, cancellation)) { Refusal = body.Refuse() };

    // The command gets its document number when it is appended.
    private async Task<Outcome<CaseCommand>> CommandAsync(DirectVetoBody body, CancellationToken cancellation)
    {
        var asked = openingLookup.Rulebook(body.RulebookId, body.DecidedOn, "decidedOn");
        if (!(await openingLookup.GroundAsync(body.UnitId, body.Officials, MeasureDay(body), asked, Measure.Veto, cancellation))
            .Try(out var ground, out var problem))
            return problem;

        var (unit, rulebook, leaders) = ground;

        var (years, standing) = body.Ground == DirectVetoGround.TwoYearAssessment
            ? await assessments.GroundOfAsync(unit.UnitId, cancellation) : default;
        if (standing is not null) return standing;
        var link = new LadderLink(unit.UnitId, Rung.Veto, null, body.DecidedOn, rulebook);
        return await ladderLookup.RefuseAsync((body.PrecededBy, body.PreviousCaseId), link, cancellation) is { } noLink ? noLink
            : new CaseCommand.VetoDirectly(
            unit.AsListed(), GroundOf(body), body.AccountabilityGround, body.EventOn, body.DecidedOn, body.Facts,
            leaders, body.DocumentNumber ?? "", body.LegalBasis, body.IssuedBy ?? office.Name, rulebook, years, body.PrecededBy,
            body.PreviousCaseId, body.ProposedBy, body.GroundCodes)
            {
                IssuerLevel = body.IssuerLevel,
                ProposerLevel = body.ProposerLevel,
            };
    }

    // V1 counts from the event and bars those who were in office then; the other grounds count from the decision (S3, S6).
    private static DateOnly MeasureDay(DirectVetoBody body) =>
        body is { Ground: DirectVetoGround.GraveHarm, EventOn: { } eventOn } ? eventOn : body.DecidedOn;

    private static VetoGround GroundOf(DirectVetoBody body) => body.Ground switch
    {
        DirectVetoGround.GraveHarm => VetoGround.GraveHarm,
        DirectVetoGround.TwoYearAssessment => VetoGround.TwoYearAssessment,
        DirectVetoGround.Other => VetoGround.Other,
        _ => throw new UnreachableException(body.Ground.ToString()),
    };
}
