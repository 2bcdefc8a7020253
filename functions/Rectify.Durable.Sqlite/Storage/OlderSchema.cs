namespace Rectify.Durable.Sqlite.Storage;

/// <summary>What becomes of a file that an earlier build wrote.</summary>
internal enum OlderSchema
{
    /// <summary>It is left as it is, and refused.</summary>
    Refuse,

    /// <summary>It is renamed, and an empty one takes its place.</summary>
    SetAside,
}
