using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;

namespace Rectify.Durable.Sqlite.Storage;

/// <summary>The columns of an instance's row that both the writer and the readers use.</summary>
internal static class InstanceRow
{
    public const string Columns = """
        number, id, execution, last, (SELECT turn + 1 FROM history WHERE sequence = last), name, version, status, created,
        parent_id, parent_name, parent_execution, parent_task
        """;

    /// <summary>The input of an instance, from its row or from the table of long inputs.</summary>
    public const string Input = "coalesce(input, (SELECT long.input FROM inputs long WHERE long.execution = instances.execution))";

    public static InstanceRecord Read(SqliteDataReader row) => new()
    {
        Number = row.GetInt64(0),
        Id = row.GetString(1),
        Execution = row.GetInt64(2),
        Last = row.IsDBNull(3) ? null : row.GetInt64(3),
        Turn = row.IsDBNull(4) ? 0 : row.GetInt32(4),
        Name = row.GetString(5),
        Version = row.GetString(6),
        Status = (OrchestrationRuntimeStatus)row.GetInt32(7),
        Created = new DateTimeOffset(row.GetInt64(8), TimeSpan.Zero),
        Parent = row.IsDBNull(9) ? null : new ParentLink(row.GetString(9), row.GetString(10), row.GetInt64(11), row.GetInt32(12)),
    };
}
