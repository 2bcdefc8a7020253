using Rectify.Domain.Messages;

namespace Rectify.Domain.Rulebooks;

/// <summary>How grave the matter is, as the supervising office judges it.</summary>
public enum Severity
{
    /// <summary>一般.</summary>
    [Words("一般", "ordinary")]
    Ordinary,

    /// <summary>严重.</summary>
    [Words("严重", "serious")]
    Serious,

    /// <summary>特别严重.</summary>
    [Words("特别严重", "especially grave")]
    EspeciallyGrave,
}
