namespace Rectify.Office.Access;

/// <summary>The officer key of an installation without a setting for it: made on the first start, shown once, kept as a hash.</summary>
public interface IOfficerKey
{
    /// <summary>The stored hash; null before the first start.</summary>
    byte[]? ReadHash();

    /// <summary>Makes a key unless there is one, and shows it this once.</summary>
    /// <remarks>
    /// It is shown before it counts: a start that is lost in between shows another the next time, instead of keeping one that nobody knows.
    /// </remarks>
    void CreateIfMissing(Action<string> show);

    /// <summary>Keeps the hash of a key that was made elsewhere, in place of any other.</summary>
    void Put(byte[] hash);
}
