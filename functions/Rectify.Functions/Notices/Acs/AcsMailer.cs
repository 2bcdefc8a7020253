using System.Text.Json;
using Azure;
using Azure.Communication.Email;
using Azure.Identity;

namespace Rectify.Functions.Notices.Acs;

/// <summary>Sends mails through Azure Communication Services.</summary>
/// <remarks>
/// The client must not retry by itself (<see cref="AcsClient"/>): the service promises nothing for a second request with the same
/// operation id. It keeps the operation under that id, though, so after a lost answer it is asked, and not sent to again.
/// </remarks>
internal sealed class AcsMailer(EmailClient client, string senderAddress) : IMailer
{
    // No operation bears it: an answer that says so came from a service that knows who asks.
    private static readonly Guid Nobody = Guid.Empty;

    public RepeatPolicy Repeat => RepeatPolicy.NeverBlindly;

    public async Task<Handover> SendAsync(Notice notice, CancellationToken cancellation)
    {
        string doubt;
        try
        {
            // Not the caller's token: a request that is cut off on its way leaves nothing but doubt. The client has its own time limit.
            await client.SendAsync(WaitUntil.Started, MessageOf(notice), MessageId.Of(notice.Id), CancellationToken.None);
            return new Handover.Accepted();
        }
        catch (FormatException malformed)
        {
            return new Handover.Refused(malformed.Message);
        }
        catch (AuthenticationFailedException)
        {
            return new Handover.NotNow("No token could be had for the mail service.", AcsAnswer.NextLookAtSettings);
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

        var known = await AskAsync(notice, CancellationToken.None);
        return known is Handover.Accepted or Handover.Refused
            ? known
            : new Handover.Unknown($"{doubt} Whether it has the mail could not be found out.");
    }

    public async Task<Handover> AskAsync(Notice notice, CancellationToken cancellation)
    {
        var operation = new EmailSendOperation(MessageId.Of(notice.Id).ToString(), client);
        try
        {
            await operation.UpdateStatusAsync(cancellation);
            return new Handover.Accepted();
        }
        catch (RequestFailedException failed) when (operation.HasCompleted)
        {
            return new Handover.Refused($"The mail service could not send it ({AcsAnswer.Code(failed)}).");
        }
        catch (RequestFailedException failed) when (failed.Status == 404)
        {
            return new Handover.Unknown("The sender was lost, and the mail service does not know of the mail; it may still have been under way.");
        }
        catch (Exception failed) when (failed is RequestFailedException or AuthenticationFailedException or OperationCanceledException or IOException or JsonException or AggregateException)
        {
            cancellation.ThrowIfCancellationRequested();
            return new Handover.NotNow("The mail service cannot be asked now.");
        }
    }

    public async Task CheckAsync(CancellationToken cancellation)
    {
        try
        {
            await new EmailSendOperation(Nobody.ToString(), client).UpdateStatusAsync(cancellation);
        }
        catch (RequestFailedException failed) when (failed.Status is 400 or 404 or 429)
        {
            // It has no such operation, but it has answered, and to a credential that it knows.
        }
        catch (Exception failed) when (failed is RequestFailedException or AuthenticationFailedException or IOException or AggregateException
            || (failed is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // Without the inner error: its text repeats headers and bodies.
            throw new IOException(
                failed is RequestFailedException { Status: > 0 } answered
                    ? $"The mail service answers {answered.Status}."
                    : $"The mail service cannot be reached ({failed.GetType().Name}).");
        }
    }

    private EmailMessage MessageOf(Notice notice)
    {
        // Checked as every mail is, whatever the service would make of it.
        using var checkedForm = EmlMessage.Of(notice, new MimeKit.MailboxAddress(null, senderAddress));
        return new EmailMessage(
            senderAddress,
            new EmailRecipients([new EmailAddress(notice.Recipient.Address, notice.Recipient.Name)]),
            new EmailContent(notice.Subject) { PlainText = notice.Body })
        {
            UserEngagementTrackingDisabled = true,
            Headers = { [EmlMessage.IdHeader] = notice.Id.Value },
        };
    }
}
