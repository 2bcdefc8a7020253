using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Rectify.Office.Ledger;

namespace Rectify.Storage.Sqlite.Database;

/// <summary>Runs SQL statements with parameters, and fixes how values are written in the file.</summary>
public static class SqliteStatements
{
    extension(SqliteConnection connection)
    {
        /// <summary>Runs a change. Returns the number of rows it changed.</summary>
        public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
        {
            using var command = connection.Command(sql, values);
            return command.ExecuteNonQuery();
        }

        /// <summary>The rows of a query, in its order.</summary>
        public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
        {
            using var command = connection.Command(sql, values);
            using var rows = command.ExecuteReader();
            var list = new List<T>();
            while (rows.Read()) list.Add(read(rows));
            return list;
        }

        /// <summary>The single number that a query gives.</summary>
        public long Number(string sql, params ReadOnlySpan<(string Name, object? Value)> values) =>
            connection.Query(sql, row => row.GetInt64(0), values).Single();

        /// <summary>The single text that a query gives.</summary>
        public string Text(string sql) => connection.Query(sql, row => row.GetString(0)).Single();

        private SqliteCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> values)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in values) command.Parameters.AddWithValue(name, Stored(value));
            return command;
        }
    }

    // The library would write instants and days in a form of its own; the file has the form of StoredText.
    private static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        int or long => value,
        string text => AppendRules.Exact(text),
        DateTimeOffset instant => StoredText.Of(instant),
        DateOnly day => StoredText.Of(day),
        _ => throw new UnreachableException($"{value.GetType()} has no form in the file."),
    };
}
