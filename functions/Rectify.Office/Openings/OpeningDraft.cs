using Rectify.Domain;
using Rectify.Domain.Cases;
using Rectify.Office.Cases;
using Rectify.Office.Requests;

namespace Rectify.Office.Openings;

/// <summary>A request to open a case, after what it names was looked up in register and rulebooks.</summary>
/// <param name="Day">The day of the measure: the number belongs to its year.</param>
/// <param name="DayMember">The member of the request that holds it.</param>
/// <param name="DocumentNumber">The number that was asked for; null for the next one.</param>
/// <param name="Command">The command, which gets its number later; or the problem with what register or rulebooks do not know.</param>
public sealed record OpeningDraft(DateOnly Day, string DayMember, string? DocumentNumber, Outcome<CaseCommand> Command)
{
    /// <summary>What is wrong with the request on its own; reported together with what register and rules refuse.</summary>
    public Problem? Refusal { get; init; }
}

/// <summary>The openings that one document asks for: one case for each unit that it lists, of which the first holds the number.</summary>
/// <param name="Drafts">The openings, at least one; the day and the number are those of the first.</param>
/// <param name="Blame">
/// Says of which part of the request the problem of an opening is: it takes the place of the opening and the problem.
/// </param>
/// <param name="Answer">The body of the answer, from the views of the cases.</param>
public sealed record OpeningSet(
    IReadOnlyList<OpeningDraft> Drafts, Func<int, Problem, Problem> Blame, Func<IReadOnlyList<CaseView>, string> Answer)
{
    /// <summary>The first opening.</summary>
    public OpeningDraft First => Drafts[0];

    /// <summary>The opening of one case alone, whose answer is that case.</summary>
    public static OpeningSet Of(OpeningDraft draft) => new([draft], (_, problem) => problem, cases => DomainJson.Text(cases[0]));
}

/// <summary>Who asks for an opening, and the key under which the request may be repeated.</summary>
/// <param name="Actor">Who, as the ledger names actors.</param>
/// <param name="Key">Caller, route and idempotency key; null when the request has none.</param>
/// <param name="BodyHash">Fingerprint of the request.</param>
public sealed record OpeningRequest(string Actor, string? Key, string BodyHash);
