namespace Rectify.Domain.Messages;

/// <summary>A text in both languages.</summary>
public readonly record struct Bilingual(string Chinese, string English)
{
    /// <summary>The text in a language.</summary>
    public string In(Language language) => language == Language.English ? English : Chinese;

    /// <summary>A text that is the same in both, such as a name.</summary>
    public static Bilingual Same(string text) => new(text, text);

    /// <summary>Lets code write a bilingual text as a pair, the Chinese text first.</summary>
    public static implicit operator Bilingual((string Chinese, string English) words) => new(words.Chinese, words.English);
}
