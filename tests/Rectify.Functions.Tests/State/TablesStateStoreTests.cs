using Rectify.Functions.Tests.Ledger.Tables;
using Rectify.Office.State;
using Rectify.Storage.Tables.State;

namespace Rectify.Functions.Tests.State;

public sealed class TablesStateStoreTests : StateStoreContract
{
    private readonly TablesStorage storage = new();

    public TablesStateStoreTests() => Store = new TablesStateStore(storage.Store);

    private protected override IStateStore Store { get; }

    private protected override IStateStore OpenAgain() => new TablesStateStore(storage.Open());
}
