using Rectify.Functions.Tests.Ledger.Tables;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>The same with ledger, register and outbox in Azure Tables.</summary>
public class TablesUnreadableCaseJourney : UnreadableCaseJourney
{
    protected override string[] Storage { get; } = Azurite.Settings();
}
