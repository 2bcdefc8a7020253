namespace Rectify.Durable.Sqlite.Storage;

/// <summary>What one operation has put into the database that the rest of the engine must hear of after the commit.</summary>
internal sealed class Effects
{
    public List<InboxMessage> Messages { get; } = [];

    public List<ActivityWork> Activities { get; } = [];

    /// <summary>Instances that started or ended.</summary>
    public List<string> Changed { get; } = [];
}
