using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Rectify.Bench.Engine;

/// <summary>An engine's file with many instances that wait for months.</summary>
/// <remarks>
/// The engine itself makes the first one; the others are copies of its rows under other numbers and ids. The ids are spread
/// over the index as generated ones are, by a fixed permutation.
/// </remarks>
internal static class WaitingStore
{
    public static string Id(int n) =>
        string.Create(CultureInfo.InvariantCulture, $"{n * 2_654_435_761L % 4_294_967_296L:x8}{"-waits-for-months-",24}");

    public static async Task FillAsync(string path, int count)
    {
        await using (var engine = await BenchEngine.OpenAsync(path))
        {
            await engine.StartAsync(BenchCatalog.Waiting, Id(0), 0);
            await engine.WhenIdleAsync();
        }

        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            PRAGMA synchronous = OFF;
            PRAGMA cache_size = -500000;
            BEGIN;
            CREATE TEMP TABLE copy (n INTEGER PRIMARY KEY, shift INTEGER NOT NULL, id TEXT NOT NULL);
            WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < @count - 1)
            INSERT INTO copy
                SELECT n, 10 * n, format('%08x%24s', n * 2654435761 % 4294967296, '-waits-for-months-') FROM numbers WHERE @count > 1;
            INSERT INTO instances (number, id, execution, last, name, version, status, created, updated, input)
                SELECT number + shift, copy.id, execution + shift, last + shift, name, version, status, created, updated, input
                FROM instances, copy ORDER BY n;
            INSERT INTO history (sequence, execution, turn, data)
                SELECT sequence + shift, execution + shift, turn, data FROM history, copy ORDER BY n;
            INSERT INTO inbox (sequence, number, execution, due, kind, task)
                SELECT sequence + shift, number + shift, execution + shift, due + 10000000 * n, kind, task FROM inbox, copy ORDER BY n;
            UPDATE sequence SET next = next + 10 * @count;
            COMMIT;
            PRAGMA wal_checkpoint(TRUNCATE);
            """;
        command.Parameters.AddWithValue("@count", count);
        command.ExecuteNonQuery();
        connection.Close();

        // What is still to be written would slow the syncs of what is measured.
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }
}
