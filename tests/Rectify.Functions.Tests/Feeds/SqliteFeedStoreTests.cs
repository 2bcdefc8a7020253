using Rectify.Functions.Feeds;
using Rectify.Functions.Tests.Ledger;

namespace Rectify.Functions.Tests.Feeds;

public sealed class SqliteFeedStoreTests : FeedStoreContract, IDisposable
{
    private readonly SqliteStorage storage = new();

    public SqliteFeedStoreTests() => Store = new SqliteFeedStore(storage.Database);

    protected override IFeedStore Store { get; }

    public void Dispose() => storage.Dispose();

    protected override IFeedStore OpenAgain() => new SqliteFeedStore(storage.Open());
}
