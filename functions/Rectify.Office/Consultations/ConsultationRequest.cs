using System.Text.Json.Serialization;
using Rectify.Office.Access;

namespace Rectify.Office.Consultations;

/// <summary>A consultation that waits for an officer, or what became of it.</summary>
/// <param name="RequestId">Opaque id.</param>
/// <param name="Asked">What was asked.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Actor">Who asked, from the credential.</param>
/// <param name="State">How far it has come.</param>
public sealed record ConsultationRequest(
    string RequestId, AskedConsultation Asked, DateTimeOffset At, string Actor, RequestState State)
{
    /// <summary>Who issued or returned it, and when; null while it waits.</summary>
    public (string By, DateTimeOffset At)? Decided { get; init; }

    /// <summary>Why it was returned; null otherwise.</summary>
    public string? Reason { get; init; }
}

/// <summary>How far a consultation has come that an officer answers.</summary>
public enum RequestState
{
    /// <summary>It waits for an officer.</summary>
    Waiting,

    /// <summary>The reply was issued.</summary>
    Issued,

    /// <summary>It was returned with a reason; nothing was answered.</summary>
    Returned,
}

/// <summary>A consultation as it was asked.</summary>
/// <param name="Body">The subjects, the purpose, the day and who asks.</param>
/// <param name="Name">Name of the asking key, from the credential.</param>
/// <param name="Role">Role of the asking key.</param>
/// <param name="Rows">How the subjects of a list were found; null when they were given by their ids.</param>
/// <param name="Key">The request's idempotency key and fingerprint; null when it had none.</param>
/// <param name="AccountId">The asking account; null for a key of the settings or a person without an account.</param>
public sealed record AskedConsultation(
    ConsultationBody Body, string Name, Role Role,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ConsultedRow>? Rows = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] KeyedRequest? Key = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AccountId = null)
{
    /// <summary>Who asked: the reply belongs to the account and not to its holder of that day.</summary>
    internal Caller Caller => new(Name, Role, null) { AccountId = AccountId };
}

/// <summary>An entry about a consultation that an officer answers.</summary>
/// <param name="RequestId">The consultation.</param>
/// <param name="State">What it became by this entry.</param>
/// <param name="By">Who did it, from the credential.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Asked">What was asked; null for later entries.</param>
/// <param name="Reason">Why it was returned; null otherwise.</param>
public sealed record ConsultationRequestEntry(
    string RequestId, RequestState State, string By, DateTimeOffset At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AskedConsultation? Asked = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null);
