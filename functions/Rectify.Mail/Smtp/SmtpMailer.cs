using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Rectify.Mail.Files;
using Rectify.Office.Delivery;
using Rectify.Office.Outbox;

namespace Rectify.Mail.Smtp;

/// <summary>Hands mails over to a mail server, with one connection for each mail.</summary>
/// <param name="settings">The server.</param>
/// <param name="sender">The address from which mails are sent.</param>
/// <param name="replyTo">Where answers go; null for the sender.</param>
/// <exception cref="FormatException">The sender's name or address is not valid in a mail.</exception>
public sealed class SmtpMailer(SmtpSettings settings, Recipient sender, Recipient? replyTo = null) : IMailer
{
    private static readonly TimeSpan NextLookAtSettings = TimeSpan.FromMinutes(15);

    private readonly MailboxAddress sender = MailAddress.Of(sender);
    private readonly MailboxAddress? replyTo = replyTo is null ? null : MailAddress.Of(replyTo);

    /// <summary>A mail server accepts the same mail twice, so that a mail whose fate is unknown is not sent again.</summary>
    public RepeatPolicy Repeat => RepeatPolicy.NeverBlindly;

    public async Task<Handover> SendAsync(Notice notice, CancellationToken cancellation)
    {
        MimeMessage message;
        try
        {
            message = EmlMessage.Of(notice, this.sender, this.replyTo);
        }
        catch (FormatException malformed)
        {
            return new Handover.Refused(malformed.Message);
        }

        using (message)
        {
            using var conversation = new SmtpConversation();
            using var client =
                new SmtpClient(conversation) { CheckCertificateRevocation = false, ServerCertificateValidationCallback = Trusts };
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(settings.TimeLimit);
            if (await ConnectAsync(client, limit.Token) is { } refused)
            {
                cancellation.ThrowIfCancellationRequested();
                return refused;
            }

            var handover = await HandOverAsync(client, message, conversation, limit.Token);
            await QuitAsync(client);
            return handover;
        }
    }

    public Task<Handover> AskAsync(Notice notice, CancellationToken cancellation) => Task.FromResult<Handover>(
        new Handover.Unknown("The sender was lost after its claim, and a mail server cannot be asked; it may or may not have gone out."));

    public async Task CheckAsync(CancellationToken cancellation)
    {
        using var client = new SmtpClient { CheckCertificateRevocation = false, ServerCertificateValidationCallback = Trusts };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(settings.TimeLimit);
        if (await ConnectAsync(client, limit.Token) is Handover.NotNow(var detail, _))
        {
            cancellation.ThrowIfCancellationRequested();
            throw new IOException(detail);
        }

        await QuitAsync(client);
    }

    // The mail is sent only after this has succeeded: when it fails, the server does not have the mail.
    private async Task<Handover?> ConnectAsync(SmtpClient client, CancellationToken limit)
    {
        try
        {
            var protection = settings.Tls switch
            {
                SmtpTls.Implicit => SecureSocketOptions.SslOnConnect,
                SmtpTls.StartTls => SecureSocketOptions.StartTls,
                _ => SecureSocketOptions.None,
            };
            await client.ConnectAsync(settings.Host, settings.Port, protection, limit);
            if (settings.SignIn is { } signIn) await client.AuthenticateAsync(signIn, limit);

            // With chunking the server never replies 354, by which SmtpConversation knows whether the server may have the mail.
            client.Capabilities &= ~SmtpCapabilities.Chunking;
            return null;
        }
        catch (AuthenticationException)
        {
            return new Handover.NotNow("The mail server refuses user and password.", NextLookAtSettings);
        }
        catch (Exception failed) when (failed is SslHandshakeException or NotSupportedException)
        {
            return new Handover.NotNow("The connection to the mail server cannot be protected as the settings say.", NextLookAtSettings);
        }
        catch (Exception failed) when (IsOfTheConnection(failed))
        {
            return new Handover.NotNow($"The mail server cannot be reached ({failed.GetType().Name}).");
        }
    }

    private static async Task<Handover> HandOverAsync(
        SmtpClient client, MimeMessage message, SmtpConversation conversation, CancellationToken limit)
    {
        try
        {
            await client.SendAsync(message, limit);
            return new Handover.Accepted();
        }
        catch (SmtpCommandException refused)
        {
            return SmtpReply.Of((int)refused.StatusCode, refused.ErrorCode);
        }
        catch (Exception failed) when (IsOfTheConnection(failed))
        {
            return SmtpReply.OfBroken(conversation);
        }
    }

    private static async Task QuitAsync(SmtpClient client)
    {
        try
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await client.DisconnectAsync(quit: true, soon.Token);
        }
        catch (Exception failed) when (IsOfTheConnection(failed))
        {
            // What became of the mail is known already; it does not matter that the server closed the connection first.
        }
    }

    private static bool IsOfTheConnection(Exception failed) =>
        failed is ProtocolException or CommandException or ServiceNotConnectedException or IOException
            or System.Net.Sockets.SocketException or OperationCanceledException or TimeoutException;

    // An office's own server often has a certificate of no known authority. Then only the certificate whose fingerprint is in the settings
    // is trusted.
    private bool Trusts(object server, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None
        || (certificate is not null && settings.Fingerprint is { } known
            && CryptographicOperations.FixedTimeEquals(known, certificate.GetCertHash(HashAlgorithmName.SHA256)));
}
