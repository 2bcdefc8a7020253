namespace Rectify.Storage.Sqlite.Database;

// The step that came with accounts.
internal static partial class SqliteSchema
{
    /// <summary>Makes the table of what was done with accounts.</summary>
    internal const string Accounts = """
        CREATE TABLE account_entries (
            revision INTEGER PRIMARY KEY CHECK (revision > 0),
            account_id TEXT NOT NULL,
            data TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER account_entries_are_never_changed BEFORE UPDATE ON account_entries
        BEGIN SELECT RAISE(ABORT, 'The entries about accounts are append-only.'); END;
        CREATE TRIGGER account_entries_are_never_deleted BEFORE DELETE ON account_entries
        BEGIN SELECT RAISE(ABORT, 'The entries about accounts are append-only.'); END;
        """;
}
