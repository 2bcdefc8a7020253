using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;
using Rectify.Office.Letters;
using Rectify.Office.Settings;

namespace Rectify.Office.Cases;

/// <summary>Makes one write of decided events: chained entries, the index rows that follow, and the mails that they call for.</summary>
public sealed class AppendBuilder(AddresseeLookup addresseeLookup, NotBarred notBarred, NoticeSettings notices)
{
    /// <summary>
    /// Where the mails of these events go: what <see cref="Build"/> needs, looked up before so that it waits for nothing.
    /// </summary>
    public async Task<Addressees> AddresseesAsync(
        IReadOnlyList<StoredEvent> stream, IReadOnlyList<CaseEvent> events, CancellationToken cancellation)
    {
        var after = (CaseState.Opened)Evolution.Fold([.. stream.Select(entry => entry.Event), .. events]);
        var to = await addresseeLookup.OfAsync(after.File, cancellation);
        return events.Any(OfficeNote.Concerns) ? to with { NotBarred = await notBarred.OfAsync(after, cancellation) } : to;
    }

    /// <summary>What recording these events on a stream writes, and the case after it.</summary>
    /// <param name="stream">The entries before; none for a case that opens.</param>
    /// <param name="before">The state after them.</param>
    /// <param name="events">What was decided.</param>
    /// <param name="context">In which it was decided.</param>
    /// <param name="actor">Who did it.</param>
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

    // The indexes of an open case follow what later entries bring into it.
    private static CaseAddition? AdditionOf(CaseState before, CaseRecord after, IReadOnlyList<CaseEvent> events)
    {
        if (before is not CaseState.Opened opened) return null;

        IReadOnlyList<Subject> subjects = [.. after.State.File.EverySubject.Except(opened.File.EverySubject)];
        var number = events.Select(happened => CaseNumbering.GivenBy(happened)).LastOrDefault(text => text is not null);
        return subjects.Count == 0 && number is null ? null
            : new CaseAddition(subjects, number is null ? null : DocumentNumber.Parse(number));
    }
}
