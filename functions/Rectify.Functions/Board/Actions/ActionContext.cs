using Rectify.Board.Cases.Actions;
using Rectify.Board.Forms;
using Rectify.Domain.Cases;
using Rectify.Office.Access;
using Rectify.Office.Cases;

namespace Rectify.Functions.Board.Actions;

/// <summary>The context of an action: the case, the caller and the instant.</summary>
/// <param name="Record">The case.</param>
/// <param name="Context">The instant, and the working days.</param>
/// <param name="Caller">Who takes the action.</param>
/// <param name="Candidates">The persons who may be chosen: the unit's officials and those whom the case names.</param>
public sealed record ActionContext(CaseRecord Record, DecisionContext Context, Caller Caller, IReadOnlyList<Candidate> Candidates)
{
    public CaseFile File => Record.State.File;

    public Lateness Lateness => File.Deadline is { } deadline && Context.Now >= deadline.ExpiresAt ? Lateness.Late : Lateness.InTime;

    /// <summary>Whether any of these commands would be accepted now.</summary>
    public bool WouldAccept(IEnumerable<CaseCommand> commands) =>
        commands.Any(command => Decider.Decide(command, Record.Recorded, Context) is Decision.Accepted);
}
