using Rectify.Domain.Identity;

namespace Rectify.Domain.Cases;

/// <summary>An event as it stands in the ledger.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Sequence">1 for the first event of the case, then without gaps.</param>
/// <param name="Type">Name from <see cref="EventCodec"/>.</param>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="Actor">Who did it, from the credential; <c>system</c> for what fell due by itself.</param>
/// <param name="Data">JSON.</param>
/// <param name="PreviousHash">Hash of the event before it; empty for the first.</param>
/// <param name="Hash">SHA-256 over everything above, lower-case hex (see <see cref="EventChain"/>).</param>
public sealed record StoredEvent(
    CaseId CaseId, int Sequence, string Type, DateTimeOffset At, string Actor, string Data, string PreviousHash, string Hash)
{
    /// <summary>The event itself.</summary>
    public CaseEvent Event => EventCodec.Decode(Type, Data);
}
