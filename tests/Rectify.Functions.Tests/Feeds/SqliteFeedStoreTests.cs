using Rectify.Functions.Tests.Ledger;
using Rectify.Office.Feeds;
using Rectify.Storage.Sqlite.Feeds;

namespace Rectify.Functions.Tests.Feeds;

public sealed class SqliteFeedStoreTests : FeedStoreContract, IDisposable
{
    private readonly SqliteStorage storage = new();

    public SqliteFeedStoreTests() => Store = new SqliteFeedStore(storage.Database);

    protected override IFeedStore Store { get; }

    public void Dispose() => storage.Dispose();

    protected override IFeedStore OpenAgain() => new SqliteFeedStore(storage.Open());
}
