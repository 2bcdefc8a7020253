using Rectify.Domain.Cases;
using Rectify.Office.Requests;

namespace Rectify.Office.Openings;

/// <summary>What opens a case, looked up in register and rulebook.</summary>
/// <param name="Day">The day of the measure: the number belongs to its year.</param>
/// <param name="DayMember">The member of the request that holds it.</param>
/// <param name="DocumentNumber">The number that was asked for; null for the next one.</param>
/// <param name="Command">The command, whose number is given to it later; or what in it the register or the rulebook does not know.</param>
public sealed record OpeningDraft(DateOnly Day, string DayMember, string? DocumentNumber, Outcome<CaseCommand> Command)
{
    /// <summary>What is wrong with the request by itself; it is told together with what register and rules have against it.</summary>
    public Problem? Refusal { get; init; }
}

/// <summary>Who asks for an opening, and under which name the request may be repeated.</summary>
/// <param name="Actor">Who, as the ledger names actors.</param>
/// <param name="Key">Caller, route and idempotency key; null when the request has none.</param>
/// <param name="BodyHash">Fingerprint of the request.</param>
public sealed record OpeningRequest(string Actor, string? Key, string BodyHash);
