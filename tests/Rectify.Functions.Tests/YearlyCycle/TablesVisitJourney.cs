using Rectify.Functions.Tests.Ledger.Tables;

namespace Rectify.Functions.Tests.YearlyCycle;

/// <summary>The same with ledger, register and books in Azure Tables.</summary>
public class TablesVisitJourney : VisitJourney
{
    protected override string[] Storage { get; } = Azurite.Settings();
}
