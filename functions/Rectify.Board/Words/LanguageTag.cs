using Rectify.Domain.Messages;

namespace Rectify.Board.Words;

/// <summary>Languages as BCP 47 tags, in addresses and in the <c>lang</c> attribute.</summary>
public static class LanguageTag
{
    /// <summary>The tag of a language.</summary>
    public static string Of(Language language) => language == Language.English ? "en" : "zh-CN";

    /// <summary>The language of a tag; null for any other text.</summary>
    public static Language? Parse(string? tag) => tag switch
    {
        "en" => Language.English,
        "zh-CN" => Language.Chinese,
        _ => null,
    };
}
