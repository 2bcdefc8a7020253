namespace Rectify.Office.Upkeep;

/// <summary>
/// What an orchestration does next. It is stored in the history of the orchestration, so only optional members may be added.
/// </summary>
/// <param name="Ended">Whether nothing is left to wait for.</param>
/// <param name="WakeAt">When the next step falls due; null to wait for a change alone.</param>
public sealed record Plan(bool Ended, DateTimeOffset? WakeAt);
