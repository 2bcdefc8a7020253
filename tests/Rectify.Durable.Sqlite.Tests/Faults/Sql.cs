using Microsoft.Data.Sqlite;

namespace Rectify.Durable.Sqlite.Tests.Faults;

/// <summary>A hand in the engine's file.</summary>
internal static class Sql
{
    public static object? Run(string path, string text)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        return command.ExecuteScalar();
    }
}
