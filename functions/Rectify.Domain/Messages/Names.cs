using System.Collections.Concurrent;
using System.Reflection;

namespace Rectify.Domain.Messages;

/// <summary>The field's terms for states, grounds, roles and measures: as <see cref="WordsAttribute"/> gives them at each member.</summary>
public static class Names
{
    private static readonly ConcurrentDictionary<Enum, Bilingual?> Known = new();

    /// <summary>The term in a language.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The member has no term.</exception>
    public static string Of<T>(T member, Language language) where T : struct, Enum => Find(member) is { } words
        ? words.In(language)
        : throw new ArgumentOutOfRangeException(nameof(member), member, $"This {typeof(T).Name} has no term.");

    /// <summary>The terms of a member of any enum; null for one that has none.</summary>
    public static Bilingual? WordsOf(Enum member) => Find(member);

    /// <summary>The term of a member of any enum; null for one that has none.</summary>
    internal static Bilingual? Find(Enum member) => Known.GetOrAdd(
        member, known => known.GetType().GetField(known.ToString())?.GetCustomAttribute<WordsAttribute>()?.Words);
}
