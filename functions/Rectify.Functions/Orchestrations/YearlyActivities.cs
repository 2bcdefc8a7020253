using Microsoft.Azure.Functions.Worker;
using Rectify.Office.Calendar;
using Rectify.Office.Rulebooks;
using Rectify.Office.Upkeep;

namespace Rectify.Functions.Orchestrations;

/// <summary>The activity of the yearly cycle. It may run twice, since a reminder that is in the outbox is not added again.</summary>
public sealed class YearlyActivities(YearlyRounds rounds, CurrentCalendar calendar, CurrentRulebooks rulebooks)
{
    [Function(nameof(CarryOutYears))]
    public async Task<Plan> CarryOutYears([ActivityTrigger] string office, CancellationToken cancellation)
    {
        await calendar.RefreshAsync(cancellation);
        await rulebooks.RefreshAsync(cancellation);
        return await rounds.CarryOutAsync(cancellation);
    }
}
