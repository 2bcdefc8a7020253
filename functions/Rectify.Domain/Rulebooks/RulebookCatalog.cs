namespace Rectify.Domain.Rulebooks;

/// <summary>Every edition that a case may be opened under.</summary>
public sealed class RulebookCatalog(IReadOnlyList<Rulebook> rulebooks)
{
    private const string ResourcePrefix = "Rectify.Domain.Rulebooks.Shipped.";

    /// <summary>The rulebooks that come with the product.</summary>
    public static RulebookCatalog Shipped { get; } = new([.. ReadShipped()]);

    /// <summary>All editions, in the order of their ids.</summary>
    public IReadOnlyList<Rulebook> Rulebooks { get; } = [.. rulebooks.OrderBy(r => r.Id, StringComparer.Ordinal)];

    /// <summary>The edition with this id, or null.</summary>
    public Rulebook? Find(string id) => Rulebooks.FirstOrDefault(r => r.Id == id);

    /// <summary>The edition in force on <paramref name="day"/> (the latest, should several be), or null.</summary>
    public Rulebook? InForceOn(DateOnly day) =>
        Rulebooks.Where(r => r.InForceOn(day)).OrderByDescending(r => r.ValidFrom).FirstOrDefault();

    /// <summary>A rulebook from the text of its file.</summary>
    /// <exception cref="RulebookFileException">The file cannot be used; the message names file, member and value.</exception>
    public static Rulebook Read(string file, string json) => RulebookFile.Read(file, json);

    private static IEnumerable<Rulebook> ReadShipped()
    {
        var assembly = typeof(RulebookCatalog).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return Read(name[ResourcePrefix.Length..], reader.ReadToEnd());
        }
    }
}
