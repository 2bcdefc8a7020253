using Rectify.Domain.Messages;
using Rectify.Office.Outbox;
using Rectify.Office.Requests;

namespace Rectify.Office.Delivery;

/// <summary>
/// Sends a mail again because somebody asks for it: as a mail of its own, at most one of each mail, to the address that the register has
/// today.
/// </summary>
public sealed class ResendHandler(IOutbox outbox, RecipientToday recipients, TimeProvider time)
{
    /// <summary>Puts the resend into the outbox.</summary>
    /// <param name="id">The mail that failed or whose outcome is unknown.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="key">The request's idempotency key; null when it has none.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <returns>The resend, also that of an earlier request with the same key; or why there is none.</returns>
    public async Task<Outcome<Notice>> ResendAsync(NoticeId id, string actor, string? key, CancellationToken cancellation)
    {
        if (await outbox.FindAsync(id, cancellation) is not { } row) return Problem.NotFound(MailMessages.NoMail, id.Value);

        var resend = row.Notice with
        {
            Id = IdOf(id),
            CreatedAt = time.GetUtcNow(),
            Resend = new Resend(id, actor, key),
            Recipient = await recipients.OfAsync(row.Notice, cancellation),
        };
        if (await outbox.FindAsync(resend.Id, cancellation) is { } earlier) return Repeated(earlier.Notice, actor, key);
        if (row.Status is not (NoticeStatus.Failed or NoticeStatus.Unknown))
        {
            return Problem.Of(ProblemKind.Conflict, ProblemTitles.NotResendable,
                MailMessages.NotResendable.With(id.Value, WordsOf(row.Status)));
        }

        if (await outbox.AddAsync(resend, cancellation)) return resend;
        // Somebody else was first between the look and the entry.
        return Repeated((await outbox.FindAsync(resend.Id, cancellation))!.Notice, actor, key);
    }

    /// <summary>Settles a mail because its recipient was told by other means. It then waits for nobody any more.</summary>
    /// <returns>The mail, also when the same was said before; or why it is not settled.</returns>
    public async Task<Outcome<OutboxRow>> TellAsync(NoticeId id, string note, string actor, CancellationToken cancellation)
    {
        await outbox.TellAsync(id, new ToldOtherwise(actor, note, time.GetUtcNow()), cancellation);
        return await outbox.FindAsync(id, cancellation) switch
        {
            null => Problem.NotFound(MailMessages.NoMail, id.Value),
            { Told: { } told } row when told.By == actor && told.Note == note => row,
            { } row => Problem.Of(ProblemKind.Conflict, ProblemTitles.NotOpen, MailMessages.NotOpen.With(id.Value, WordsOf(row.Status))),
        };
    }

    private static Outcome<Notice> Repeated(Notice earlier, string actor, string? key) =>
        key is not null && earlier.Resend is { } request && request.RequestKey == key && request.RequestedBy == actor
            ? earlier
            : Problem.Of(ProblemKind.Conflict, ProblemTitles.ResentBefore,
                MailMessages.ResentBefore.With(earlier.Resend!.Of.Value, earlier.Id.Value));

    // x, x.r1, x.r2: each names the one before it.
    private static NoticeId IdOf(NoticeId id)
    {
        var dot = id.Value.LastIndexOf(".r", StringComparison.Ordinal);
        return dot > 0 && int.TryParse(id.Value[(dot + 2)..], out var attempt)
            ? new NoticeId($"{id.Value[..dot]}.r{attempt + 1}")
            : new NoticeId($"{id.Value}.r1");
    }

    private static Bilingual WordsOf(NoticeStatus status) =>
        (Names.Of(status, Language.Chinese), Domain.WireName.Of(status));
}
