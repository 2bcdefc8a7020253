using Rectify.Functions.Tests.Ledger.Tables;
using Rectify.Office.Journals;
using Rectify.Storage.Tables.Journals;

namespace Rectify.Functions.Tests.State;

public sealed class TablesJournalStoreTests : JournalStoreContract
{
    private readonly TablesStorage storage = new();

    public TablesJournalStoreTests() => Store = new TablesJournalStore(storage.Store);

    private protected override IJournalStore Store { get; }

    private protected override IJournalStore OpenAgain() => new TablesJournalStore(storage.Open());
}
