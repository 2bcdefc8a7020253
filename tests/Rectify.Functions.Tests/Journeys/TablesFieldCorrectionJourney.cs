using Rectify.Functions.Tests.Ledger.Tables;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>The same with ledger and register in Azure Tables.</summary>
public class TablesFieldCorrectionJourney : FieldCorrectionJourney
{
    protected override string[] Storage { get; } = Azurite.Settings();
}
