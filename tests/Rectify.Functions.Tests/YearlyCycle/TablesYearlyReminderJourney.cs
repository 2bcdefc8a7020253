using Rectify.Functions.Tests.Ledger.Tables;

namespace Rectify.Functions.Tests.YearlyCycle;

/// <summary>The same with register, books and outbox in Azure Tables.</summary>
public class TablesYearlyReminderJourney : YearlyReminderJourney
{
    protected override string[] Storage { get; } = Azurite.Settings();
}
