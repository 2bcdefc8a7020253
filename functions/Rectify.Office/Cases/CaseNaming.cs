using System.Security.Cryptography;
using System.Text;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;

namespace Rectify.Office.Cases;

/// <summary>
/// Derives the id of a case from what opens it: a matter for which only one case may be opened has one id, and the ledger lets one writer
/// open it.
/// </summary>
public static class CaseNaming
{
    /// <summary>The id derived from a text.</summary>
    public static CaseId IdOf(string name) => new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString("n"));

    /// <summary>
    /// A text that identifies the matter of the command, when only one case may be opened for it, whoever asks; null when each request
    /// opens a case of its own.
    /// </summary>
    public static string? NameOf(CaseCommand command) => command switch
    {
        _ when PrecedingOf(command) is { } earlier => NextRungOf(earlier),
        CaseCommand.VetoDirectly { Years: { } years } veto =>
            $"vetoes|{veto.Unit.UnitId}|{years.Last.Year}|{string.Join('+', years.Years.Select(year => year.Revision))}"
            + $"|{veto.DecidedOn:yyyy-MM-dd}",
        _ => null,
    };

    /// <summary>
    /// The id of the case that may follow another one up the ladder (S16). Whether there is such a case has to be looked up in the ledger.
    /// </summary>
    public static CaseId FollowerOf(CaseId earlier) => IdOf(NextRungOf(earlier));

    private static string NextRungOf(CaseId earlier) => $"next-rung|{earlier}";

    private static CaseId? PrecedingOf(CaseCommand command) => command switch
    {
        CaseCommand.Admonish admonish => admonish.PrecededBy,
        CaseCommand.ListUnit list => list.PrecededBy,
        CaseCommand.VetoDirectly veto => veto.PrecededBy,
        _ => null,
    };
}
