using System.Text.Json.Serialization;
using Rectify.Domain.Identity;
using Rectify.Office.Eligibility;

namespace Rectify.Office.Consultations;

/// <summary>An answer of a valid reply that differs from what was told last; mostly one that no longer holds.</summary>
/// <param name="ConsultationId">The reply.</param>
/// <param name="Number">Its number.</param>
/// <param name="AskedBy">The body that asked.</param>
/// <param name="Subject">About whom.</param>
/// <param name="Name">The name in the reply.</param>
/// <param name="Answered">What was answered for the day asked about, and what was known to begin later.</param>
/// <param name="Now">What would be answered for the same day now, and what begins later.</param>
/// <param name="At">When it was found, UTC.</param>
public sealed record OvertakenAnswer(
    string ConsultationId, string Number, string AskedBy, Subject Subject, string Name, StandingAnswer Answered, StandingAnswer Now,
    DateTimeOffset At)
{
    /// <summary>How often something else was told of the same answer before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Earlier { get; init; }

    /// <summary>Whether what was answered holds again.</summary>
    [JsonIgnore]
    public bool HoldsAgain => Now == Answered;
}

/// <summary>The answer for a day, and what begins while a reply is valid.</summary>
/// <param name="Finding">The answer for the day asked about.</param>
/// <param name="Later">What begins after that; null when nothing does.</param>
public sealed record StandingAnswer(
    Finding Finding, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LaterFinding? Later = null);
