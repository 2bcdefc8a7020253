using System.Security.Cryptography;
using System.Text;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;

namespace Rectify.Office.Cases;

/// <summary>
/// Ids of cases that follow from what opens them: what may be opened once only has one id, and the ledger lets one writer open it.
/// </summary>
public static class CaseNaming
{
    /// <summary>The id that a text names.</summary>
    public static CaseId IdOf(string name) => new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString("n"));

    /// <summary>
    /// What the command opens, where it may be opened once only whoever asks; null where each request opens a case of its own.
    /// </summary>
    public static string? NameOf(CaseCommand command) => command switch
    {
        _ when PrecedingOf(command) is { } earlier => NextRungOf(earlier),
        CaseCommand.VetoDirectly { Years: { } years } veto =>
            $"vetoes|{veto.Unit.UnitId}|{years.Second.Year}|{years.First.Revision}+{years.Second.Revision}|{veto.DecidedOn:yyyy-MM-dd}",
        _ => null,
    };

    /// <summary>The case that may follow another one up the ladder (S16). Whether it is open the ledger says.</summary>
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
