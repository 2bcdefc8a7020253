using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;
using Rectify.Office.Observability;

namespace Rectify.Office.Cases;

/// <summary>Carries out commands on open cases: reads the case, decides, appends, and starts again when another writer was first.</summary>
public sealed class CaseCommandHandler(
    CaseRepository cases, CaseReader reader, ILedger ledger, DocumentNumbers numbers, AppendBuilder appends, Signals signals)
{
    /// <summary>Actor of everything that falls due by itself.</summary>
    public const string System = "system";

    // Several orchestrations of a case wake at the same instant. Those of this process take turns, so that the later ones find the work
    // done. Without turns they would decide the same events and be refused by the ledger, as those of another process are.
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 32).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Decides a command on an existing case and records what follows.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="command">The command.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="expectedVersion">The version the caller has seen; null when any will do.</param>
    /// <param name="cancellation">Stops the waiting; what is recorded stays recorded.</param>
    public async Task<CommandOutcome> ExecuteAsync(
        CaseId caseId, CaseCommand command, string actor, int? expectedVersion, CancellationToken cancellation)
    {
        var outcome = await InTurnAsync(caseId, command, actor, expectedVersion, cancellation);
        if (command is CaseCommand.CorrectCase { DocumentNumber: not null } to
            && outcome is CommandOutcome.Done(var record, { Count: > 0 }))
            await CarryNumberAsync(record, to, actor, cancellation);
        return outcome;
    }

    private async Task<CommandOutcome> InTurnAsync(
        CaseId caseId, CaseCommand command, string actor, int? expectedVersion, CancellationToken cancellation)
    {
        var turn = turns[(uint)caseId.GetHashCode() % (uint)turns.Length];
        await turn.WaitAsync(cancellation);
        try
        {
            CommandOutcome? outcome = null;
            while (outcome is null) outcome = await TryExecuteAsync(caseId, command, actor, expectedVersion, cancellation);
            return outcome;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>
    /// Carries the corrected number of a document that lists several units from the case that holds it to the others. A case that an end of
    /// the process leaves out is corrected by hand, to that number and no other.
    /// </summary>
    private async Task CarryNumberAsync(CaseRecord first, CaseCommand.CorrectCase correction, string actor, CancellationToken cancellation)
    {
        var opening = first.State.File.Opening;
        foreach (var other in opening.HoldsNumber(first.CaseId) ? opening.SharedBy.Skip(1) : [])
        {
            var same = new CaseCommand.CorrectCase(null, opening.DocumentNumber, null, correction.Reason, correction.DecidedBy);
            await ExecuteAsync(other.CaseId, same, actor, null, cancellation);
        }
    }

    // Of several cases under one number the first holds it: the others follow its corrections.
    private async Task<Rejection?> RefuseNumberAsync(CaseCommand command, CaseRecord record, CancellationToken cancellation)
    {
        var opening = record.State.File.Opening;
        if (command is not CaseCommand.CorrectCase { DocumentNumber: { } asked } || opening.HoldsNumber(record.CaseId)) return null;

        var first = await cases.FindAsync(opening.SharedBy[0].CaseId, cancellation);
        var number = first?.State.File.Opening.DocumentNumber ?? opening.DocumentNumber;
        return NumberSpelling.Fold(number) == NumberSpelling.Fold(asked)
            ? null
            : Rejection.Rule("documentNumber", CaseRequestMessages.NumberIsShared.With(opening.SharedBy[0].CaseId, number, asked));
    }

    // Null when another writer was first: the case is to be read again.
    private async Task<CommandOutcome?> TryExecuteAsync(
        CaseId caseId, CaseCommand command, string actor, int? expectedVersion, CancellationToken cancellation)
    {
        var stream = await cases.StreamAsync(caseId, cancellation);
        var context = cases.ContextFor(caseId).After(stream.Entries);
        if (CaseReading.Required(await reader.ReadAsync(stream, context, cancellation)) is not { } record)
            return new CommandOutcome.NotFound(caseId);
        if (expectedVersion is { } seen && seen != record.Version) return new CommandOutcome.Stale(record.Version, seen);

        if (await RefuseNumberAsync(command, record, cancellation) is { } notItsNumber) return new CommandOutcome.Refused(notItsNumber);

        // When the append draws the number, the decision is first made with 0 in its place: nothing but the number depends on it.
        context = context with { InOffice = record.InOffice };
        var series = CaseNumbering.SeriesOf(command, record.Recorded, context.Today) is { } year ? numbers.SeriesOf(year) : null;
        var decision = Decide(series?.At(0));
        if (decision is Decision.Rejected(var rejection)) return new CommandOutcome.Refused(rejection);

        var events = ((Decision.Accepted)decision).Events;
        if (events.Count == 0) return new CommandOutcome.Done(record, []);

        var to = await appends.AddresseesAsync(stream.Entries, events, cancellation);
        var (append, after) = Build(events);
        var outcome = series is null
            ? await ledger.AppendAsync(append, cancellation)
            : await ledger.AppendAsync(new NumberedAppend(series, Renumber), cancellation);
        if (outcome is AppendOutcome.NumberTaken && CaseNumbering.GivenBy(command) is { } taken)
            return new CommandOutcome.NumberTaken(taken);
        if (outcome is not AppendOutcome.Recorded) return null;

        signals.Recorded(append.Events, after.State.File);
        return new CommandOutcome.Done(after, append.Events);

        Decision Decide(DocumentNumber? number) => Decider.Decide(CaseNumbering.Under(command, number), record.Recorded, context);

        (LedgerAppend, CaseRecord) Build(IReadOnlyList<CaseEvent> decided) =>
            appends.Build(stream.Entries, record.Recorded, decided, context, actor, to);

        LedgerAppend Renumber(DocumentNumber number)
        {
            (append, after) = Build(((Decision.Accepted)Decide(number)).Events);
            return append;
        }
    }

    /// <summary>The decision about a command with the number that it would get. Records nothing.</summary>
    public async Task<Decision> DecideAsync(CaseCommand command, CaseState recorded, DecisionContext context,
        CancellationToken cancellation)
    {
        var number = CaseNumbering.SeriesOf(command, recorded, context.Today) is { } year
            ? await numbers.NumberAsync(null, year, cancellation)
            : null;
        return Decider.Decide(CaseNumbering.Under(command, number), recorded, context);
    }
}
