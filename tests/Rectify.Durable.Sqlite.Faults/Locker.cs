using Microsoft.Data.Sqlite;

namespace Rectify.Durable.Sqlite.Faults;

/// <summary>Another program on the same file: holds it locked until it is told to let go.</summary>
internal static class Locker
{
    public static int Run(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        command.ExecuteNonQuery();
        Report.Say("locked");
        Console.In.ReadLine();
        return 0;
    }
}
