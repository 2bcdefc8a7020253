using Rectify.Domain.Cases;
using Rectify.Domain.Terms;
using Rectify.Office.Calendar;
using Rectify.Office.Ledger;

namespace Rectify.Office.Cases;

/// <summary>Derives what the indexes have to contain about a case from its entries alone.</summary>
public sealed class IndexDerivation(CurrentCalendar calendar)
{
    /// <summary>The index entry of a case as of an instant.</summary>
    public static CaseEntry EntryOf(CaseRecord record, DecisionContext context)
    {
        var file = record.State.File;
        return new CaseEntry(
            record.CaseId, file.Opening.Unit.UnitId, record.Version, CaseStatus.Of(record.State),
            file.Deadline?.Effective ?? file.Veto?.Term.From ?? file.Opening.BeganOn,
            Schedule.Of(record.State, context.Calendar) is [var next, ..] ? next.DueAt : null)
        {
            Summary = Summaries.Of(record, context.Today),
        };
    }

    /// <summary>Every index row of a case, as its last append wrote it.</summary>
    public CaseIndexRows RowsOf(CaseRecord record)
    {
        var context = new DecisionContext(record.CaseId, record.Stream[^1].At, calendar.Value);
        var then = CaseRecord.Of(record.Stream, context)!;
        var entry = EntryOf(then, context);
        var (subjects, numbers) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        CaseState state = new CaseState.NotOpened();
        foreach (var @event in record.Stream.Select(stored => stored.Event))
        {
            var isOpening = state is CaseState.NotOpened;
            state = Evolution.Evolve(state, @event);
            if (state is not CaseState.Opened { File: var file }) continue;

            // Persons and numbers are never removed from the indexes: a case is found by whoever was named in it once.
            subjects.UnionWith(file.EverySubject.Select(subject => subject.ToString()));
            if (isOpening && file.Opening.HoldsNumber(record.CaseId)) numbers.Add(NumberSpelling.Fold(file.Opening.DocumentNumber));
            if (CaseNumbering.ClaimedBy(@event, file.Opening, record.CaseId) is { } number) numbers.Add(NumberSpelling.Fold(number));
        }

        return new CaseIndexRows(entry, subjects, numbers, entry.Summary!.Bars.Items.ToHashSet());
    }
}
