namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a caller must present before an HTTP function runs.</summary>
public enum AuthorizationLevel
{
    /// <summary>Nothing: everyone may call.</summary>
    Anonymous = 0,

    /// <summary>The function key, or the master key.</summary>
    Function = 2,

    /// <summary>The master key.</summary>
    Admin = 4,
}
