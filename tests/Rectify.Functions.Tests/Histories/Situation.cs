namespace Rectify.Functions.Tests.Histories;

/// <summary>A course of one orchestration, up to the turn that its recorded history ends with.</summary>
/// <param name="Name">The file's second part: <c>CaseWorkflow.NAME.json</c>.</param>
/// <param name="WaitDays">The plan's days until the next step; null to wait for a change alone.</param>
/// <param name="Failures">How often the activity fails before it answers.</param>
/// <param name="Ended">Whether the plan says that nothing is left.</param>
/// <param name="Change">When the event <c>changed</c> comes.</param>
/// <param name="PassDays">Days that pass at the end.</param>
internal sealed record Situation(
    string Name, int? WaitDays = 30, int Failures = 0, bool Ended = false, Change Change = Change.Never, int PassDays = 0)
{
    /// <summary>The situations that each orchestrator has a history of.</summary>
    public static IReadOnlyList<Situation> All { get; } =
    [
        new("waiting"),
        new("waiting-for-a-change", WaitDays: null),
        new("woken-by-an-event", Change: Change.WhileWaiting),
        new("woken-by-its-timer", PassDays: 30),
        new("woken-without-a-deadline", WaitDays: null, Change: Change.WhileWaiting),
        new("changed-before-the-wait", Change: Change.BeforeTheWait),
        new("retrying", Failures: 1),
        new("waiting-after-retries", Failures: 2),
        new("woken-after-retries", Failures: 2, Change: Change.WhileWaiting),
        new("failed", Failures: 10),
        new("ended", Ended: true),
    ];
}
