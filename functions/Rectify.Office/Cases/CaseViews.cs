using Rectify.Domain.Calendar;
using Rectify.Office.Calendar;

namespace Rectify.Office.Cases;

/// <summary>
/// Makes the view of one case as it is now, with those in office who are not barred by its veto, from the register, and with the counts
/// that its measure reaches.
/// </summary>
public sealed class CaseViews(NotBarred notBarred, CountedMeasures counted, CurrentCalendar calendar, TimeProvider clock)
{
    public async Task<CaseView> OfAsync(CaseRecord record, CancellationToken cancellation) =>
        CaseView.Of(record, LocalDay.Of(clock.GetUtcNow()), calendar.Value).With(await notBarred.OfAsync(record.State, cancellation)) with
        {
            CountsReached = [.. (await counted.ReachedByAsync(record, cancellation)).Select(CountView.Of)],
        };
}
