using System.Diagnostics;
using Rectify.Mail.Acs;
using Rectify.Mail.Files;
using Rectify.Office.Delivery;
using Rectify.Office.Outbox;
using Rectify.Office.Text;

namespace Rectify.Functions.Mail;

/// <summary>Hands mails over to Azure Communication Services.</summary>
internal sealed class AcsMailer(AcsSender sender, string senderAddress, Recipient? replyTo = null) : IMailer
{
    public RepeatPolicy Repeat => RepeatPolicy.NeverBlindly;

    public async Task<Handover> SendAsync(Notice notice, CancellationToken cancellation)
    {
        try
        {
            // Refuses what any mail may not contain, before the service sees it.
            using var checkedForm = EmlMessage.Of(notice, new MimeKit.MailboxAddress(null, senderAddress));
        }
        catch (FormatException malformed)
        {
            return new Handover.Refused(malformed.Message);
        }

        return HandoverOf(await sender.SendAsync(
            new AcsMail(MessageId.Of(notice.Id), senderAddress, notice.Recipient.Address, TextRule.OneLine(notice.Recipient.Name),
                TextRule.OneLine(notice.Subject), notice.Body)
            {
                Headers = new Dictionary<string, string> { [EmlMessage.IdHeader] = notice.Id.Value },
                ReplyTo = replyTo is null || replyTo.Address == senderAddress ? null : (replyTo.Address, TextRule.OneLine(replyTo.Name)),
            }));
    }

    public async Task<Handover> AskAsync(Notice notice, CancellationToken cancellation) =>
        HandoverOf(await sender.AskAsync(MessageId.Of(notice.Id), cancellation));

    public Task CheckAsync(CancellationToken cancellation) => sender.CheckAsync(cancellation);

    private static Handover HandoverOf(AcsOutcome outcome) => outcome switch
    {
        AcsOutcome.Accepted => new Handover.Accepted(),
        AcsOutcome.Refused refused => new Handover.Refused(refused.Detail),
        AcsOutcome.NotNow notNow => new Handover.NotNow(notNow.Detail, notNow.RetryAfter),
        AcsOutcome.Unknown unknown => new Handover.Unknown(unknown.Detail),
        _ => throw new UnreachableException(),
    };
}
