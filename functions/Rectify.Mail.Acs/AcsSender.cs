using System.Text.Json;
using Azure;
using Azure.Communication.Email;
using Azure.Identity;

namespace Rectify.Mail.Acs;

/// <summary>Sends mails through Azure Communication Services, each of them once.</summary>
/// <remarks>
/// The client does not retry (<see cref="AcsClient"/>), because the service does not promise that a second request with the same operation
/// id sends nothing. The service keeps the operation under its id, so that after a lost answer it can be asked what became of the mail.
/// </remarks>
public sealed class AcsSender
{
    // An id that no operation has. The service answers "not found" for it only after it has accepted the credential.
    private static readonly Guid Nobody = Guid.Empty;

    private readonly EmailClient client;

    /// <summary>Creates a sender for a resource.</summary>
    /// <param name="resource">A connection string, or the resource's https address for a managed identity or a developer's sign-in.</param>
    /// <param name="timeLimit">How long the service may take to answer.</param>
    /// <exception cref="FormatException">
    /// <paramref name="resource"/> is neither a connection string nor an https address. The message does not repeat it.
    /// </exception>
    public AcsSender(string resource, TimeSpan timeLimit) => client = AcsClient.Of(resource, timeLimit);

    /// <summary>Hands over one mail. When the answer leaves open whether the service has the mail, asks for the operation.</summary>
    /// <remarks>
    /// It cannot be cancelled, since a cancelled request would leave open whether the service has the mail. The time limit ends it.
    /// </remarks>
    public async Task<AcsOutcome> SendAsync(AcsMail mail)
    {
        string doubt;
        try
        {
            await client.SendAsync(WaitUntil.Started, MessageOf(mail), mail.Id, CancellationToken.None);
            return new AcsOutcome.Accepted();
        }
        catch (AuthenticationFailedException)
        {
            return new AcsOutcome.NotNow("No token could be had for the mail service.", AcsAnswer.NextLookAtSettings);
        }
        catch (RequestFailedException failed) when (AcsAnswer.Clear(failed) is { } clear)
        {
            return clear;
        }
        catch (RequestFailedException failed)
        {
            doubt = AcsAnswer.Describe(failed);
        }
        catch (Exception cutOff) when (cutOff is OperationCanceledException or IOException or JsonException or AggregateException)
        {
            doubt = "The mail service did not answer in time.";
        }

        var known = await AskAsync(mail.Id, CancellationToken.None);
        return known is AcsOutcome.Accepted or AcsOutcome.Refused
            ? known
            : new AcsOutcome.Unknown($"{doubt} Whether it has the mail could not be found out.");
    }

    /// <summary>Finds out, without sending anything, what became of a mail whose sender was lost.</summary>
    public async Task<AcsOutcome> AskAsync(Guid id, CancellationToken cancellation)
    {
        var operation = new EmailSendOperation(id.ToString(), client);
        try
        {
            await operation.UpdateStatusAsync(cancellation);
            return new AcsOutcome.Accepted();
        }
        catch (RequestFailedException failed) when (operation.HasCompleted)
        {
            return new AcsOutcome.Refused($"The mail service could not send it ({AcsAnswer.Code(failed)}).");
        }
        catch (RequestFailedException failed) when (failed.Status == 404)
        {
            return new AcsOutcome.Unknown(
                "The sender was lost, and the mail service does not know of the mail; it may still have been under way.");
        }
        catch (Exception failed) when (IsUnanswered(failed) || failed is OperationCanceledException or JsonException)
        {
            cancellation.ThrowIfCancellationRequested();
            return new AcsOutcome.NotNow("The mail service cannot be asked now.");
        }
    }

    /// <summary>Checks, without sending anything, whether mails could be handed over now.</summary>
    /// <exception cref="IOException">No mail could be handed over.</exception>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        try
        {
            await new EmailSendOperation(Nobody.ToString(), client).UpdateStatusAsync(cancellation);
        }
        catch (RequestFailedException failed) when (failed.Status is 400 or 404 or 429)
        {
            // The service has no such operation, but it has answered, and so accepts the credential.
        }
        catch (Exception failed) when (IsUnanswered(failed)
            || (failed is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // Without the inner exception, because its text contains headers and bodies.
            throw new IOException(
                failed is RequestFailedException { Status: > 0 } answered
                    ? $"The mail service answers {answered.Status}."
                    : $"The mail service cannot be reached ({failed.GetType().Name}).");
        }
    }

    private static bool IsUnanswered(Exception failed) =>
        failed is RequestFailedException or AuthenticationFailedException or IOException or AggregateException;

    private static EmailMessage MessageOf(AcsMail mail)
    {
        var message = new EmailMessage(
            mail.SenderAddress,
            new EmailRecipients([new EmailAddress(mail.RecipientAddress, mail.RecipientName)]),
            new EmailContent(mail.Subject) { PlainText = mail.Body })
        {
            UserEngagementTrackingDisabled = true,
        };
        foreach (var (name, value) in mail.Headers) message.Headers[name] = value;
        if (mail.ReplyTo is var (address, shown)) message.ReplyTo.Add(new EmailAddress(address, shown));
        return message;
    }
}
