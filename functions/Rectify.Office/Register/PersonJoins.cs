using Rectify.Domain.Identity;
using Rectify.Domain.YearlyCycle;
using Rectify.Office.Records;
using Rectify.Office.Requests;

namespace Rectify.Office.Register;

/// <summary>
/// Joins ids of the register that are one person. Joining two ids and undoing that are entries; no entry is ever changed or lost.
/// </summary>
public sealed class PersonJoins(IYearlyRecordStore yearlyRecordStore, IRegisterStore registerStore, TimeProvider clock)
{
    /// <summary>Who is joined with whom, by the entries whose instants count.</summary>
    public async Task<JoinedPersons> WhereAsync(Func<DateTimeOffset, bool> counts, CancellationToken cancellation) =>
        new((await yearlyRecordStore.EntriesAsync(YearlyRecordKind.Joins, cancellation)).Where(entry => counts(entry.At)));

    /// <summary>Who is joined with whom.</summary>
    public async Task<JoinedPersons> NowAsync(CancellationToken cancellation) =>
        new(await yearlyRecordStore.EntriesAsync(YearlyRecordKind.Joins, cancellation));

    /// <summary>Every entry that joins this id with another one or undoes that, in the order of their instants.</summary>
    public async Task<IReadOnlyList<YearlyEntry>> EntriesOfAsync(OfficialId id, CancellationToken cancellation) =>
    [
        .. (await yearlyRecordStore.EntriesAsync(YearlyRecordKind.Joins, cancellation)).Where(
            entry => entry.Subject.IdText == id.Value || entry.Item == id.Value)
            .OrderBy(entry => entry.At).ThenBy(entry => entry.Revision),
    ];

    /// <summary>The ids that are joined with this one by an entry about the two, and not through a third id.</summary>
    public async Task<IReadOnlySet<OfficialId>> DirectlyWithAsync(OfficialId id, CancellationToken cancellation) =>
        (await EntriesOfAsync(id, cancellation)).GroupBy(entry => entry.Item == id.Value ? entry.Subject.IdText : entry.Item)
            .Where(pair => pair.Last().Content is not null).Select(pair => new OfficialId(pair.Key)).ToHashSet();

    /// <summary>Joins two ids; nothing is recorded when they are joined already.</summary>
    public async Task<Problem?> JoinAsync(OfficialId one, OfficialId other, string reason, string actor, CancellationToken cancellation)
    {
        if (one == other) return Problem.Rule("otherId", RegisterMessages.JoinedWithItself.With(other));
        if (TextLimits.Refuse(("reason", reason, TextLimits.Page)) is { } refusal) return refusal;
        foreach (var id in (OfficialId[])[one, other])
        {
            if (await registerStore.FindOfficialAsync(id, cancellation) is null)
                return Problem.NotFound(RegisterMessages.NoOfficial, id.Value);
        }

        return await EnterAsync(one, other, Joined.Yes, reason, actor, cancellation);
    }

    /// <summary>Records that two ids are not one person after all; a problem when they are not joined.</summary>
    public async Task<Problem?> UndoAsync(OfficialId one, OfficialId other, string? reason, string actor, CancellationToken cancellation) =>
        reason is null ? Problem.Malformed("reason", RegisterMessages.ReasonToPart)
        : TextLimits.Refuse(("reason", reason, TextLimits.Page)) is { } refusal ? refusal
        : await EnterAsync(one, other, Joined.No, reason, actor, cancellation);

    private enum Joined
    {
        No,
        Yes,
    }

    // A pair is recorded under the id that sorts first, in whatever order the two are given.
    private async Task<Problem?> EnterAsync(OfficialId one, OfficialId other, Joined joined, string reason, string actor,
        CancellationToken cancellation)
    {
        var (first, second) = string.CompareOrdinal(one.Value, other.Value) < 0 ? (one, other) : (other, one);
        var subject = new Subject.Official(first);
        while (true)
        {
            var entries = await yearlyRecordStore.EntriesOfAsync(YearlyRecordKind.Joins, subject, cancellation);
            var stands = entries.LastOrDefault(entry => entry.Item == second.Value)?.Content is not null;
            if (stands == (joined == Joined.Yes)) return stands ? null : Problem.NotFound(RegisterMessages.NoJoin, $"{one}/{other}");

            var content = joined == Joined.Yes ? new YearlyContent.SamePerson(second) : null;
            var entry = new YearlyEntry(YearlyRecordKind.Joins, subject, entries.Count + 1, second.Value, content, reason, actor,
                clock.GetUtcNow());
            if (await yearlyRecordStore.TryAddAsync(entry, cancellation)) return null;
        }
    }
}
