using System.Security.Cryptography;
using System.Text;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Functions.Cases;
using Rectify.Functions.Http;
using Rectify.Functions.Ledger;

namespace Rectify.Functions.Listings;

/// <summary>Opens cases, exactly once per idempotency key and with document numbers that leave no gap.</summary>
internal sealed class ListingDesk(CaseDesk desk, ListingClerk clerk, ILedger ledger, WorkingCalendar calendar, TimeProvider clock)
{
    // Each collision means that another listing was recorded meanwhile, so this many in a row is a bug, not load.
    private const int MaxCollisions = 1000;

    /// <summary>Records a listing.</summary>
    /// <param name="body">The request.</param>
    /// <param name="bodyHash">Its fingerprint.</param>
    /// <param name="key">Caller, route and idempotency key; null when the request has none.</param>
    /// <param name="actor">Who lists.</param>
    /// <param name="cancellation">Stops the waiting; what is recorded stays recorded.</param>
    public async Task<Outcome<Opened>> OpenAsync(
        ListingBody body, string bodyHash, string? key, string actor, CancellationToken cancellation)
    {
        var caseId = CaseIdFor(key);
        for (var collisions = 0; collisions < MaxCollisions; collisions++)
        {
            if (key is not null && await ledger.FindReceiptAsync(key, cancellation) is { } receipt) return Repeat(receipt, bodyHash);

            var number = await clerk.NumberAsync(body, cancellation);
            if (!(await DecideAsync(body, number, caseId, actor, cancellation)).Try(out var decided, out var problem)) return problem;

            var text = Wire.Text(CaseView.Of(decided.After, desk.ContextFor(caseId).Today, calendar));
            var answer = new Receipt(key ?? "", bodyHash, 201, $"/api/cases/{caseId}", text);
            var append = decided.Append with
            {
                Opening = new CaseOpening([.. decided.After.State.File.Subjects], number, key is null ? null : answer),
            };
            switch (await ledger.AppendAsync(append, cancellation))
            {
                case AppendOutcome.Recorded:
                    return new Opened(answer, caseId);
                case AppendOutcome.NumberTaken when body.DocumentNumber is { } taken:
                    return Problem.Of(409, "document-number-taken", "The document number is taken", $"documentNumber: unique; \"{taken}\" stands on another case. (S14)")
                        .About("documentNumber", $"\"{taken}\" stands on another case.");
            }
        }

        throw new InvalidOperationException($"No document number could be had after {MaxCollisions} attempts.");
    }

    /// <summary>What a listing would lead to. Records nothing.</summary>
    public async Task<Outcome<(LedgerAppend Append, CaseRecord After)>> PreviewAsync(ListingBody body, CancellationToken cancellation) =>
        await DecideAsync(body, await clerk.NumberAsync(body, cancellation), CaseIdFor(null), CaseDesk.System, cancellation);

    private async Task<Outcome<(LedgerAppend Append, CaseRecord After)>> DecideAsync(
        ListingBody body, DocumentNumber number, CaseId caseId, string actor, CancellationToken cancellation)
    {
        if (ListingDay.Refuse(body.ListedOn, calendar) is { } uncovered) return Problem.Of(uncovered);
        if (!(await clerk.ReadAsync(body, number, cancellation)).Try(out var command, out var problem)) return problem;

        var (context, nothing) = (desk.ContextFor(caseId), new CaseState.NotOpened());
        return Decider.Decide(command, nothing, context) switch
        {
            Decision.Rejected(var rejection) => Problem.Of(rejection),
            Decision.Accepted(var events) => await desk.PrepareAsync([], nothing, events, context, actor, cancellation),
            var other => throw new System.Diagnostics.UnreachableException(other.ToString()),
        };
    }

    // A request that is sent again names the same case, so that even a store without a receipt could not open it twice.
    private CaseId CaseIdFor(string? key) => new(
        (key is null ? Guid.CreateVersion7(clock.GetUtcNow()) : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16))).ToString("n"));

    private static Outcome<Opened> Repeat(Receipt receipt, string bodyHash) => receipt.BodyHash == bodyHash
        ? new Opened(receipt, null)
        : Problem.Of(422, "idempotency-key-reused", "The idempotency key was used before", "Idempotency-Key: one key for one body; this key came with another body before.")
            .About("Idempotency-Key", "It came with another body before.");
}

/// <summary>The answer to an opening, and the case when it is new rather than repeated.</summary>
internal sealed record Opened(Receipt Answer, CaseId? NewCase);
