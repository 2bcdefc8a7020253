using System.Text.Json;

namespace Rectify.Domain.Rulebooks;

/// <summary>Every edition that a case may be opened under.</summary>
public sealed class RulebookShelf(IReadOnlyList<Rulebook> rulebooks)
{
    private const string ResourcePrefix = "Rectify.Domain.Rulebooks.Shipped.";

    /// <summary>The rulebooks that come with the product.</summary>
    public static RulebookShelf Shipped { get; } = new([.. ReadShipped()]);

    /// <summary>All editions, in the order of their ids.</summary>
    public IReadOnlyList<Rulebook> Rulebooks { get; } = [.. rulebooks.OrderBy(r => r.Id, StringComparer.Ordinal)];

    /// <summary>The edition with this id, or null.</summary>
    public Rulebook? Find(string id) => Rulebooks.FirstOrDefault(r => r.Id == id);

    /// <summary>The edition in force on <paramref name="day"/> (the latest, should several be), or null.</summary>
    public Rulebook? InForceOn(DateOnly day) =>
        Rulebooks.Where(r => r.InForceOn(day)).OrderByDescending(r => r.ValidFrom).FirstOrDefault();

    private static IEnumerable<Rulebook> ReadShipped()
    {
        var assembly = typeof(RulebookShelf).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            yield return JsonSerializer.Deserialize<Rulebook>(stream, DomainJson.Options)
                ?? throw new JsonException($"The rulebook {name} is empty.");
        }
    }
}
