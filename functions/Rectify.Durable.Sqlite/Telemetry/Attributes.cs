namespace Rectify.Durable.Sqlite.Telemetry;

/// <summary>
/// Names of the attributes of spans and metrics. They are those of the SDK, so that the same dashboard works for Azure and the server.
/// </summary>
internal static class Attributes
{
    public const string Type = "durabletask.type";
    public const string TaskName = "durabletask.task.name";
    public const string Version = "durabletask.task.version";
    public const string InstanceId = "durabletask.task.instance_id";
    public const string TaskId = "durabletask.task.task_id";
    public const string ErrorType = "error.type";
}
