using System.Text.Json.Serialization;

namespace Rectify.Domain.Rulebooks;

/// <summary>A veto without a listing before it (S3).</summary>
/// <param name="LittleLeftDays">
/// When at most this many days of the year are left on the day of the decision, the answer warns; 0 to 365.
/// </param>
/// <param name="EventSource">Where it is written that V1 counts from the day of the event.</param>
/// <param name="DecisionSource">Where it is written that V3 and V4 count from the decision, or why no source says so.</param>
/// <param name="ProposalSource">
/// Where it is written that another body may propose such a veto, which the deciding body then decides; null where none may.
/// </param>
/// <exception cref="ArgumentOutOfRangeException">The days are outside the range.</exception>
public sealed record DirectVetoRule(
    int LittleLeftDays, string EventSource, string DecisionSource,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ProposalSource = null)
{
    /// <summary>When at most this many days of the year are left, the answer warns; 0 to 365.</summary>
    public int LittleLeftDays { get; init; } = Limit.Checked(LittleLeftDays, 0, 365);
}
