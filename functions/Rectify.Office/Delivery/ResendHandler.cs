using Rectify.Domain.Messages;
using Rectify.Office.Outbox;
using Rectify.Office.Requests;

namespace Rectify.Office.Delivery;

/// <summary>Sends a mail again on request: as a mail of its own, once for each mail, to the address that the register has today.</summary>
public sealed class ResendHandler(IOutbox outbox, RecipientToday recipients, TimeProvider time)
{
    /// <summary>Adds the resend to the outbox.</summary>
    /// <param name="id">The mail that failed or whose outcome is unknown.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="key">The request's idempotency key; null when it has none.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <returns>The resend, which may be that of an earlier request with the same key; or the problem.</returns>
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
        // Another request added the resend after this one had looked for it.
        return Repeated((await outbox.FindAsync(resend.Id, cancellation))!.Notice, actor, key);
    }

    /// <summary>Records that the recipient of a mail was told by other means, so that nobody has to act on the mail any more.</summary>
    /// <returns>The mail, also when the same had been recorded before; or the problem.</returns>
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

    // The mail x is sent again as x.r1, and that as x.r2.
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
