using System.Text.Json;
using Azure;
using Azure.Communication.Email;
using Azure.Identity;

namespace Rectify.Mail.Acs;

/// <summary>Sends mails through Azure Communication Services, each once.</summary>
/// <remarks>
/// The client does not retry by itself (<see cref="AcsClient"/>): the service promises nothing for a second request with the same
/// operation id. It keeps the operation under that id, though, so after a lost answer it is asked, and not sent to again.
/// </remarks>
public sealed class AcsSender
{
    // No operation bears it: an answer that says so came from a service that knows who asks.
    private static readonly Guid Nobody = Guid.Empty;

    private readonly EmailClient _client;

    /// <summary>A sender for a resource.</summary>
    /// <param name="resource">A connection string, or the resource's https address for a managed identity or a developer's sign-in.</param>
    /// <param name="timeLimit">How long an answer may take.</param>
    /// <exception cref="FormatException"><paramref name="resource"/> is neither. The message does not repeat it.</exception>
    public AcsSender(string resource, TimeSpan timeLimit) => _client = AcsClient.Of(resource, timeLimit);

    /// <summary>Hands one mail over. After an answer that leaves doubt, asks what became of it.</summary>
    /// <remarks>It cannot be cancelled: a request that is cut off on its way leaves nothing but doubt. The time limit ends it.</remarks>
    public async Task<AcsOutcome> SendAsync(AcsMail mail)
    {
        string doubt;
        try
        {
            await _client.SendAsync(WaitUntil.Started, MessageOf(mail), mail.Id, CancellationToken.None);
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
        var operation = new EmailSendOperation(id.ToString(), _client);
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

    /// <summary>Finds out, without sending anything, whether mails could be handed over now.</summary>
    /// <exception cref="IOException">They could not.</exception>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        try
        {
            await new EmailSendOperation(Nobody.ToString(), _client).UpdateStatusAsync(cancellation);
        }
        catch (RequestFailedException failed) when (failed.Status is 400 or 404 or 429)
        {
            // It has no such operation, but it has answered, and to a credential that it knows.
        }
        catch (Exception failed) when (IsUnanswered(failed)
            || (failed is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // Without the inner error: its text repeats headers and bodies.
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
        return message;
    }
}
