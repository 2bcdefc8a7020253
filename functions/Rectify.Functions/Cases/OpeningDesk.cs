using Rectify.Domain;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Functions.Calendar;
using Rectify.Functions.Http;
using Rectify.Functions.Ledger;

namespace Rectify.Functions.Cases;

/// <summary>Opens cases, exactly once per idempotency key and with document numbers that leave no gap.</summary>
internal sealed class OpeningDesk(CaseDesk desk, ILedger ledger, NumberClerk numbers, CurrentCalendar calendar, TimeProvider clock)
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
        var next = opened.NewCase ?? await desk.FindAsync(opened.CaseId, cancellation);
        return opened with { Preceding = next is null ? null : await LinkAsync(next, actor, cancellation) };
    }

    /// <summary>Says in the rung before a case that this one followed it (S16). The link is in the case's own opening entry, so that it can be made up for at any time.</summary>
    /// <returns>The rung before; null when there is none.</returns>
    public async Task<CaseId?> LinkAsync(CaseRecord next, string actor, CancellationToken cancellation)
    {
        var file = next.State.File;
        if (file.Opening.PrecededBy is { } earlier)
            await desk.ExecuteAsync(earlier, new CaseCommand.FollowUp(next.CaseId, file.Rung), actor, null, cancellation);
        return file.Opening.PrecededBy;
    }

    /// <summary>Records the opening entry alone.</summary>
    internal async Task<Outcome<Opened>> RecordAsync(
        OpeningDraft draft, string bodyHash, string? key, string actor, CancellationToken cancellation)
    {
        for (var collisions = 0; collisions < MaxCollisions; collisions++)
        {
            if (key is not null && await ledger.FindReceiptAsync(key, cancellation) is { } receipt) return Repeat(receipt, bodyHash);

            var number = await numbers.NumberAsync(draft.DocumentNumber, draft.Day.Year, cancellation);
            if (!(await DecideAsync(draft, number, key, actor, cancellation)).Try(out var decided, out var problem))
            {
                // What stands in the way may be the case that this very request opened meanwhile, when it was sent twice.
                return key is not null && await ledger.FindReceiptAsync(key, cancellation) is { } meanwhile ? Repeat(meanwhile, bodyHash) : problem;
            }

            var caseId = decided.After.CaseId;
            var text = Wire.Text(CaseView.Of(decided.After, desk.ContextFor(caseId).Today, calendar.Value));
            var answer = new Receipt(key ?? "", bodyHash, 201, $"/api/cases/{caseId}", text);
            var append = decided.Append with
            {
                Opening = new CaseOpening([.. decided.After.State.File.Subjects], number, key is null ? null : answer),
            };
            switch (await ledger.AppendAsync(append, cancellation))
            {
                case AppendOutcome.Recorded:
                    return new Opened(answer, decided.After);
                case AppendOutcome.NumberTaken when draft.DocumentNumber is { } taken:
                    return NumberTaken(taken);
            }
        }

        throw new InvalidOperationException($"No document number could be had after {MaxCollisions} attempts.");
    }

    /// <summary>What the opening would lead to. Records nothing.</summary>
    public async Task<Outcome<CaseRecord>> PreviewAsync(OpeningDraft draft, CancellationToken cancellation) =>
        (await DecideAsync(draft, await numbers.NumberAsync(draft.DocumentNumber, draft.Day.Year, cancellation), null, CaseDesk.System, cancellation))
            .Try(out var decided, out var problem)
            ? decided.After
            : problem;

    internal static Problem NumberTaken(string taken) =>
        Problem.Of(409, "document-number-taken", "The document number is taken", $"documentNumber: unique; \"{taken}\" stands on another case. (S14)")
            .About("documentNumber", $"\"{taken}\" stands on another case.");

    private async Task<Outcome<(LedgerAppend Append, CaseRecord After)>> DecideAsync(
        OpeningDraft draft, DocumentNumber number, string? key, string actor, CancellationToken cancellation)
    {
        if (CoveredDay.Refuse(draft.DayMember, draft.Day, calendar.Value) is { } uncovered) return Problem.Of(uncovered);
        if (!(await draft.CommandAsync(number, cancellation)).Try(out var command, out var problem)) return problem;

        // What may be opened once only names its case: of two requests, whoever sends them, the ledger lets one open it.
        var named = CaseNaming.NameOf(command);
        var caseId = CaseIdFor(named ?? key);
        if (named is not null && await desk.FindAsync(caseId, cancellation) is { } there) return Exists(there);
        var (context, nothing) = (desk.ContextFor(caseId), new CaseState.NotOpened());
        return Decider.Decide(command, nothing, context) switch
        {
            Decision.Rejected(var rejection) => Problem.Of(rejection),
            Decision.Accepted(var events) => await desk.PrepareAsync([], nothing, events, context, actor, cancellation),
            var other => throw new System.Diagnostics.UnreachableException(other.ToString()),
        };
    }

    private static Problem Exists(CaseRecord there) => Problem.Of(
        409, "case-exists", "The case is open already", $"The case {there.CaseId} (\"{there.State.File.Opening.DocumentNumber}\") was opened for the same; it is {WireName.Of(CaseStatus.Of(there.State))}.");

    // A request that is sent again names the same case, so that even a store without a receipt could not open it twice.
    private CaseId CaseIdFor(string? key) =>
        key is null ? new(Guid.CreateVersion7(clock.GetUtcNow()).ToString("n")) : CaseNaming.IdOf(key);

    private static Outcome<Opened> Repeat(Receipt receipt, string bodyHash) => receipt.BodyHash == bodyHash
        ? new Opened(receipt, null)
        : Problem.Of(422, "idempotency-key-reused", "The idempotency key was used before", "Idempotency-Key: one key for one body; this key came with another body before.")
            .About("Idempotency-Key", "It came with another body before.");
}

/// <summary>What opens a case.</summary>
/// <param name="Day">The day of the measure: the number belongs to its year.</param>
/// <param name="DayMember">The member of the request that holds it.</param>
/// <param name="DocumentNumber">The number that was asked for; null for the next one.</param>
/// <param name="CommandAsync">The command under a number, or the first thing in it that the register or the rulebook does not know.</param>
internal sealed record OpeningDraft(
    DateOnly Day, string DayMember, string? DocumentNumber, Func<DocumentNumber, CancellationToken, Task<Outcome<CaseCommand>>> CommandAsync);

/// <summary>The answer to an opening.</summary>
/// <param name="Answer">What was answered, or was before.</param>
/// <param name="NewCase">The case when it is new rather than repeated.</param>
internal sealed record Opened(Receipt Answer, CaseRecord? NewCase)
{
    /// <summary>The case that is open.</summary>
    public CaseId CaseId => new(Answer.Location.Split('/')[^1]);

    /// <summary>The rung that it followed, which has something to learn; null when none (S16).</summary>
    public CaseId? Preceding { get; init; }
}
