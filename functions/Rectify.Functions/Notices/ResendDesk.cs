using Rectify.Functions.Http;

namespace Rectify.Functions.Notices;

/// <summary>Sends a mail again because somebody asks for it: as a mail of its own, at most one of each mail.</summary>
internal sealed class ResendDesk(IOutbox outbox, TimeProvider time)
{
    /// <summary>Puts the resend into the outbox.</summary>
    /// <param name="id">The mail that failed or whose outcome is unknown.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="key">The request's idempotency key; null when it has none.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <returns>The resend, also that of an earlier request with the same key; or why there is none.</returns>
    public async Task<Outcome<Notice>> ResendAsync(NoticeId id, string actor, string? key, CancellationToken cancellation)
    {
        if (await outbox.FindAsync(id, cancellation) is not { } row) return Problem.NotFound("mail", id.Value);

        var resend = row.Notice with { Id = IdOf(id), CreatedAt = time.GetUtcNow(), Resend = new Resend(id, actor, key) };
        if (await outbox.FindAsync(resend.Id, cancellation) is { } earlier) return Repeated(earlier.Notice, actor, key);
        if (row.Status is not (NoticeStatus.Failed or NoticeStatus.Unknown))
        {
            return Problem.Of(
                409, "mail-not-resendable", "The mail cannot be sent again",
                $"A mail that failed or whose outcome is unknown can be sent again; {id} is {Domain.WireName.Of(row.Status)}.");
        }

        if (await outbox.AddAsync(resend, cancellation)) return resend;
        // Somebody else was first between the look and the entry.
        return Repeated((await outbox.FindAsync(resend.Id, cancellation))!.Notice, actor, key);
    }

    private static Outcome<Notice> Repeated(Notice earlier, string actor, string? key) =>
        key is not null && earlier.Resend is { } request && request.RequestKey == key && request.RequestedBy == actor
            ? earlier
            : Problem.Of(
                409, "mail-already-resent", "The mail was sent again before",
                $"Of one mail there is one resend: {earlier.Resend!.Of} was sent again as {earlier.Id}. If that failed too, send that again.");

    // x, x.r1, x.r2: each names the one before it.
    private static NoticeId IdOf(NoticeId id)
    {
        var dot = id.Value.LastIndexOf(".r", StringComparison.Ordinal);
        return dot > 0 && int.TryParse(id.Value[(dot + 2)..], out var attempt)
            ? new NoticeId($"{id.Value[..dot]}.r{attempt + 1}")
            : new NoticeId($"{id.Value}.r1");
    }
}
