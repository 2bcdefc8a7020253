namespace Rectify.Embedded.Engine.Replay;

/// <summary>What a turn decided.</summary>
internal sealed record TurnOutcome(IReadOnlyList<Decision> Decisions, Ending? Ending, string? CustomStatus)
{
    public IReadOnlyList<Step> Steps() => [.. Decisions.Select(decision => decision.ToStep()).OfType<Step>()];
}
