using Microsoft.Data.Sqlite;
using Rectify.Domain.Identity;
using Rectify.Functions.Ledger;
using Rectify.Functions.Registry;

namespace Rectify.Functions.Tests.Ledger;

/// <summary>A file of every earlier version goes on with this program, and nothing in it is lost.</summary>
public sealed class SqliteUpgradeTests : IDisposable
{
    private readonly TempFolder folder = new();

    public static TheoryData<int> Versions => [.. Enumerable.Range(1, SqliteSchema.Steps.Count)];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_file_of_an_earlier_version_is_brought_up_with_what_it_holds(int version)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var path = folder.File("rectify.db");
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            SqliteSchema.Upgrade(connection, [.. SqliteSchema.Steps.Take(version)]);
            connection.Execute("INSERT INTO units (unit_id, name, kind, level, liaison_name, liaison_email) VALUES ('u', '瓯北街道', 'locality', 'township', '陈', 'c@x.example')");
            var opening = Writes.Opening("c1", 1);
            using var transaction = connection.BeginTransaction();
            Assert.Equal(AppendOutcome.Recorded, new SqliteAppend(connection, opening).Run());
            transaction.Commit();
        }

        using var database = SqliteDatabase.Open(path);
        Assert.Equal(SqliteSchema.Steps.Count, await database.ReadAsync(connection => SqliteSchema.VersionOf(connection), cancellation));
        Assert.Equal(2, (await new SqliteLedger(database).LoadAsync(new CaseId("c1"), cancellation)).Count);
        Assert.Equal("瓯北街道", (await new SqliteRegistry(database).FindUnitAsync(new UnitId("u"), cancellation))?.Name);
    }
}
