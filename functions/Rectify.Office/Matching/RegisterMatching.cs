using Rectify.Domain.Calendar;
using Rectify.Domain.Identity;
using Rectify.Office.Eligibility;
using Rectify.Office.Register;
using Rectify.Office.Requests;

namespace Rectify.Office.Matching;

/// <summary>Finds whom the rows of a list mean in the register of now, which is read once for a whole list.</summary>
public sealed class RegisterMatching(IRegisterStore registerStore, PersonJoins joins, SubjectLookup subjectLookup, TimeProvider clock)
{
    /// <summary>How many rows a list has at most.</summary>
    public const int MaxRows = 1000;

    /// <summary>How long a row is at most.</summary>
    public const int MaxRowLength = 1000;

    /// <summary>Whom the rows of a pasted text mean.</summary>
    /// <param name="member">The member of the request with the text.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<Outcome<IReadOnlyList<MatchedRow>>> MatchAsync(string member, string text, CancellationToken cancellation)
    {
        // A heading may be one of the lines.
        var lines = PastedRows.LinesIn(text);
        if (lines.Count > MaxRows + 1) return MatchingMessages.Count(member, lines.Count);
        if (lines.FirstOrDefault(line => line.Length > MaxRowLength) is { Length: > 0 } longest)
            return MatchingMessages.Long(member, longest);

        var index = PastedRows.OnlyIds(text) is { } ids ? await IndexOfAsync(ids, cancellation) : await IndexAsync(cancellation);
        return await MatchAsync(PastedRows.Read(text, index), index, member, cancellation);
    }

    /// <summary>Whom rows mean that are taken apart already.</summary>
    public async Task<Outcome<IReadOnlyList<MatchedRow>>> MatchAsync(IReadOnlyList<AskedRow> rows, CancellationToken cancellation) =>
        await MatchAsync(rows, rows.Count > MaxRows ? null : await IndexAsync(cancellation), "rows", cancellation);

    private async Task<Outcome<IReadOnlyList<MatchedRow>>> MatchAsync(
        IReadOnlyList<AskedRow> rows, RegisterIndex? index, string member, CancellationToken cancellation)
    {
        if (index is null || rows.Count > MaxRows) return MatchingMessages.Count(member, rows.Count);
        if (rows.FirstOrDefault(row => row.Text.Length > MaxRowLength) is { } longest)
            return MatchingMessages.Long(member, (longest.Row, longest.Text.Length));

        // Who was named by a case and never entered into the register is known by the id alone.
        var others = rows.Select(row => row.Id is { } id ? CellReader.WholeId(id) : null).OfType<Subject>().Distinct()
            .Where(subject => !index.Knows(subject)).ToList();
        var known = others.Count == 0
            ? new Dictionary<Subject, string>()
            : (await subjectLookup.FindAsync(others, clock.GetUtcNow(), cancellation)).Values.Where(found => found.IsKnown)
                .ToDictionary(found => found.Subject, found => found.Name ?? found.Subject.IdText);
        return Outcome<IReadOnlyList<MatchedRow>>.Of(new RowMatcher(index.With(known)).Match(rows));
    }

    private async Task<RegisterIndex> IndexAsync(CancellationToken cancellation) => new(
        await registerStore.AllUnitsAsync(cancellation), await registerStore.AllOfficialsAsync(cancellation),
        await joins.NowAsync(cancellation), LocalDay.Of(clock.GetUtcNow()));

    // A list of ids needs those alone.
    private async Task<RegisterIndex> IndexOfAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        var officials = await registerStore.FindOfficialsAsync(
            [.. subjects.OfType<Subject.Official>().Select(official => official.Id).Distinct()], cancellation);
        UnitId[] units =
        [
            .. subjects.OfType<Subject.Unit>().Select(unit => unit.Id).Concat(officials.Select(official => official.MainPost.UnitId))
                .Distinct(),
        ];
        return new RegisterIndex(
            await registerStore.FindUnitsAsync(units, cancellation), officials, await joins.NowAsync(cancellation),
            LocalDay.Of(clock.GetUtcNow()));
    }
}
