using Rectify.Domain.Calendar;
using Rectify.Office.Calendar;

namespace Rectify.Office.Cases;

/// <summary>Shows one case on the wire as it is now, with what the register says about it.</summary>
public sealed class CaseViews(NotBarred notBarred, CurrentCalendar calendar, TimeProvider clock)
{
    public async Task<CaseView> OfAsync(CaseRecord record, CancellationToken cancellation) =>
        CaseView.Of(record, LocalDay.Of(clock.GetUtcNow()), calendar.Value).With(await notBarred.OfAsync(record.State, cancellation));
}
