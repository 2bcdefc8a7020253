using Rectify.Functions.Tests.Ledger.Tables;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>The same with ledger, register and outbox in Azure Tables.</summary>
public class TablesJointListingJourney : JointListingJourney
{
    protected override string[] Storage { get; } = Azurite.Settings();
}
