using Rectify.Functions.Tests.Ledger.Tables;
using Rectify.Office.Access;
using Rectify.Storage.Tables.Access;

namespace Rectify.Functions.Tests.Access;

public sealed class TablesAccessStoreTests : AccessStoreContract
{
    private readonly TablesStorage storage = new();

    public TablesAccessStoreTests() => Store = new TablesAccessStore(storage.Store);

    private protected override IAccessStore Store { get; }

    private protected override IAccessStore OpenAgain() => new TablesAccessStore(storage.Open());
}
