using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;
using Rectify.Storage.Sqlite.Database;
using Rectify.Storage.Sqlite.Ledger;

namespace Rectify.Functions.Tests.Ledger;

/// <summary>Files that cannot be used are named, explained and left as they are.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string File => folder.File("rectify.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_of_a_newer_program_is_refused_and_left_as_it_is()
    {
        SqliteDatabase.Open(File).Dispose();
        Sql("INSERT INTO schema_version (version) VALUES (99)");

        AssertRefused($"was written by a newer version of Rectify (tables 99; this program knows {SqliteSchema.Steps.Count})");
    }

    [Fact]
    public async Task A_program_that_was_overtaken_by_an_upgrade_stops_writing()
    {
        using var database = SqliteDatabase.Open(File);
        Sql("INSERT INTO schema_version (version) VALUES (99)");

        var error = await Assert.ThrowsAsync<SqliteFileException>(
            () => new SqliteLedger(database).AppendAsync(Writes.Opening("c1", 1), Cancellation));

        Assert.Contains("newer version of Rectify", error.Message, StringComparison.Ordinal);
        Assert.Empty(await new SqliteLedger(database).LoadAsync(new CaseId("c1"), Cancellation));
    }

    [Fact]
    public void An_older_file_takes_only_the_steps_it_has_not_seen()
    {
        SqliteDatabase.Open(File).Dispose();
        using var connection = Connect();

        IReadOnlyList<string> steps = [.. SqliteSchema.Steps, "ALTER TABLE cases ADD COLUMN later TEXT",
            "CREATE TABLE latest (id TEXT) STRICT"];
        SqliteSchema.Upgrade(connection, steps);
        SqliteSchema.Upgrade(connection, steps);

        Assert.Equal(SqliteSchema.Steps.Count + 2, SqliteSchema.VersionOf(connection));
        Assert.Equal(1, connection.Number("SELECT count(*) FROM pragma_table_info('cases') WHERE name = 'later'"));
    }

    [Fact]
    public void An_upgrade_that_fails_leaves_the_file_at_its_version()
    {
        SqliteDatabase.Open(File).Dispose();
        using var connection = Connect();

        Assert.Throws<SqliteException>(() => SqliteSchema.Upgrade(
            connection, [.. SqliteSchema.Steps, "CREATE TABLE latest (id TEXT) STRICT", "NOT SQL"]));

        Assert.Equal(SqliteSchema.Steps.Count, SqliteSchema.VersionOf(connection));
        Assert.Equal(0, connection.Number("SELECT count(*) FROM sqlite_schema WHERE name = 'latest'"));
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("案卷")]
    public void A_file_that_is_not_a_database_is_refused_and_left_as_it_is(string text)
    {
        System.IO.File.WriteAllText(File, string.Concat(Enumerable.Repeat(text, 400)), Encoding.UTF8);
        AssertRefused("is not a SQLite database");

        // boundary: shorter than a header
        System.IO.File.WriteAllText(File, text, Encoding.UTF8);
        AssertRefused("is not a SQLite database");
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_left_as_it_is()
    {
        Sql("CREATE TABLE customers (id TEXT)");

        AssertRefused("is a database of another program");
    }

    [Fact]
    public async Task A_damaged_file_is_refused_and_left_as_it_is()
    {
        await FillAsync();
        using (var stream = System.IO.File.OpenWrite(File))
        {
            // Everything but the header and the first pages.
            stream.Position = stream.Length / 2;
            stream.Write(Enumerable.Repeat((byte)0xA5, (int)(stream.Length - stream.Position)).ToArray());
        }

        AssertRefused("is damaged");
    }

    [Fact]
    public async Task A_file_cut_short_is_refused_and_left_as_it_is()
    {
        await FillAsync();
        using (var stream = System.IO.File.OpenWrite(File)) stream.SetLength(stream.Length / 2);

        AssertRefused("is damaged");
    }

    [Fact]
    public void A_file_where_the_folder_should_be_is_an_error_that_names_it()
    {
        System.IO.File.WriteAllText(folder.File("taken"), "");

        var error = Assert.Throws<SqliteFileException>(() => SqliteDatabase.Open(folder.File("taken/rectify.db")));

        Assert.Contains(folder.File("taken/rectify.db"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_where_the_file_should_be_is_an_error_that_names_it()
    {
        Directory.CreateDirectory(File);

        var error = Assert.Throws<SqliteFileException>(() => SqliteDatabase.Open(File));

        Assert.StartsWith($"{File} cannot be opened", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_may_not_be_written_is_an_error_that_names_the_file()
    {
        // A file stands where the folder should be: that refuses even those who may do everything.
        var blocked = Path.Combine(folder.Path, "taken");
        System.IO.File.WriteAllText(blocked, "");
        var file = Path.Combine(blocked, "ledger.db");

        var error = Assert.Throws<SqliteFileException>(() => SqliteDatabase.Open(file));

        Assert.Contains(file, error.Message, StringComparison.Ordinal);
        Assert.Contains("cannot be created", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_programs_that_open_a_new_file_together_find_one_set_of_tables()
    {
        var databases = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => SqliteDatabase.Open(File), Cancellation)));
        foreach (var database in databases) database.Dispose();

        using var connection = Connect();
        Assert.Equal(SqliteSchema.Steps.Count, connection.Number("SELECT count(*) FROM schema_version"));
    }

    private void AssertRefused(string reason)
    {
        var before = System.IO.File.ReadAllBytes(File);

        var error = Assert.Throws<SqliteFileException>(() => SqliteDatabase.Open(File));

        Assert.StartsWith($"{File} {reason}", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
    }

    private async Task FillAsync()
    {
        using var database = SqliteDatabase.Open(File);
        for (var n = 1; n <= 60; n++)
        {
            var opening = Writes.Opening(string.Create(CultureInfo.InvariantCulture, $"c{n}"), n);
            Assert.Equal(AppendOutcome.Recorded, await new SqliteLedger(database).AppendAsync(opening, Cancellation));
        }
    }

    private void Sql(string sql)
    {
        using var connection = Connect();
        connection.Execute(sql);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }
}
