using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;
using Rectify.Office.Letters;
using Rectify.Office.Settings;

namespace Rectify.Office.Cases;

/// <summary>
/// Builds one ledger write from decided events: the chained entries, the index rows that follow from them, and the mails that they call
/// for.
/// </summary>
public sealed class AppendBuilder(AddresseeLookup addresseeLookup, NotBarred notBarred, NoticeSettings notices)
{
    /// <summary>
    /// Looks up where the mails of these events go. This is done before <see cref="Build"/>, which must not wait: it may run while the
    /// storage holds a document number back.
    /// </summary>
    public async Task<Addressees> AddresseesAsync(
        IReadOnlyList<StoredEvent> stream, IReadOnlyList<CaseEvent> events, CancellationToken cancellation)
    {
        var after = (CaseState.Opened)Evolution.Fold([.. stream.Select(entry => entry.Event), .. events]);
        var to = await addresseeLookup.OfAsync(after.File, cancellation);
        return events.Any(OfficeNote.Concerns) ? to with { NotBarred = await notBarred.OfAsync(after, cancellation) } : to;
    }

    /// <summary>The write that records these events on a stream, and the case after it.</summary>
    /// <param name="stream">The entries before; none for a case that opens.</param>
    /// <param name="before">The state after those entries.</param>
    /// <param name="events">What was decided.</param>
    /// <param name="context">The context of the decision.</param>
    /// <param name="actor">The actor of the entries.</param>
    /// <param name="to">Where its mails go.</param>
    public (LedgerAppend Append, CaseRecord After) Build(
        IReadOnlyList<StoredEvent> stream, CaseState before, IReadOnlyList<CaseEvent> events,
        DecisionContext context, string actor, Addressees to)
    {
        var entries = EventChain.Extend(context.CaseId, stream, events, context.Now, actor);
        var after = CaseRecord.Of([.. stream, .. entries], context)!;
        var mails = NoticePlan.For(context.CaseId, entries, before, to, notices);
        return (
            new LedgerAppend(IndexDerivation.EntryOf(after, context), stream.Count, entries,
                mails)
            { Addition = AdditionOf(before, after, events) },
            after);
    }

    // Persons and document numbers that a later entry brings into an open case are added to the indexes.
    private static CaseAddition? AdditionOf(CaseState before, CaseRecord after, IReadOnlyList<CaseEvent> events)
    {
        if (before is not CaseState.Opened opened) return null;

        IReadOnlyList<Subject> subjects = [.. after.State.File.EverySubject.Except(opened.File.EverySubject)];
        var number = events.Select(happened => CaseNumbering.ClaimedBy(happened, opened.File.Opening, after.CaseId))
            .LastOrDefault(text => text is not null);
        return subjects.Count == 0 && number is null ? null
            : new CaseAddition(subjects, number is null ? null : DocumentNumber.Parse(number));
    }
}
