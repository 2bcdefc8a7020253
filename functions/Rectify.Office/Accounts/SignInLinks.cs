using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Rectify.Domain;
using Rectify.Office.Access;
using Rectify.Office.Delivery;
using Rectify.Office.Outbox;
using Rectify.Office.Register;
using Rectify.Office.Settings;

namespace Rectify.Office.Accounts;

/// <summary>
/// Sends links to sign in to work addresses, and takes them once. The storage has the digest of a link's token, never the token.
/// </summary>
/// <remarks>
/// The mail goes out at once: it is no row of the outbox, which would keep the token, and waits for no quota, but is counted. In 15 minutes
/// at most five links go to one address. Somebody who asks for links to another's address locks nobody out by that: the links lie in the
/// owner's mailbox and are valid until the next one can be sent.
/// </remarks>
public sealed partial class SignInLinks(
    IAccessStore store, SignInHolders holders, IMailer mailer, Pace pace, OfficeSettings office, SessionClock clock,
    ILogger<SignInLinks> logger)
{
    /// <summary>How long a link is valid.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>How many links go to one address within that time.</summary>
    public const int MostPerAddress = 5;

    /// <summary>The path of a link's page, to which the token is added.</summary>
    public const string Path = "board/sign-in/";

    private const int TokenBytes = 32;
    private const string Used = "used";
    private const int MostAttempts = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    /// <summary>Sends a link to whoever signs in with this address; nothing happens for an address of nobody.</summary>
    /// <param name="address">The address as it was typed.</param>
    /// <param name="returnTo">The page of the board to which the link leads.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task SendAsync(string address, string returnTo, CancellationToken cancellation)
    {
        if (await holders.FindAsync(address, cancellation) is not var (holder, recipient)) return;
        if (!await MayBeSentAsync(recipient.Address, cancellation))
        {
            LogTooMany();
            return;
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        var link = new SignInLink(holder, returnTo);
        await store.AddAsync(
            new AccessRow(AccessRowKind.SignInLink, KeyOf(token), DomainJson.Text(link), clock.Now + Lifetime), cancellation);
        await DeliverAsync(recipient, token, cancellation);
    }

    /// <summary>Whether a link can still be used. Asking uses nothing up.</summary>
    public async Task<bool> IsOpenAsync(string token, CancellationToken cancellation) => await FindAsync(token, cancellation) is not null;

    /// <summary>Uses a link up; of several that try at once one succeeds. Null when it was used before, is too old or unknown.</summary>
    public async Task<SignInLink?> UseAsync(string token, CancellationToken cancellation)
    {
        if (await FindAsync(token, cancellation) is not { } row) return null;
        if (!await store.TryReplaceAsync(row, row with { Value = Used }, cancellation)) return null;

        var link = DomainJson.Read<SignInLink>(row.Value);
        return await holders.CallerOfAsync(link.Holder, cancellation) is null ? null : link;
    }

    private async Task<AccessRow?> FindAsync(string token, CancellationToken cancellation) =>
        await store.FindAsync(AccessRowKind.SignInLink, KeyOf(token), cancellation) is { } row && row.Value != Used
        && clock.Now < row.EndsAt
            ? row
            : null;

    // Counts the links to an address over the last minutes, for all instances.
    private async Task<bool> MayBeSentAsync(string address, CancellationToken cancellation)
    {
        var (now, key) = (clock.Now, SignInHolders.DigestOf(address));
        await store.RemoveEndedAsync(AccessRowKind.SignInLink, now, cancellation);
        await store.RemoveEndedAsync(AccessRowKind.SignInAddress, now, cancellation);
        while (true)
        {
            var first = new AccessRow(AccessRowKind.SignInAddress, key, SentLinks.Text([now]), now + Lifetime);
            var row = await store.AddAsync(first, cancellation);
            if (row == first) return true;

            var lately = DomainJson.Read<SentLinks>(row.Value).At.Where(at => at > now - Lifetime).ToList();
            if (lately.Count >= MostPerAddress) return false;
            var next = row with { Value = SentLinks.Text([.. lately, now]), EndsAt = now + Lifetime };
            if (await store.TryReplaceAsync(row, next, cancellation)) return true;
        }
    }

    private async Task DeliverAsync(Recipient recipient, string token, CancellationToken cancellation)
    {
        var id = new NoticeId($"account.0000.{SignInTexts.Template}.{KeyOf(token)[..16]}");
        var (subject, body) = SignInTexts.Of(LinkTo(token, recipient.Language), Lifetime, recipient.Language, office);
        var mail = new Notice(id, new OutboxOwner("account"), 0, SignInTexts.Template, recipient, subject, body, clock.Now);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            await pace.CountAsync(cancellation);
            switch (await mailer.SendAsync(mail, cancellation))
            {
                case Handover.Accepted:
                    LogSent(id);
                    return;
                case Handover.Refused or Handover.Unknown:
                    LogFailed(id);
                    return;
            }

            if (attempt < MostAttempts) await Task.Delay(Pause, clock.Time, cancellation);
        }

        LogFailed(id);
    }

    // The page comes in the language of the mail.
    private Uri LinkTo(string token, MailLanguage language) =>
        new(office.BaseAddress, Path + token + (language == MailLanguage.English ? "?lang=en" : ""));

    private static string KeyOf(string token) => Convert.ToHexStringLower(KeyHash.Of(token));

    // When links were sent to an address. Each write has a mark of its own, so that two in one moment are not taken for one.
    private sealed record SentLinks(string Mark, IReadOnlyList<DateTimeOffset> At)
    {
        public static string Text(IReadOnlyList<DateTimeOffset> at) =>
            DomainJson.Text(new SentLinks(RandomNumberGenerator.GetHexString(16, lowercase: true), at));
    }

    [LoggerMessage(LogLevel.Information, "The mail {NoticeId} with a link to sign in was handed over.")]
    private partial void LogSent(NoticeId noticeId);

    [LoggerMessage(LogLevel.Error, "The mail {NoticeId} with a link to sign in could not be handed over.")]
    private partial void LogFailed(NoticeId noticeId);

    [LoggerMessage(LogLevel.Warning, "An address was sent as many links to sign in as it may be in 15 minutes, and gets no further one.")]
    private partial void LogTooMany();
}

/// <summary>What a link to sign in stands for.</summary>
/// <param name="Holder">Who signs in with it.</param>
/// <param name="ReturnTo">The page of the board to which it leads.</param>
public sealed record SignInLink(SignInHolder Holder, string ReturnTo);
