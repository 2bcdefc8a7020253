using Rectify.Functions.Tests.Ledger.Tables;

namespace Rectify.Functions.Tests.Registry;

/// <summary>The same with ledger, register and books in Azure Tables.</summary>
public class TablesJoinedPersonsJourney : JoinedPersonsJourney
{
    protected override string[] Storage { get; } = Azurite.Settings();
}
