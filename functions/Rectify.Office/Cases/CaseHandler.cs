using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Calendar;
using Rectify.Office.Ledger;
using Rectify.Office.Letters;
using Rectify.Office.Observability;
using Rectify.Office.Settings;

namespace Rectify.Office.Cases;

/// <summary>The one way into the ledger: load, decide, append, and again when somebody else was first.</summary>
public sealed class CaseHandler(
    ILedger ledger, DocumentNumbers documentNumbers, AddresseeLookup addresseeLookup, NoticeSettings notices, CurrentCalendar calendar, TimeProvider clock,
    Signals signals, CaseReader reader, NotBarred notBarred, LedgerClock ledgerClock)
{
    /// <summary>Actor of everything that falls due by itself.</summary>
    public const string System = "system";

    // What falls due at one instant wakes several orchestrations of a case. Those of this process take turns, so that the later ones find
    // it done; without that they would decide the same and be refused by the ledger. Writers elsewhere meet there as ever.
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 32).Select(_ => new SemaphoreSlim(1))];

    /// <summary>The case as it is now; null when there is none.</summary>
    /// <exception cref="UnreadableCaseException">It cannot be read. Whoever looks at several asks <see cref="ReadAsync"/>.</exception>
    public async Task<CaseRecord?> FindAsync(CaseId caseId, CancellationToken cancellation) =>
        CaseReading.Required(await ReadAsync(caseId, cancellation));

    /// <summary>The same as a value, where a case that cannot be read must not stop the others.</summary>
    public async Task<CaseReading?> ReadAsync(CaseId caseId, CancellationToken cancellation) =>
        await reader.ReadAsync(ledgerClock.Seen(await ledger.ReadAsync(caseId, cancellation)), ContextFor(caseId), cancellation);

    /// <summary>Decides a command on an existing case and records what follows.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="expectedVersion">The version the caller has seen; null when any will do.</param>
    /// <param name="cancellation">Stops the waiting; what is recorded stays recorded.</param>
    public async Task<CommandOutcome> ExecuteAsync(
        CaseId caseId, CaseCommand command, string actor, int? expectedVersion, CancellationToken cancellation)
    {
        var turn = turns[(uint)caseId.GetHashCode() % (uint)turns.Length];
        await turn.WaitAsync(cancellation);
        try
        {
            return await ExecuteInTurnAsync(caseId, command, actor, expectedVersion, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<CommandOutcome> ExecuteInTurnAsync(
        CaseId caseId, CaseCommand command, string actor, int? expectedVersion, CancellationToken cancellation)
    {
        while (true)
        {
            var read = ledgerClock.Seen(await ledger.ReadAsync(caseId, cancellation));
            var context = ContextFor(caseId).After(read.Entries);
            if (CaseReading.Required(await reader.ReadAsync(read, context, cancellation)) is not { } record)
                return new CommandOutcome.NotFound();
            context = context with { InOffice = record.InOffice };
            if (expectedVersion is { } seen && seen != record.Version) return new CommandOutcome.Stale(record.Version);

            // A number that the append draws stands for itself until then: nothing but the number depends on it.
            var series = CaseNumbering.SeriesOf(command, record.Recorded, context.Today) is { } year ? documentNumbers.SeriesOf(year) : null;
            var decision = Decider.Decide(CaseNumbering.Under(command, series?.At(0)), record.Recorded, context);
            if (decision is Decision.Rejected(var rejection)) return new CommandOutcome.Refused(rejection);

            var events = ((Decision.Accepted)decision).Events;
            if (events.Count == 0) return new CommandOutcome.Done(record, []);

            var to = await AddresseesAsync(read.Entries, events, context, cancellation);
            var (append, after) = Prepare(read.Entries, record.Recorded, events, context, actor, to);
            var outcome = series is null
                ? await ledger.AppendAsync(append, cancellation)
                : await ledger.AppendAsync(new NumberedAppend(series, number =>
                {
                    events = ((Decision.Accepted)Decider.Decide(CaseNumbering.Under(command, number), record.Recorded, context)).Events;
                    (append, after) = Prepare(read.Entries, record.Recorded, events, context, actor, to);
                    return append;
                }), cancellation);
            switch (outcome)
            {
                case AppendOutcome.Recorded:
                    signals.Recorded(append.Events, after.State.File);
                    return new CommandOutcome.Done(after, append.Events);
                case AppendOutcome.NumberTaken when CaseNumbering.GivenBy(command) is { } taken:
                    return new CommandOutcome.NumberTaken(taken);
            }
        }
    }

    /// <summary>What a command leads to, under the number that it would have. Records nothing.</summary>
    public async Task<Decision> DecideAsync(CaseCommand command, CaseState recorded, DecisionContext context, CancellationToken cancellation) =>
        Decider.Decide(
            CaseNumbering.Under(command, CaseNumbering.SeriesOf(command, recorded, context.Today) is { } year ? await documentNumbers.NumberAsync(null, year, cancellation) : null),
            recorded, context);

    /// <summary>Where the mails of these events go: what <see cref="Prepare"/> needs and does not wait for.</summary>
    public async Task<Addressees> AddresseesAsync(
        IReadOnlyList<StoredEvent> stream, IReadOnlyList<CaseEvent> events, DecisionContext context, CancellationToken cancellation)
    {
        var after = (CaseState.Opened)Evolution.Fold([.. stream.Select(entry => entry.Event), .. events]);
        var to = await addresseeLookup.OfAsync(after.File, cancellation);
        return events.Any(OfficeNote.Concerns) ? to with { NotBarred = await notBarred.OfAsync(after, cancellation) } : to;
    }

    /// <summary>What recording these events on a stream would write, and the case after it.</summary>
    public (LedgerAppend Append, CaseRecord After) Prepare(
        IReadOnlyList<StoredEvent> stream, CaseState before, IReadOnlyList<CaseEvent> events,
        DecisionContext context, string actor, Addressees to)
    {
        var entries = EventChain.Extend(context.CaseId, stream, events, context.Now, actor);
        var after = CaseRecord.Of([.. stream, .. entries], context)!;
        var entry = IndexDerivation.EntryOf(after, context);
        var mails = NoticePlan.For(context.CaseId, entries, before, to, notices);
        return (new LedgerAppend(entry, stream.Count, entries, mails) { Addition = AdditionOf(before, after, events) }, after);
    }

    // The indexes of an open case follow what later entries bring into it.
    private static CaseAddition? AdditionOf(CaseState before, CaseRecord after, IReadOnlyList<CaseEvent> events)
    {
        if (before is not CaseState.Opened opened) return null;

        IReadOnlyList<Subject> subjects = [.. Named(after.State.File).Except(Named(opened.File))];
        var number = events.Select(NumberGivenBy).LastOrDefault(text => text is not null);
        return subjects.Count == 0 && number is null ? null : new CaseAddition(subjects, number is null ? null : DocumentNumber.Parse(number));
    }

    // Each measure has persons of its own (S6).
    public static IEnumerable<Subject> Named(CaseFile file) => file.Subjects.Union(file.SubjectsOf(Domain.Sanctions.Measure.Veto));

    /// <summary>The document number that an entry gives to a case that is open already; null when it gives none.</summary>
    public static string? NumberGivenBy(CaseEvent @event) => @event switch
    {
        CaseEvent.InspectionPassed e => e.DocumentNumber,
        CaseEvent.VetoImposed e => e.DocumentNumber,
        CaseEvent.VetoConfirmed e => e.DocumentNumber,
        CaseEvent.VetoDeclined e => e.DocumentNumber,
        CaseEvent.CaseCorrected e => e.DocumentNumber,
        _ => null,
    };

    public DecisionContext ContextFor(CaseId caseId) => new(caseId, clock.GetUtcNow(), calendar.Value);

    /// <summary>In which a command on a case as it was read is decided now.</summary>
    public DecisionContext ContextFor(CaseRecord record) =>
        ContextFor(record.CaseId).After(record.Stream) with { InOffice = record.InOffice };
}

/// <summary>What became of a command.</summary>
public abstract record CommandOutcome
{
    private CommandOutcome()
    {
    }

    /// <summary>It is recorded; the new entries may be none, when nothing had to be done.</summary>
    public sealed record Done(CaseRecord Case, IReadOnlyList<StoredEvent> Recorded) : CommandOutcome;

    /// <summary>The decider refused it.</summary>
    public sealed record Refused(Rejection Rejection) : CommandOutcome;

    /// <summary>Another case has the document number.</summary>
    public sealed record NumberTaken(string Number) : CommandOutcome;

    /// <summary>There is no such case.</summary>
    public sealed record NotFound : CommandOutcome;

    /// <summary>The caller has seen an older version.</summary>
    public sealed record Stale(int Version) : CommandOutcome;
}
