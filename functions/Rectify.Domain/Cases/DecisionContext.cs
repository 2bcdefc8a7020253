using Rectify.Domain.Calendar;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>What a decision may use besides the case and the command.</summary>
/// <param name="CaseId">The case that is decided.</param>
/// <param name="Now">The instant of the decision, read once.</param>
/// <param name="Calendar">Working days.</param>
public sealed record DecisionContext(CaseId CaseId, DateTimeOffset Now, WorkingCalendar Calendar)
{
    /// <summary>Who holds office in the unit; needed only where <see cref="Rulebook.VetoPersons"/> asks for them.</summary>
    public OfficeHolders InOffice { get; init; } = OfficeHolders.None;

    /// <summary>The local date of the last entry of the case; null for a case without entries.</summary>
    public DateOnly? LastEntryOn { get; init; }

    /// <summary>The local date of the decision (D1).</summary>
    public DateOnly Today => LocalDay.Of(Now);

    /// <summary>
    /// The same context after the entries of a stream, and never earlier than the last of them: if the clock was set back, the instant of
    /// that entry is used.
    /// </summary>
    public DecisionContext After(IReadOnlyList<StoredEvent> stream) =>
        stream is [.., { At: var last }] ? this with { Now = last > Now ? last : Now, LastEntryOn = LocalDay.Of(last) } : this;
}
