using Rectify.Functions.Tests.Ledger.Tables;
using Rectify.Office.Accounts;
using Rectify.Storage.Tables.Accounts;

namespace Rectify.Functions.Tests.Accounts;

public sealed class TablesAccountStoreTests : AccountStoreContract
{
    private readonly TablesStorage storage = new();

    public TablesAccountStoreTests() => Store = new TablesAccountStore(storage.Store);

    protected override IAccountStore Store { get; }

    protected override IAccountStore OpenAgain() => new TablesAccountStore(storage.Open());
}
