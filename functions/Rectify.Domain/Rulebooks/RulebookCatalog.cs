using System.Text.Json;
using Rectify.Domain.Messages;

namespace Rectify.Domain.Rulebooks;

/// <summary>
/// Every edition that is known. One that another edition replaces is retired: its cases go on, and no case opens under it.
/// </summary>
public sealed class RulebookCatalog
{
    private const string ResourcePrefix = "Rectify.Domain.Rulebooks.Shipped.";

    private static readonly JsonSerializerOptions Indented = new(DomainJson.Options) { WriteIndented = true, NewLine = "\n" };

    private readonly Dictionary<string, Rulebook> replacements;

    // The texts of files, by the ids of their rulebooks.
    private readonly IReadOnlyDictionary<string, string> texts;

    /// <summary>A catalogue of these editions.</summary>
    /// <exception cref="ArgumentException">Two replace the same one, or some replace each other.</exception>
    public RulebookCatalog(IReadOnlyList<Rulebook> rulebooks)
        : this(rulebooks, new Dictionary<string, string>())
    {
    }

    private RulebookCatalog(IReadOnlyList<Rulebook> rulebooks, IReadOnlyDictionary<string, string> texts)
    {
        this.texts = texts;
        Rulebooks = [.. rulebooks.OrderBy(r => r.Id, StringComparer.Ordinal)];
        var replacing = Rulebooks.Where(r => r.Replaces is not null).ToList();
        if (replacing.GroupBy(r => r.Replaces).FirstOrDefault(group => group.Count() > 1) is { Key: { } twice })
            throw new ArgumentException($"{twice} is replaced by one rulebook; got several.", nameof(rulebooks));

        replacements = replacing.ToDictionary(r => r.Replaces!, StringComparer.Ordinal);
        if (Rulebooks.FirstOrDefault(r => Successors(r).Contains(r)) is { } circular)
            throw new ArgumentException($"A rulebook replaces another one; {circular.Id} replaces itself in the end.", nameof(rulebooks));
    }

    /// <summary>The rulebooks that come with the product.</summary>
    public static RulebookCatalog Shipped { get; } = OfFiles();

    /// <summary>All editions, in the order of their ids.</summary>
    public IReadOnlyList<Rulebook> Rulebooks { get; }

    /// <summary>The editions under which a case may open, in the order of their ids.</summary>
    public IEnumerable<Rulebook> Open => Rulebooks.Where(r => SuccessorOf(r) is null);

    /// <summary>The edition with this id, or null.</summary>
    public Rulebook? Find(string id) => Rulebooks.FirstOrDefault(r => r.Id == id);

    /// <summary>The edition that takes the place of a retired one; null for one under which a case may open.</summary>
    public Rulebook? SuccessorOf(Rulebook rulebook) => Successors(rulebook).LastOrDefault();

    /// <summary>The text of a rulebook's file; for one that was not read from a file, a text that says the same.</summary>
    public string TextOf(Rulebook rulebook) => texts.GetValueOrDefault(rulebook.Id) ?? JsonSerializer.Serialize(rulebook, Indented) + "\n";

    /// <summary>The edition in force on <paramref name="day"/> that is not retired (the latest, should several be), or null.</summary>
    public Rulebook? InForceOn(DateOnly day) => Open.Where(r => r.InForceOn(day)).OrderByDescending(r => r.ValidFrom).FirstOrDefault();

    /// <summary>A rulebook from the text of its file.</summary>
    /// <exception cref="RulebookFileException">The file cannot be used; the message names every member and value at fault.</exception>
    public static Rulebook Read(string file, string json) => RulebookFile.Read(file, json);

    /// <summary>A rulebook from its text, or everything that is wrong with it.</summary>
    /// <param name="json">The text, in which comments and trailing commas may stand.</param>
    /// <param name="refuseText">What is wrong with a single text in it; null when nothing is, or when texts are taken as they are.</param>
    public static RulebookReading Check(string json, Func<string, Message?>? refuseText = null) => RulebookFile.Check(json, refuseText);

    // One after the other, and none twice.
    private List<Rulebook> Successors(Rulebook rulebook)
    {
        List<Rulebook> found = [];
        while (replacements.TryGetValue((found.LastOrDefault() ?? rulebook).Id, out var next) && !found.Contains(next)) found.Add(next);
        return found;
    }

    private static RulebookCatalog OfFiles()
    {
        var assembly = typeof(RulebookCatalog).Assembly;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        List<Rulebook> rulebooks = [];
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var text = reader.ReadToEnd();
            rulebooks.Add(Read(name[ResourcePrefix.Length..], text));
            texts.Add(rulebooks[^1].Id, text);
        }

        return new RulebookCatalog(rulebooks, texts);
    }
}
