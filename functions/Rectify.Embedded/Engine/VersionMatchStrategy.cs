namespace Rectify.Embedded.Engine;

/// <summary>Which instances the code may run, by their version and the version of the code.</summary>
public enum VersionMatchStrategy
{
    /// <summary>All of them.</summary>
    None,

    /// <summary>Those of the very version of the code.</summary>
    Strict,

    /// <summary>Those of the version of the code and of older ones.</summary>
    CurrentOrOlder,
}
