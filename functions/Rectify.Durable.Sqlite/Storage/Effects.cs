namespace Rectify.Durable.Sqlite.Storage;

/// <summary>What one operation has added to the database and the rest of the engine must be told after the commit.</summary>
internal sealed class Effects
{
    public List<InboxMessage> Messages { get; } = [];

    public List<ActivityWork> Activities { get; } = [];

    /// <summary>Instances that started or ended.</summary>
    public List<string> Changed { get; } = [];
}
