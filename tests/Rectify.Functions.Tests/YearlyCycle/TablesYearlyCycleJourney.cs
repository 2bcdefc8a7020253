using Rectify.Functions.Tests.Ledger.Tables;

namespace Rectify.Functions.Tests.YearlyCycle;

/// <summary>The same with register and books in Azure Tables.</summary>
public class TablesYearlyCycleJourney : YearlyCycleJourney
{
    protected override string[] Storage { get; } = Azurite.Settings();
}
