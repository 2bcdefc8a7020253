namespace Rectify.Domain.Messages;

/// <summary>The languages of the pages.</summary>
public enum Language
{
    /// <summary>简体中文, the first language of the field.</summary>
    Chinese,

    /// <summary>English.</summary>
    English,
}
