namespace Rectify.Office.Upkeep;

/// <summary>What an orchestration does next. Stored in its history, so it only ever grows by optional members.</summary>
/// <param name="Ended">Nothing is left to wait for.</param>
/// <param name="WakeAt">When the next step falls due; null to wait for a change alone.</param>
public sealed record Plan(bool Ended, DateTimeOffset? WakeAt);
