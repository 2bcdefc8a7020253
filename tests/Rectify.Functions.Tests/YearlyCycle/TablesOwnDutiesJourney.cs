using Rectify.Functions.Tests.Ledger.Tables;

namespace Rectify.Functions.Tests.YearlyCycle;

/// <summary>The same with register and books in Azure Tables.</summary>
public class TablesOwnDutiesJourney : OwnDutiesJourney
{
    protected override string[] Storage { get; } = Azurite.Settings();
}
