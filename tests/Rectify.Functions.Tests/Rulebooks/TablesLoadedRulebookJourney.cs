using Rectify.Functions.Tests.Ledger.Tables;

namespace Rectify.Functions.Tests.Rulebooks;

/// <summary>The same with ledger, register and rulebooks in Azure Tables.</summary>
public class TablesLoadedRulebookJourney : LoadedRulebookJourney
{
    protected override string[] Storage { get; } = Azurite.Settings();
}
