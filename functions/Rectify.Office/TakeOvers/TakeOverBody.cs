using Rectify.Domain.Cases;
using Rectify.Office.Access;
using Rectify.Office.Admonitions;
using Rectify.Office.Commands;
using Rectify.Office.Listings;
using Rectify.Office.Requests;
using Rectify.Office.Vetoes;

namespace Rectify.Office.TakeOvers;

/// <summary>Body of <c>POST /api/take-overs</c>: cases that another ledger (台账) has kept until now, each with its history.</summary>
/// <param name="Source">The ledger from which they are taken over, such as a file or a book.</param>
/// <param name="VouchedBy">Who vouches for the history.</param>
/// <param name="Cases">The cases, at most <see cref="Most"/>.</param>
public sealed record TakeOverBody(string Source, string VouchedBy, IReadOnlyList<PastCaseBody> Cases)
{
    /// <summary>The most cases of one request.</summary>
    public const int Most = 500;

    /// <summary>What is wrong with the request beside its cases; null when nothing is.</summary>
    public Problem? Refuse() => Problem.Together(
        TextLimits.Refuse(("source", Source, TextLimits.Line), ("vouchedBy", VouchedBy, TextLimits.Line)),
        Cases.Count is >= 1 and <= Most ? null : Problem.Rule("cases", TakeOverRequestMessages.CasesCount.With(Most, Cases.Count)));
}

/// <summary>
/// A case of another ledger: exactly one measure that opened it, as if it were entered on its day, and what was done to it since.
/// </summary>
/// <param name="Listing">The listing.</param>
/// <param name="Admonition">The notice or the talk.</param>
/// <param name="Veto">The veto without a listing.</param>
/// <param name="Acts">What was done since, in the order of the days.</param>
public sealed record PastCaseBody(
    ListingBody? Listing = null, AdmonitionBody? Admonition = null, DirectVetoBody? Veto = null, IReadOnlyList<PastActBody>? Acts = null)
{
    private const int MostActs = 100;

    /// <summary>The number of the document that opened it; null when none is given, or when no measure is.</summary>
    public string? DocumentNumber => Listing?.DocumentNumber ?? Admonition?.DocumentNumber ?? Veto?.DocumentNumber;

    /// <summary>What is wrong with the case on its own; null when nothing is.</summary>
    public Problem? Refuse()
    {
        object?[] measures = [Listing, Admonition, Veto];
        if (measures.Count(measure => measure is not null) != 1) return Problem.Rule("listing", TakeOverRequestMessages.OneMeasure);
        if (string.IsNullOrWhiteSpace(DocumentNumber)) return Problem.Rule("documentNumber", TakeOverRequestMessages.NumberNeeded);
        return Acts is { Count: > MostActs } ? Problem.Rule("acts", TakeOverRequestMessages.ActsCount.With(MostActs, Acts.Count)) : null;
    }
}

/// <summary>
/// Something that was done to a case: its day, and exactly one of the bodies with which it is done to an open case. Days that the body
/// leaves open are the day of the act.
/// </summary>
public sealed record PastActBody(
    DateOnly On, SubmissionBody? Submission = null, InspectionBody? Inspection = null, ExtensionBody? Extension = null,
    SuspensionBody? Suspension = null, ResumptionBody? Resumption = null, VetoDecisionBody? VetoDecision = null,
    NextRungBody? NextRung = null, ConsequenceBody? Consequence = null, RevocationBody? Revocation = null)
{
    /// <summary>The act as a command of its day, or what is wrong with it.</summary>
    public Outcome<PastAct> ToAct(Caller caller)
    {
        ICommandBody?[] bodies =
        [
            Submission, Inspection, Extension, Suspension, Resumption, VetoDecision, NextRung, Consequence, Revocation,
        ];
        if (bodies.OfType<ICommandBody>().ToList() is not [var body]) return Problem.Rule("on", TakeOverRequestMessages.OneAct);
        if (Revocation is { SanctionId: not null }) return Problem.Rule("revocation.sanctionId", TakeOverRequestMessages.WholeMeasures);
        return body.ToCommand(caller).Try(out var command, out var problem) ? new PastAct(On, command) : problem;
    }
}
