using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Functions.Calendar;
using Rectify.Functions.Ledger;
using Rectify.Functions.Notices;
using Rectify.Functions.Observability;

namespace Rectify.Functions.Cases;

/// <summary>The one way into the ledger: load, decide, append, and again when somebody else was first.</summary>
internal sealed class CaseDesk(
    ILedger ledger, NumberClerk numbers, AddresseeBook addressees, NoticeSettings notices, CurrentCalendar calendar, TimeProvider clock,
    Signals signals)
{
    /// <summary>Actor of everything that falls due by itself.</summary>
    public const string System = "system";

    // What falls due at one instant wakes several orchestrations of a case. Those of this process take turns, so that the later ones find
    // it done; without that they would decide the same and be refused by the ledger. Writers elsewhere meet there as ever.
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 32).Select(_ => new SemaphoreSlim(1))];

    /// <summary>The case as it is now; null when there is none.</summary>
    public async Task<CaseRecord?> FindAsync(CaseId caseId, CancellationToken cancellation) =>
        CaseRecord.Of(await ledger.LoadAsync(caseId, cancellation), ContextFor(caseId));

    /// <summary>Decides a command on an existing case and records what follows.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="expectedVersion">The version the caller has seen; null when any will do.</param>
    /// <param name="cancellation">Stops the waiting; what is recorded stays recorded.</param>
    public async Task<DeskAnswer> ExecuteAsync(
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

    private async Task<DeskAnswer> ExecuteInTurnAsync(
        CaseId caseId, CaseCommand command, string actor, int? expectedVersion, CancellationToken cancellation)
    {
        while (true)
        {
            var context = ContextFor(caseId);
            var stream = await ledger.LoadAsync(caseId, cancellation);
            if (CaseRecord.Of(stream, context) is not { } record) return new DeskAnswer.NotFound();
            if (expectedVersion is { } seen && seen != record.Version) return new DeskAnswer.Stale(record.Version);

            var decision = await DecideAsync(command, record.Recorded, context, cancellation);
            if (decision is Decision.Rejected(var rejection)) return new DeskAnswer.Refused(rejection);

            var events = ((Decision.Accepted)decision).Events;
            if (events.Count == 0) return new DeskAnswer.Done(record, []);

            var (append, after) = await PrepareAsync(stream, record.Recorded, events, context, actor, cancellation);
            switch (await ledger.AppendAsync(append, cancellation))
            {
                case AppendOutcome.Recorded:
                    signals.Recorded(append.Events, after);
                    return new DeskAnswer.Done(after, append.Events);
                case AppendOutcome.NumberTaken when NumberGivenBy(command) is { } taken:
                    return new DeskAnswer.NumberTaken(taken);
            }
        }
    }

    /// <summary>What a command leads to, under the number that it would have. Records nothing.</summary>
    public async Task<Decision> DecideAsync(CaseCommand command, CaseState recorded, DecisionContext context, CancellationToken cancellation) =>
        Decider.Decide(await NumberedAsync(command, recorded, context, cancellation), recorded, context);

    /// <summary>What recording these events on a stream would write, and the case after it.</summary>
    public async Task<(LedgerAppend Append, CaseRecord After)> PrepareAsync(
        IReadOnlyList<StoredEvent> stream, CaseState before, IReadOnlyList<CaseEvent> events,
        DecisionContext context, string actor, CancellationToken cancellation)
    {
        var entries = EventChain.Extend(context.CaseId, stream, events, context.Now, actor);
        var after = CaseRecord.Of([.. stream, .. entries], context)!;
        var mails = NoticePlan.For(
            context.CaseId, entries, before, await addressees.OfAsync(after.State.File, cancellation), notices);
        var entry = new CaseEntry(
            context.CaseId, after.State.File.Opening.Unit.UnitId, after.Version, CaseStatus.Of(after.State),
            DueOn(after.State.File), Schedule.Of(after.State, calendar.Value) is [var next, ..] ? next.DueAt : null)
        {
            Summary = Summaries.Of(after.State.File, context.Today),
        };
        return (new LedgerAppend(entry, stream.Count, entries, mails) { Addition = AdditionOf(before, after, events) }, after);
    }

    private static DateOnly DueOn(CaseFile file) =>
        file.Deadline?.Effective ?? file.Veto?.Term.From ?? file.Opening.BeganOn;

    // The indexes of an open case follow what later entries bring into it.
    private static CaseAddition? AdditionOf(CaseState before, CaseRecord after, IReadOnlyList<CaseEvent> events)
    {
        if (before is not CaseState.Opened opened) return null;

        IReadOnlyList<Subject> subjects = [.. after.State.File.Subjects.Except(opened.File.Subjects)];
        var number = events.Select(NumberGivenBy).LastOrDefault(text => text is not null);
        return subjects.Count == 0 && number is null ? null : new CaseAddition(subjects, number is null ? null : DocumentNumber.Parse(number));
    }

    // A decision has a number of its own (S14); left open it is the next of the year.
    private async Task<CaseCommand> NumberedAsync(CaseCommand command, CaseState recorded, DecisionContext context, CancellationToken cancellation)
    {
        if (command is CaseCommand.CorrectCase { DocumentNumber: { } corrected } correct)
            return correct with { DocumentNumber = DocumentNumber.Parse(corrected).Text };
        // A listing is released from by a notice of its own; what a lower rung asked for is simply done (S16).
        if (command is CaseCommand.PassInspection pass && recorded is CaseState.Opened { File.Opening: not Opening.Admonition })
            return pass with { DocumentNumber = await NumberAsync(pass.DocumentNumber, pass.InspectedOn) };
        return command is CaseCommand.DecideVeto decide && decide is not { Verdict: VetoVerdict.Decline, DocumentNumber: null }
            ? decide with { DocumentNumber = await NumberAsync(decide.DocumentNumber, decide.DecidedOn) }
            : command;

        async Task<string> NumberAsync(string? asked, DateOnly? on) =>
            (await numbers.NumberAsync(asked, (on ?? context.Today).Year, cancellation)).Text;
    }

    private static string? NumberGivenBy(CaseCommand command) => command switch
    {
        CaseCommand.PassInspection pass => pass.DocumentNumber,
        CaseCommand.DecideVeto decide => decide.DocumentNumber,
        CaseCommand.CorrectCase correct => correct.DocumentNumber,
        _ => null,
    };

    /// <summary>The document number that an entry gives to a case that is open already; null when it gives none.</summary>
    internal static string? NumberGivenBy(CaseEvent @event) => @event switch
    {
        CaseEvent.InspectionPassed e => e.DocumentNumber,
        CaseEvent.VetoImposed e => e.DocumentNumber,
        CaseEvent.VetoConfirmed e => e.DocumentNumber,
        CaseEvent.VetoDeclined e => e.DocumentNumber,
        CaseEvent.CaseCorrected e => e.DocumentNumber,
        _ => null,
    };

    public DecisionContext ContextFor(CaseId caseId) => new(caseId, clock.GetUtcNow(), calendar.Value);
}

/// <summary>What became of a command.</summary>
internal abstract record DeskAnswer
{
    private DeskAnswer()
    {
    }

    /// <summary>It is recorded; the new entries may be none, when nothing had to be done.</summary>
    public sealed record Done(CaseRecord Case, IReadOnlyList<StoredEvent> Recorded) : DeskAnswer;

    /// <summary>The decider refused it.</summary>
    public sealed record Refused(Rejection Rejection) : DeskAnswer;

    /// <summary>Another case has the document number.</summary>
    public sealed record NumberTaken(string Number) : DeskAnswer;

    /// <summary>There is no such case.</summary>
    public sealed record NotFound : DeskAnswer;

    /// <summary>The caller has seen an older version.</summary>
    public sealed record Stale(int Version) : DeskAnswer;
}
