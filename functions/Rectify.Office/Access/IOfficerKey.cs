namespace Rectify.Office.Access;

/// <summary>
/// Stores the officer key of an installation that has no setting for it. The key is made on the first start and shown once; only its hash
/// is kept.
/// </summary>
public interface IOfficerKey
{
    /// <summary>The stored hash; null before the first start.</summary>
    byte[]? ReadHash();

    /// <summary>Makes a key unless there is one, and shows it this once.</summary>
    /// <remarks>
    /// The key is shown before its hash is stored: if the process dies in between, the next start shows another key, instead of keeping one
    /// that nobody has seen.
    /// </remarks>
    void CreateIfMissing(Action<string> show);

    /// <summary>Stores the hash of a key that was made elsewhere, in place of any other.</summary>
    void Put(byte[] hash);
}
