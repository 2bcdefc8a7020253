using Rectify.Domain.Cases;
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

/// <summary>Who asks for an opening, and the key under which the request may be repeated.</summary>
/// <param name="Actor">Who, as the ledger names actors.</param>
/// <param name="Key">Caller, route and idempotency key; null when the request has none.</param>
/// <param name="BodyHash">Fingerprint of the request.</param>
public sealed record OpeningRequest(string Actor, string? Key, string BodyHash);
