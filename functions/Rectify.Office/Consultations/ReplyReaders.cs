using Rectify.Office.Accounts;
using Rectify.Office.Outbox;
using Rectify.Office.Settings;

namespace Rectify.Office.Consultations;

/// <summary>Finds who reads the news about a reply.</summary>
/// <remarks>
/// A reply belongs to the account that asked. After a hand-over its news goes to the present holder, and never to the address that the
/// former one gave. Of an account that has ended nobody at the body is known, so the office itself is told and can tell the body.
/// </remarks>
public sealed class ReplyReaders(CurrentAccounts current, OfficeSettings office)
{
    /// <summary>Who is written to; null when no address is known.</summary>
    /// <param name="actor">Who asked, as the ledger names actors.</param>
    /// <param name="replyTo">The address that was given with the question; null when none was.</param>
    /// <param name="askedBy">The body that asked.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<ReplyReader?> OfAsync(string actor, string? replyTo, string askedBy, CancellationToken cancellation)
    {
        var accounts = await current.RefreshAsync(cancellation);
        if (accounts.FindByActor(actor) is not { } account) return To(replyTo);
        if (!current.IsValid(account))
        {
            return office.Email is { } own ? new ReplyReader(new Recipient(office.Name, own, office.Language), AccountEnded: true) : null;
        }

        if (account.Caller.Actor == actor && replyTo is not null) return To(replyTo);
        return account.Email is { } address ? new ReplyReader(new Recipient(account.Name, address, account.Language)) : To(replyTo);

        ReplyReader? To(string? given) => given is null ? null : new ReplyReader(new Recipient(askedBy, given, office.Language));
    }
}

/// <summary>Who reads the news about a reply.</summary>
/// <param name="Recipient">How that reader is written to.</param>
/// <param name="AccountEnded">Whether the asking account has ended, so that the office reads it and tells the body.</param>
public sealed record ReplyReader(Recipient Recipient, bool AccountEnded = false);
