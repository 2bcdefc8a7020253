using Rectify.Domain.Identity;
using Rectify.Office.Register;

namespace Rectify.Office.Matching;

/// <summary>Everybody in the register by name, for one request: a list of names is looked up without a query for each.</summary>
public sealed class RegisterIndex
{
    private readonly Dictionary<OfficialId, RegisteredPerson> byId;
    private readonly ILookup<string, RegisteredPerson> byName;
    private readonly ILookup<string, RegisteredPerson> byLooseName;
    private readonly HashSet<string> posts;
    private IReadOnlyDictionary<Subject, string> ledgerNames = new Dictionary<Subject, string>();

    /// <param name="units">Every unit.</param>
    /// <param name="officials">Every official.</param>
    /// <param name="joined">Which ids are one person.</param>
    /// <param name="today">The local day: the posts held on it are those of now.</param>
    public RegisterIndex(
        IReadOnlyList<Unit> units, IReadOnlyList<Official> officials, JoinedPersons joined, DateOnly today)
    {
        (Units, Today) = (new UnitIndex(units), today);
        var persons = RegisteredPerson.All(officials, joined);
        byId = persons.SelectMany(person => person.Entries.Select(entry => (entry.OfficialId, person)))
            .ToDictionary(pair => pair.OfficialId, pair => pair.person);
        var names = persons.SelectMany(person => person.Entries.Select(entry => (Key: NameKey.Of(entry.Name), Person: person)))
            .Distinct().ToList();
        byName = names.ToLookup(pair => pair.Key, pair => pair.Person, StringComparer.Ordinal);
        byLooseName = names.Select(pair => (Key: NameKey.Loose(pair.Key), pair.Person)).Distinct()
            .ToLookup(pair => pair.Key, pair => pair.Person, StringComparer.Ordinal);
        posts = [.. persons.SelectMany(person => person.Posts).Select(post => post.Post).Distinct().SelectMany(PostFit.TitlesOf)];
    }

    /// <summary>The same index with the names of subjects that the ledger knows and the register does not.</summary>
    public RegisterIndex With(IReadOnlyDictionary<Subject, string> namesInLedger)
    {
        var index = (RegisterIndex)MemberwiseClone();
        index.ledgerNames = namesInLedger;
        return index;
    }

    internal UnitIndex Units { get; }

    internal DateOnly Today { get; }

    /// <summary>Those who bear the name as it is written.</summary>
    internal IEnumerable<RegisteredPerson> Bearing(string key) => byName[key];

    /// <summary>Those who bear it in other characters, or with another addition in brackets, too.</summary>
    internal IEnumerable<RegisteredPerson> BearingLoosely(string key) => byLooseName[NameKey.Loose(key)];

    internal RegisteredPerson? Find(OfficialId id) => byId.GetValueOrDefault(id);

    /// <summary>The name of a subject that only the ledger knows.</summary>
    internal string? NameInLedger(Subject subject) => ledgerNames.GetValueOrDefault(subject);

    /// <summary>Whether somebody holds or held a post of this title, or of one that ends so.</summary>
    internal bool IsPost(string key) => posts.Contains(key);

    /// <summary>Whether the subject is in register or ledger.</summary>
    public bool Knows(Subject subject) => ledgerNames.ContainsKey(subject) || subject switch
    {
        Subject.Official(var id) => byId.ContainsKey(id),
        Subject.Unit(var id) => Units.Find(id) is not null,
        _ => throw new System.Diagnostics.UnreachableException(subject.ToString()),
    };

    /// <summary>The subjects with an id that is written with or without its kind; those of an unknown id with its kind too.</summary>
    internal IEnumerable<Subject> WithId(string text)
    {
        var id = Text.TextRule.Folded(text);
        if (Subject.Parse(id) is { } whole) return [whole];
        return ((Subject[])[new Subject.Official(new OfficialId(id)), new Subject.Unit(new UnitId(id))]).Where(Knows);
    }

    /// <summary>The same for every id of a person.</summary>
    internal Subject OneOf(Subject subject) => subject is Subject.Official(var id) && Find(id) is { } person ? person.Subject : subject;
}
