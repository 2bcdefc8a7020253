using Rectify.Functions.Tests.Ledger;
using Rectify.Office.Journals;
using Rectify.Storage.Sqlite.Journals;

namespace Rectify.Functions.Tests.State;

public sealed class SqliteJournalStoreTests : JournalStoreContract, IDisposable
{
    private readonly SqliteStorage storage = new();

    public SqliteJournalStoreTests() => Store = new SqliteJournalStore(storage.Database);

    private protected override IJournalStore Store { get; }

    public void Dispose() => storage.Dispose();

    private protected override IJournalStore OpenAgain() => new SqliteJournalStore(storage.Open());
}
