using Rectify.Functions.Tests.Ledger;
using Rectify.Office.Access;
using Rectify.Storage.Sqlite.Access;

namespace Rectify.Functions.Tests.Access;

public sealed class SqliteAccessStoreTests : AccessStoreContract, IDisposable
{
    private readonly SqliteStorage storage = new();

    public SqliteAccessStoreTests() => Store = new SqliteAccessStore(storage.Database);

    private protected override IAccessStore Store { get; }

    public void Dispose() => storage.Dispose();

    private protected override IAccessStore OpenAgain() => new SqliteAccessStore(storage.Open());
}
