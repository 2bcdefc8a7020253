using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Access;
using Rectify.Office.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;
using Rectify.Office.Requests;

namespace Rectify.Office.Openings;

/// <summary>Opens cases: decides, and appends the opening exactly once per idempotency key, with document numbers without gaps.</summary>
public sealed class OpeningHandler(
    CaseRepository cases, CaseCommandHandler commands, AppendBuilder appends, ILedger ledger, DocumentNumbers numbers,
    OpeningWarnings warnings,
    CaseReader reader, NotBarred notBarred, CurrentCalendar calendar, TimeProvider clock)
{
    // Each collision means that another case was recorded meanwhile, so this many in a row is a bug, not load.
    private const int MaxCollisions = 1000;

    /// <summary>The answer to an earlier request with the same key; null when there was none.</summary>
    public async Task<Outcome<Opened>?> FindAnswerAsync(OpeningRequest request, CancellationToken cancellation)
    {
        if (request.Key is not { } key || await ledger.FindReceiptAsync(key, cancellation) is not { } receipt) return null;
        if (receipt.BodyHash != request.BodyHash) return IdempotencyKey.Reused;

        // The process that opened the case may have died before it recorded the link in the case before it.
        return await LinkedAsync(new Opened(receipt, null), request, cancellation);
    }

    /// <summary>Opens a case, and records in the case before it, if there is one, that this case followed.</summary>
    public async Task<Outcome<Opened>> OpenAsync(OpeningDraft draft, OpeningRequest request, CancellationToken cancellation) =>
        (await RecordAsync(draft, request, cancellation)).Try(out var opened, out var problem)
            ? await LinkedAsync(opened, request, cancellation)
            : problem;

    /// <summary>
    /// Records in the case on the lower rung that the next case followed it (S16). The opening entry of the next case names the lower one,
    /// so the link can be completed at any time.
    /// </summary>
    /// <returns>The case on the lower rung; null when there is none.</returns>
    public async Task<CaseId?> LinkAsync(CaseRecord next, string actor, CancellationToken cancellation)
    {
        var file = next.State.File;
        if (file.Opening.PrecededBy is { } earlier)
            await commands.ExecuteAsync(earlier, new CaseCommand.FollowUp(next.CaseId, file.Rung), actor, null, cancellation);
        return file.Opening.PrecededBy;
    }

    /// <summary>Records the opening entry alone.</summary>
    internal async Task<Outcome<Opened>> RecordAsync(OpeningDraft draft, OpeningRequest request, CancellationToken cancellation)
    {
        for (var collisions = 0; collisions < MaxCollisions; collisions++)
        {
            // Until the append draws the number, 0 stands in its place: nothing but the number depends on it.
            var series = draft.DocumentNumber is null ? numbers.SeriesOf(draft.Day.Year) : null;
            var asked = series?.At(0) ?? DocumentNumber.Parse(draft.DocumentNumber!);
            if (!(await DecideAsync(draft, asked, request.Key, cancellation)).Try(out var decided, out var problem))
            {
                // The same request may have been sent twice, and the other one may have opened the case meanwhile: then its answer is
                // returned.
                return await FindAnswerAsync(request, cancellation) ?? problem;
            }

            var opening = appends.Opening(decided, asked, request.Actor).After;
            var receipt = new OpeningReceipt(
                request, calendar.Value, await warnings.OfAsync(opening, cancellation),
                await notBarred.OfAsync(opening.State, cancellation));
            var (answer, after) = (default(Receipt)!, default(CaseRecord)!);
            var outcome = series is null
                ? await ledger.AppendAsync(Under(asked), cancellation)
                : await ledger.AppendAsync(new NumberedAppend(series, Under), cancellation);
            if (outcome is AppendOutcome.Recorded) return new Opened(answer, after) { Warnings = receipt.Warnings };
            if (outcome is AppendOutcome.NumberTaken && draft.DocumentNumber is { } taken) return CaseProblems.NumberTaken(taken);
            if (await FindAnswerAsync(request, cancellation) is { } meanwhile) return meanwhile;

            LedgerAppend Under(DocumentNumber number)
            {
                (var append, after) = appends.Opening(decided, number, request.Actor);
                answer = receipt.Of(after, decided.Context.Today);
                return append with
                {
                    Opening = new CaseOpening([.. after.State.File.EverySubject], number, request.Key is null ? null : answer),
                };
            }
        }

        throw new InvalidOperationException($"No document number could be had after {MaxCollisions} attempts.");
    }

    /// <summary>What the opening would lead to. Records nothing.</summary>
    public async Task<Outcome<PreviewedOpening>> PreviewAsync(OpeningDraft draft, CancellationToken cancellation)
    {
        var number = await numbers.NumberAsync(draft.DocumentNumber, draft.Day.Year, cancellation);
        if (!(await DecideAsync(draft, number, null, cancellation)).Try(out var decided, out var problem)) return problem;

        var after = appends.Opening(decided, number, CaseCommandHandler.System).After;
        return new PreviewedOpening(
            after, await warnings.OfAsync(after, cancellation), await ForeseenAsync(after, decided.Context, cancellation),
            await notBarred.OfAsync(after.State, cancellation));
    }

    // A listing whose deadline has passed already is previewed with the veto itself, so nothing is foreseen.
    private async Task<ForeseenVeto?> ForeseenAsync(CaseRecord after, DecisionContext context, CancellationToken cancellation)
    {
        if (after.State is not CaseState.Listed { File: { Opening: Opening.Listing } file }) return null;

        var holders = await reader.HoldersAsync(file.Rulebook, file.Opening.Unit.UnitId, cancellation);
        return ForeseenVeto.Of(file, context with { InOffice = holders ?? OfficeHolders.None }) is { } veto
            ? veto with { NotBarred = await notBarred.IfMissedAsync(file, veto.Officials, cancellation) }
            : null;
    }

    private async Task<Outcome<DecidedOpening>> DecideAsync(
        OpeningDraft draft, DocumentNumber number, string? key, CancellationToken cancellation)
    {
        if (CoveredDay.Refuse(draft.DayMember, draft.Day, calendar.Value) is { } uncovered)
            return Problem.Together(draft.Refusal, Problem.Of(uncovered))!;
        if (!draft.Command.Try(out var command, out var problem)) return Problem.Together(draft.Refusal, problem)!;

        // For a matter that may be opened once only, the id of the case follows from the matter: the ledger lets one of two requests open
        // it, whoever sends them.
        var named = CaseNaming.NameOf(command);
        var caseId = CaseIdFor(named ?? key);
        if (named is not null && await cases.FindAsync(caseId, cancellation) is { } there) return Exists(there);

        var context = cases.ContextFor(caseId);
        if (command is CaseCommand.ListUnit list && await reader.HoldersAsync(list.Rulebook, list.Unit.UnitId, cancellation) is { } holders)
            context = context with { InOffice = holders };
        return Decider.Decide(CaseNumbering.Under(command, number), new CaseState.NotOpened(), context) switch
        {
            Decision.Rejected(var rejection) => Problem.Together(draft.Refusal, Problem.Of(rejection))!,
            Decision.Accepted when draft.Refusal is { } refusal => refusal,
            Decision.Accepted(var events) => new DecidedOpening(command, context, await appends.AddresseesAsync([], events, cancellation)),
            var other => throw new System.Diagnostics.UnreachableException(other.ToString()),
        };
    }

    private static Problem Exists(CaseRecord there) => Problem.Of(
        ProblemKind.Conflict, ProblemTitles.CaseExists,
        CaseRequestMessages.OpenedForTheSame.With(there.CaseId, there.State.File.Opening.DocumentNumber, CaseStatus.Of(there.State)));

    // The id follows from the key, so that a request that is sent again could open no second case even in a store without receipts.
    private CaseId CaseIdFor(string? key) =>
        key is null ? new(Guid.CreateVersion7(clock.GetUtcNow()).ToString("n")) : CaseNaming.IdOf(key);

    private async Task<Opened> LinkedAsync(Opened opened, OpeningRequest request, CancellationToken cancellation)
    {
        var next = opened.NewCase ?? await cases.FindAsync(opened.CaseId, cancellation);
        return opened with { Preceding = next is null ? null : await LinkAsync(next, request.Actor, cancellation) };
    }
}
