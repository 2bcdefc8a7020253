using Rectify.Functions.Feeds;
using Rectify.Functions.Ledger;
using Rectify.Functions.Tests.Ledger;

namespace Rectify.Functions.Tests.Feeds;

public sealed class SqliteFeedStoreTests : FeedStoreContract, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly List<SqliteDatabase> opened = [];
    private readonly IFeedStore store;

    public SqliteFeedStoreTests() => store = OpenAgain();

    protected override IFeedStore Store => store;

    public void Dispose()
    {
        opened.ForEach(database => database.Dispose());
        folder.Dispose();
    }

    protected override IFeedStore OpenAgain()
    {
        var database = SqliteDatabase.Open(folder.File("rectify.db"));
        opened.Add(database);
        return new SqliteFeedStore(database);
    }
}
