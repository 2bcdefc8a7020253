namespace Rectify.Domain.Rulebooks;

/// <summary>How grave the matter is, as the supervising office judges it.</summary>
public enum Severity
{
    /// <summary>一般.</summary>
    Ordinary,

    /// <summary>严重.</summary>
    Serious,

    /// <summary>特别严重.</summary>
    EspeciallyGrave,
}
