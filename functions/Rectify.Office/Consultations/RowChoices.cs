using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Office.Matching;

namespace Rectify.Office.Consultations;

/// <summary>What the asker has chosen for the rows that may mean several, or none.</summary>
/// <param name="Of">The choice for a row; null for a row without one.</param>
public sealed record RowChoices(Func<AskedRow, RowChoice?> Of)
{
    /// <summary>
    /// The key of a row's choice. It follows from what the row says, so that a choice never passes to another row, and rows that say the
    /// same share it.
    /// </summary>
    public static string KeyOf(AskedRow row) => Digest.Of(row.Key)[..16];

    /// <summary>The rows that still need a choice; of rows that say the same, the first.</summary>
    public IReadOnlyList<MatchedRow> OpenIn(IReadOnlyList<MatchedRow> rows) =>
        [.. rows.Where(row => row is { Match: RowMatch.ToChoose, SameAs: null } && ChosenFor(row) is null)];

    /// <summary>The choice for a row; null when there is none, or it names nobody whom the row may mean.</summary>
    public RowChoice? ChosenFor(MatchedRow row) => Of(row.Asked) switch
    {
        RowChoice.One(var subject) when row.Match.Find(subject) is null => null,
        var choice => choice,
    };

    /// <summary>Every row with its subject. A row that needs a choice and has none is one about which no statement is made.</summary>
    public IReadOnlyList<ConsultedRow> Decide(IReadOnlyList<MatchedRow> rows)
    {
        var first = new Dictionary<Subject, int>();
        var decided = new List<ConsultedRow>();
        foreach (var row in rows)
        {
            var (how, subject, candidates) = (row.Match, ChosenFor(row)) switch
            {
                (RowMatch.Matched, RowChoice.None) => (Identification.NoneChosen, (Subject?)null, 1),
                (RowMatch.Matched(var one), _) =>
                    (one.Why.Contains(Sign.Id) ? Identification.ById : Identification.OnlyOne, one.Subject, 0),
                (RowMatch.ToChoose several, RowChoice.One(var chosen)) => (Identification.Chosen, chosen, several.All),
                (RowMatch.ToChoose several, _) => (Identification.NoneChosen, null, several.All),
                _ => (Identification.Unknown, null, 0),
            };
            var same = subject is null || first.TryAdd(subject, row.Asked.Row) ? row.SameAs : first[subject];
            decided.Add(new ConsultedRow(row.Asked.Row, row.Asked.Text, how, subject, candidates, same));
        }

        return decided;
    }
}

/// <summary>A choice for one row.</summary>
public abstract record RowChoice
{
    private RowChoice()
    {
    }

    /// <summary>One of the candidates.</summary>
    public sealed record One(Subject Subject) : RowChoice;

    /// <summary>None of them.</summary>
    public sealed record None : RowChoice;
}
