using Rectify.Functions.Tests.Ledger.Tables;
using Rectify.Office.Feeds;
using Rectify.Storage.Tables.Feeds;

namespace Rectify.Functions.Tests.Feeds;

public sealed class TablesFeedStoreTests : FeedStoreContract
{
    private readonly TablesStorage storage = new();

    public TablesFeedStoreTests() => Store = new TablesFeedStore(storage.Store);

    protected override IFeedStore Store { get; }

    protected override IFeedStore OpenAgain() => new TablesFeedStore(storage.Open());
}
