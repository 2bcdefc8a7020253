using Rectify.Domain.Identity;
using Rectify.Office.Register;

namespace Rectify.Office.Matching;

/// <summary>Finds everybody whom a row may mean, with what speaks for and against each.</summary>
internal sealed class CandidateReader(RegisterIndex index)
{
    private readonly Dictionary<string, UnitReading> readings = new(StringComparer.Ordinal);
    private readonly PostFit postFit = new(index.Units, index.Today);

    /// <summary>The candidates of a row, the best first.</summary>
    public IReadOnlyList<MatchCandidate> Of(AskedRow row)
    {
        var place = PlaceOf(row);
        var found = row.Id is { } id ? WithId(id, row, place) : Named(row, place, []);
        return
        [
            .. found.OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
                .ThenBy(candidate => candidate.Subject.ToString(), StringComparer.Ordinal),
        ];
    }

    private IEnumerable<MatchCandidate> WithId(string id, AskedRow row, Place place)
    {
        var subjects = index.WithId(id).ToList();
        var known = subjects.Where(index.Knows).ToList();
        if (known.Count == 0)
        {
            // A spreadsheet has numbers of its own: what is not written as an id of this register says nothing beside a name.
            return row.Name is null ? [] : Named(row, place, subjects.Count > 0 ? [Sign.UnknownId] : []);
        }

        var byId = known.Select(subject => ById(subject, row)).ToList();
        return byId.Any(candidate => candidate.Why.Contains(Sign.OtherName))
            ? byId.Concat(Named(row, place, [Sign.UnknownId]).Where(named => !byId.Any(one => one.Subject == named.Subject)))
            : byId;
    }

    // The id decides; a name beside it has to be the name of the id. A joined id stays the one that was asked.
    private MatchCandidate ById(Subject subject, AskedRow row)
    {
        var names = subject switch
        {
            Subject.Official(var id) when index.Find(id) is { } person => [.. person.Entries.Select(entry => entry.Name)],
            Subject.Unit(var id) when index.Units.Find(id) is { } unit => (string[])[unit.Name],
            _ => [index.NameInLedger(subject)!],
        };
        Sign[] signs = row.Name is { } asked && !names.Any(name => IsAlike(asked, name)) ? [Sign.Id, Sign.OtherName] : [Sign.Id];
        return subject switch
        {
            Subject.Official(var id) when index.Find(id) is { } person =>
                Shown(person, person.Entries.Single(entry => entry.OfficialId == id), null, signs) with { Subject = subject },
            Subject.Unit(var id) when index.Units.Find(id) is { } unit => Shown(unit, signs),
            _ => new MatchCandidate(subject, names[0], null, null, null, MatchCandidate.Scored(signs), signs),
        };
    }

    private static bool IsAlike(string asked, string name) =>
        NameKey.Loose(NameKey.Of(asked)) == NameKey.Loose(NameKey.Of(name)) || NameKey.OfUnit(asked) == NameKey.OfUnit(name);

    private IEnumerable<MatchCandidate> Named(AskedRow row, Place place, IReadOnlyList<Sign> before) =>
        row.Name is { } name ? [.. Persons(name, place, before), .. Units(name, place, before)]
        : row is { Unit: { } alone, Post: null } ? Units(alone, new Place(null, []), before)
        : [];

    private IEnumerable<MatchCandidate> Persons(string name, Place place, IReadOnlyList<Sign> before)
    {
        var key = NameKey.Of(name);
        if (!index.Bearing(key).Any()) key = NameKey.WithoutSex(key);
        var same = index.Bearing(key).ToHashSet();
        foreach (var person in index.BearingLoosely(key).Union(same))
        {
            var sign = same.Contains(person) ? Sign.Name
                : person.Entries.Any(
                    entry => TraditionalForms.Simplified(NameKey.Of(entry.Name)) == TraditionalForms.Simplified(key))
                    ? Sign.NameInOtherScript
                : Sign.NameButForAddition;
            Sign[] signs =
            [
                .. before, sign, .. UnitSigns(person, place.Unit),
                .. place.Posts.SelectMany(post => postFit.Signs(person, post)).Distinct(),
            ];
            yield return Shown(person, person.Entries[0], KnownBy(person, place.Unit), signs);
        }
    }

    private IEnumerable<Sign> UnitSigns(RegisteredPerson person, UnitReading? unit)
    {
        if (unit is null) return [];
        var whole = person.Posts.Where(post => unit.Whole.Contains(post.UnitId)).ToList();
        if (whole.Count > 0) return [whole.Any(post => post.HeldOn(index.Today)) ? Sign.Unit : Sign.UnitAtOtherTime];
        if (person.Posts.Any(post => unit.ByEnd.Contains(post.UnitId))) return [Sign.EndOfUnit];
        var kin = index.Units.InSuccessionWith(unit.Whole.Concat(unit.ByEnd));
        return [person.Posts.Any(post => kin.Contains(post.UnitId)) ? Sign.UnitInSuccession : Sign.OtherUnit];
    }

    // The post in the unit of the row, one of now before one of another time; null when the row names none of the person's units.
    private OfficialPost? KnownBy(RegisteredPerson person, UnitReading? unit) => unit is null
        ? null
        : person.Posts.Where(post => unit.Whole.Contains(post.UnitId) || unit.ByEnd.Contains(post.UnitId))
            .OrderByDescending(post => post.HeldOn(index.Today)).ThenByDescending(post => post.From).FirstOrDefault();

    private IEnumerable<MatchCandidate> Units(string name, Place place, IReadOnlyList<Sign> before)
    {
        var key = NameKey.OfUnit(name);
        var bearing = index.Units.Bearing(key).ToList();
        foreach (var id in bearing.Count > 0 ? bearing : index.Units.EndingIn(key))
        {
            var unit = index.Units.Find(id)!;
            var sign = bearing.Count == 0 ? Sign.EndOfName
                : NameKey.Plain(name) == NameKey.Plain(unit.Name) || NameKey.OfUnit(unit.Name) != key ? Sign.Name
                : Sign.NameInOtherScript;
            UnitId[] own = [id, .. unit.ParentUnitId is { } parent ? (UnitId[])[parent] : []];
            Sign[] signs =
            [
                .. before, sign,
                .. place.Unit is not { } above || own.Any(each => above.Whole.Contains(each) || above.ByEnd.Contains(each)) ? (Sign[])[]
                    : [Sign.OtherUnit],
                .. place.Posts.Count == 0 ? (Sign[])[] : [Sign.OtherPost],
                .. unit.SuccessorUnitId is null ? (Sign[])[] : [Sign.Succeeded],
            ];
            yield return Shown(unit, signs);
            // Who names a unit that was merged or renamed may mean the one that took its place.
            if (unit.SuccessorUnitId is { } next && index.Units.Find(next) is { } successor && !bearing.Contains(next))
                yield return Shown(successor, [.. before, Sign.UnitInSuccession]);
        }
    }

    private Place PlaceOf(AskedRow row)
    {
        if (row.Unit is { } text)
        {
            var unit = Read(text);
            // A column of units with posts may have a post alone.
            var isPost = !unit.IsKnown && index.IsPost(NameKey.Of(text));
            return new Place(
                isPost ? null : unit, [.. ((string?[])[isPost ? text : unit.Post, row.Post]).OfType<string>()]);
        }

        // A cell with the post may begin with the unit.
        return row.Post is not { } post ? new Place(null, [])
            : Read(post) is { Whole.Count: > 0, Post: { } behind } reading ? new Place(reading, [behind])
            : new Place(null, [post]);
    }

    private UnitReading Read(string text) =>
        readings.TryGetValue(text, out var known) ? known : readings[text] = index.Units.Read(text);

    private MatchCandidate Shown(RegisteredPerson person, Official entry, OfficialPost? knownBy, IReadOnlyList<Sign> signs)
    {
        var post = knownBy ?? entry.MainPost;
        return new MatchCandidate(
            person.Subject, entry.Name, index.Units.NameOf(post.UnitId), post.Post, post.From, MatchCandidate.Scored(signs), signs);
    }

    private MatchCandidate Shown(Unit unit, IReadOnlyList<Sign> signs) => new(
        new Subject.Unit(unit.UnitId), unit.Name, index.Units.NameOf(unit.ParentUnitId), null, null, MatchCandidate.Scored(signs), signs);

    // What the row says beside the name; each of the posts has to fit.
    private sealed record Place(UnitReading? Unit, IReadOnlyList<string> Posts);
}
