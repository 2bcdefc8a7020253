using Rectify.Domain.Calendar;
using Rectify.Domain.Identity;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>What a decision may know besides the case.</summary>
/// <param name="CaseId">The case that is decided.</param>
/// <param name="Now">The instant of the decision, read once.</param>
/// <param name="Calendar">Working days.</param>
public sealed record DecisionContext(CaseId CaseId, DateTimeOffset Now, WorkingCalendar Calendar)
{
    /// <summary>The local date of the decision (D1).</summary>
    public DateOnly Today => LocalDay.Of(Now);
}
