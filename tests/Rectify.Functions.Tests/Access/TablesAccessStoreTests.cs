using Rectify.Functions.Access;
using Rectify.Functions.Tests.Ledger.Tables;

namespace Rectify.Functions.Tests.Access;

public sealed class TablesAccessStoreTests : AccessStoreContract
{
    private readonly TablesStorage storage = new();

    public TablesAccessStoreTests() => Store = new TablesAccessStore(storage.Store);

    private protected override IAccessStore Store { get; }

    private protected override IAccessStore OpenAgain() => new TablesAccessStore(storage.Open());
}
