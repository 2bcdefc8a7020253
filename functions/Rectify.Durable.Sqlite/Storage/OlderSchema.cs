namespace Rectify.Durable.Sqlite.Storage;

/// <summary>What to do with a file that an earlier build wrote.</summary>
internal enum OlderSchema
{
    /// <summary>Refuse the file and leave it as it is.</summary>
    Refuse,

    /// <summary>Rename the file and create an empty one in its place.</summary>
    SetAside,
}
