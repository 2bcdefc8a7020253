using Rectify.Office.Access;
using Rectify.Office.Accounts;
using Rectify.Office.Delivery;
using Rectify.Office.Outbox;
using Rectify.Office.Settings;

namespace Rectify.Office.Consultations;

/// <summary>Finds who reads the news about a reply.</summary>
/// <remarks>
/// What a consulting body asks by its account belongs to the account: after a hand-over the news goes to the present holder, and never to
/// the address that the former one gave. Of an account that has ended nobody at the body is known, so the office itself is told and can
/// tell the body. Whoever else asks, such as an officer on behalf of a body, is told at the address given with the question.
/// </remarks>
public sealed class ReplyReaders(CurrentAccounts current, IConsultationStore log, OfficeSettings office) : IReaderOfToday
{
    /// <summary>Who reads a mail about a reply today, by the reply that its id names.</summary>
    public async Task<Recipient?> FindAsync(Notice mail, CancellationToken cancellation)
    {
        if (ReplyTexts.ReplyOf(mail) is not { } id || await log.FindAsync(id, cancellation) is not { } reply) return null;
        return (await OfAsync((reply.Actor, reply.AskedAs, reply.AsOf), reply.ReplyTo, reply.AskedBy, cancellation))?.Recipient;
    }

    /// <summary>Who is written to; null when no address is known.</summary>
    /// <param name="asked">Who asked, as what, and when.</param>
    /// <param name="replyTo">The address that was given with the question; null when none was.</param>
    /// <param name="askedBy">The body that asked.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<ReplyReader?> OfAsync(
        (string Actor, Role Role, DateTimeOffset At) asked, string? replyTo, string askedBy, CancellationToken cancellation)
    {
        var accounts = await current.RefreshAsync(cancellation);
        if (asked.Role != Role.Consulting || accounts.FindByActor(asked.Actor) is not { } account) return To(replyTo);

        var given = account.IsHeldBy(asked.Actor, asked.At) ? replyTo : null;
        var status = account.StatusOn(current.Today);
        if (status != AccountStatus.Valid && office.Email is { } own)
            return new ReplyReader(new Recipient(office.Name, own, office.Language), AccountEnded: true);

        // Without an address of the office the one that is known is better than none, unless the account was taken away.
        return To(given) ?? (account.Email is { } address && status != AccountStatus.Revoked
            ? new ReplyReader(new Recipient(account.Name, address, account.Language))
            : null);

        ReplyReader? To(string? to) => to is null ? null : new ReplyReader(new Recipient(askedBy, to, office.Language));
    }
}

/// <summary>Who reads the news about a reply.</summary>
/// <param name="Recipient">How that reader is written to.</param>
/// <param name="AccountEnded">Whether the asking account has ended, so that the office reads it and tells the body.</param>
public sealed record ReplyReader(Recipient Recipient, bool AccountEnded = false);
