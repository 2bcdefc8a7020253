using Rectify.Functions.Tests.Ledger.Tables;
using Rectify.Office.Rulebooks;
using Rectify.Storage.Tables.Rulebooks;

namespace Rectify.Functions.Tests.Rulebooks;

public sealed class TablesRulebookStoreTests : RulebookStoreContract
{
    private readonly TablesStorage storage = new();

    public TablesRulebookStoreTests() => Store = new TablesRulebookStore(storage.Store);

    protected override IRulebookStore Store { get; }

    protected override IRulebookStore OpenAgain() => new TablesRulebookStore(storage.Open());
}
