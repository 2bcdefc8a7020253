using Rectify.Functions.Tests.Ledger.Tables;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>The same with ledger, register and outbox in Azure Tables.</summary>
public class TablesMissedDeadlineJourney : MissedDeadlineJourney
{
    protected override string[] Storage { get; } = Azurite.Settings();

    // The storage gives the same case for every day, and each question costs it several calls.
    protected override bool AsksEveryDay => false;
}
