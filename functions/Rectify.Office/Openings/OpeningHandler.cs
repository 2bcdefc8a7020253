using Rectify.Domain;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Access;
using Rectify.Office.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;
using Rectify.Office.Letters;
using Rectify.Office.Requests;

namespace Rectify.Office.Openings;

/// <summary>Opens cases, exactly once per idempotency key and with document numbers that leave no gap.</summary>
public sealed class OpeningHandler(
    CaseHandler caseHandler, ILedger ledger, DocumentNumbers documentNumbers, OpeningWarnings warnings, CaseReader reader, NotBarred notBarred,
    CurrentCalendar calendar, TimeProvider clock)
{
    // Each collision means that another case was recorded meanwhile, so this many in a row is a bug, not load.
    private const int MaxCollisions = 1000;

    /// <summary>Opens a case, and tells the rung before it, if any, that this one followed.</summary>
    /// <param name="draft">What opens it.</param>
    /// <param name="bodyHash">Fingerprint of the request.</param>
    /// <param name="key">Caller, route and idempotency key; null when the request has none.</param>
    /// <param name="actor">Who opens it.</param>
    /// <param name="cancellation">Stops the waiting; what is recorded stays recorded.</param>
    public async Task<Outcome<Opened>> OpenAsync(
        OpeningDraft draft, string bodyHash, string? key, string actor, CancellationToken cancellation)
    {
        if (!(await RecordAsync(draft, bodyHash, key, actor, cancellation)).Try(out var opened, out var problem)) return problem;

        // Also of a repeated request: the process that answered it first may have died in between.
        var next = opened.NewCase ?? await caseHandler.FindAsync(opened.CaseId, cancellation);
        return opened with { Preceding = next is null ? null : await LinkAsync(next, actor, cancellation) };
    }

    /// <summary>Says in the rung before a case that this one followed it (S16). The link is in the case's own opening entry, so that it can be made up for at any time.</summary>
    /// <returns>The rung before; null when there is none.</returns>
    public async Task<CaseId?> LinkAsync(CaseRecord next, string actor, CancellationToken cancellation)
    {
        var file = next.State.File;
        if (file.Opening.PrecededBy is { } earlier)
            await caseHandler.ExecuteAsync(earlier, new CaseCommand.FollowUp(next.CaseId, file.Rung), actor, null, cancellation);
        return file.Opening.PrecededBy;
    }

    /// <summary>Records the opening entry alone.</summary>
    internal async Task<Outcome<Opened>> RecordAsync(
        OpeningDraft draft, string bodyHash, string? key, string actor, CancellationToken cancellation)
    {
        for (var collisions = 0; collisions < MaxCollisions; collisions++)
        {
            if (key is not null && await ledger.FindReceiptAsync(key, cancellation) is { } receipt) return Repeat(receipt, bodyHash);

            // Until the append draws a number another stands for it: nothing but the number depends on it.
            var series = draft.DocumentNumber is null ? documentNumbers.SeriesOf(draft.Day.Year) : null;
            var asked = series?.At(0) ?? DocumentNumber.Parse(draft.DocumentNumber!);
            if (!(await PlanAsync(draft, asked, key, cancellation)).Try(out var plan, out var problem))
            {
                // What stands in the way may be the case that this very request opened meanwhile, when it was sent twice.
                return key is not null && await ledger.FindReceiptAsync(key, cancellation) is { } meanwhile ? Repeat(meanwhile, bodyHash) : problem;
            }

            var opening = plan.Under(asked, actor).After;
            var (told, bystanders) = (await warnings.OfAsync(opening, cancellation), await notBarred.OfAsync(opening.State, cancellation));
            var (answer, after) = (default(Receipt)!, default(CaseRecord)!);
            switch (series is null
                ? await ledger.AppendAsync(Under(asked), cancellation)
                : await ledger.AppendAsync(new NumberedAppend(series, Under), cancellation))
            {
                case AppendOutcome.Recorded:
                    return new Opened(answer, after) { Warnings = told };
                case AppendOutcome.NumberTaken when draft.DocumentNumber is { } taken:
                    return NumberTaken(taken);
            }

            LedgerAppend Under(DocumentNumber number)
            {
                var (append, record) = plan.Under(number, actor);
                var view = CaseView.Of(record, plan.Context.Today, calendar.Value).With(bystanders);
                var text = DomainJson.Text(view with { Warnings = [.. view.Warnings, .. told.Select(warning => warning.Text)] });
                (answer, after) = (new Receipt(key ?? "", bodyHash, 201, $"/api/cases/{record.CaseId}", text), record);
                return append with
                {
                    Opening = new CaseOpening([.. CaseHandler.Named(record.State.File)], number, key is null ? null : answer),
                };
            }
        }

        throw new InvalidOperationException($"No document number could be had after {MaxCollisions} attempts.");
    }

    /// <summary>What the opening would lead to. Records nothing.</summary>
    public async Task<Outcome<PreviewedOpening>> PreviewAsync(OpeningDraft draft, CancellationToken cancellation)
    {
        var number = await documentNumbers.NumberAsync(draft.DocumentNumber, draft.Day.Year, cancellation);
        if (!(await PlanAsync(draft, number, null, cancellation)).Try(out var plan, out var problem)) return problem;

        var after = plan.Under(number, CaseHandler.System).After;
        return new PreviewedOpening(
            after, await warnings.OfAsync(after, cancellation), await ForeseenAsync(after, plan.Context, cancellation),
            await notBarred.OfAsync(after.State, cancellation));
    }

    // Of a listing whose deadline has passed already the veto itself is previewed.
    private async Task<ForeseenVeto?> ForeseenAsync(CaseRecord after, DecisionContext context, CancellationToken cancellation)
    {
        if (after.State is not CaseState.Listed { File: { Opening: Opening.Listing } file }) return null;

        var holders = await reader.HoldersAsync(file.Rulebook, file.Opening.Unit.UnitId, cancellation);
        return ForeseenVeto.Of(file, context with { InOffice = holders ?? OfficeHolders.None }) is { } veto
            ? veto with { NotBarred = await notBarred.IfMissedAsync(file, veto.Officials, cancellation) }
            : null;
    }

    public static Problem NumberTaken(string taken) =>
        Problem.Of(ProblemKind.Conflict, ProblemTitles.NumberTaken, CaseRequestMessages.NumberTaken.With(taken).At("documentNumber"))
            .About("documentNumber", CaseRequestMessages.NumberElsewhere.With(taken));

    private async Task<Outcome<PlannedOpening>> PlanAsync(OpeningDraft draft, DocumentNumber number, string? key, CancellationToken cancellation)
    {
        if (CoveredDay.Refuse(draft.DayMember, draft.Day, calendar.Value) is { } uncovered)
            return Problem.Together(draft.Refusal, Problem.Of(uncovered))!;
        if (!(await draft.CommandAsync(number, cancellation)).Try(out var command, out var problem))
            return Problem.Together(draft.Refusal, problem)!;

        // What may be opened once only names its case: of two requests, whoever sends them, the ledger lets one open it.
        var named = CaseNaming.NameOf(command);
        var caseId = CaseIdFor(named ?? key);
        if (named is not null && await caseHandler.FindAsync(caseId, cancellation) is { } there) return Exists(there);
        var context = caseHandler.ContextFor(caseId);
        if (command is CaseCommand.ListUnit list && await reader.HoldersAsync(list.Rulebook, list.Unit.UnitId, cancellation) is { } holders)
            context = context with { InOffice = holders };
        return Decider.Decide(command, new CaseState.NotOpened(), context) switch
        {
            Decision.Rejected(var rejection) => Problem.Together(draft.Refusal, Problem.Of(rejection))!,
            Decision.Accepted when draft.Refusal is { } refusal => refusal,
            Decision.Accepted(var events) => new PlannedOpening(caseHandler, command, context, await caseHandler.AddresseesAsync([], events, context, cancellation)),
            var other => throw new System.Diagnostics.UnreachableException(other.ToString()),
        };
    }

    private static Problem Exists(CaseRecord there) => Problem.Of(
        ProblemKind.Conflict, ProblemTitles.CaseExists,
        CaseRequestMessages.OpenedForTheSame.With(there.CaseId, there.State.File.Opening.DocumentNumber, CaseStatus.Of(there.State)));

    // A request that is sent again names the same case, so that even a store without a receipt could not open it twice.
    private CaseId CaseIdFor(string? key) =>
        key is null ? new(Guid.CreateVersion7(clock.GetUtcNow()).ToString("n")) : CaseNaming.IdOf(key);

    private static Outcome<Opened> Repeat(Receipt receipt, string bodyHash) => receipt.BodyHash == bodyHash
        ? new Opened(receipt, null)
        : IdempotencyKey.Reused;
}

/// <summary>An opening that was decided, but for its number.</summary>
internal sealed record PlannedOpening(CaseHandler Handler, CaseCommand Command, DecisionContext Context, Addressees To)
{
    /// <summary>What it writes under a number, and the case that it opens.</summary>
    public (LedgerAppend Append, CaseRecord After) Under(DocumentNumber number, string actor)
    {
        var nothing = new CaseState.NotOpened();
        var events = ((Decision.Accepted)Decider.Decide(CaseNumbering.Under(Command, number), nothing, Context)).Events;
        return Handler.Prepare([], nothing, events, Context, actor, To);
    }
}

/// <summary>What opens a case.</summary>
/// <param name="Day">The day of the measure: the number belongs to its year.</param>
/// <param name="DayMember">The member of the request that holds it.</param>
/// <param name="DocumentNumber">The number that was asked for; null for the next one.</param>
/// <param name="CommandAsync">The command under a number, or the first thing in it that the register or the rulebook does not know.</param>
public sealed record OpeningDraft(
    DateOnly Day, string DayMember, string? DocumentNumber,
    Func<DocumentNumber, CancellationToken, Task<Outcome<CaseCommand>>> CommandAsync)
{
    /// <summary>What is wrong with the request by itself; it is told together with what register and rules have against it.</summary>
    public Problem? Refusal { get; init; }
}

/// <summary>The answer to an opening.</summary>
/// <param name="Answer">What was answered, or was before.</param>
/// <param name="NewCase">The case when it is new rather than repeated.</param>
public sealed record Opened(Receipt Answer, CaseRecord? NewCase)
{
    /// <summary>The case that is open.</summary>
    public CaseId CaseId => new(Answer.Location.Split('/')[^1]);

    /// <summary>The rung that it followed, which has something to learn; null when none (S16).</summary>
    public CaseId? Preceding { get; init; }

    /// <summary>What should be known of a new case; none of a repeated one.</summary>
    public IReadOnlyList<OpeningWarning> Warnings { get; init; } = [];
}

/// <summary>A case as it would open.</summary>
/// <param name="Record">The case.</param>
/// <param name="Warnings">What should be known before.</param>
/// <param name="IfMissed">The veto that follows when the deadline is missed; null where none can.</param>
/// <param name="NotBarred">Who in office is not barred by the veto with which it opens; null when it opens with none.</param>
public sealed record PreviewedOpening(
    CaseRecord Record, IReadOnlyList<OpeningWarning> Warnings, ForeseenVeto? IfMissed, IReadOnlyList<OfficeHolder>? NotBarred)
{
    /// <summary>Everything that should be known, in the words of the interface.</summary>
    public IReadOnlyList<string> Texts => [.. CaseWarnings.Of(Record.State.File), .. Warnings.Select(warning => warning.Text)];
}
