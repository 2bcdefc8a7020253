using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Rectify.Office.Cases;
using Rectify.Office.Outbox;

namespace Rectify.Office.Delivery;

/// <summary>Hands one message over and records what became of the mails in it. One instance serves the whole process.</summary>
public sealed partial class MailSender(
    IOutbox outbox, IMailer mailer, ICaseMail caseMail, Pace pace, TimeProvider time, ILogger<OutboxDispatcher> logger)
{
    /// <summary>How old a claim has to be before its sender counts as lost: handing one mail over never takes so long.</summary>
    internal static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(10);

    /// <summary>How long a mail that is put off is tried again before it counts as failed, as mail servers do.</summary>
    internal static readonly TimeSpan PutOffFor = TimeSpan.FromDays(3);

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestPutOff = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestPutOff = TimeSpan.FromHours(4);

    // Set after a mail whose outcome is unknown. The mail system is then checked before the next mail, so that in an outage the outcome of
    // one mail is unknown and not that of every mail.
    private volatile bool mailerIsInDoubt;

    /// <summary>How long no mail at all may go out; null when one may go out now.</summary>
    public Task<TimeSpan?> ClosedForAsync(CancellationToken cancellation) => pace.ClosedForAsync(cancellation);

    /// <summary>Claims the mails of a message and hands it over.</summary>
    public async Task<DeliveryOutcome> DeliverAsync(OutgoingMail outgoingMail, CancellationToken cancellation)
    {
        if (await MustWaitAsync(cancellation) is { } wait) return new DeliveryOutcome.Stop(wait);
        var claimed = new List<Notice>();
        foreach (var mail in outgoingMail.Mails)
        {
            if (await outbox.ClaimAsync(mail.Id, outgoingMail.MessageId, time.GetUtcNow(), cancellation)) claimed.Add(mail);
        }

        if (claimed.Count == outgoingMail.Mails.Count)
            return await SettleAsync(outgoingMail.Mails, await mailer.SendAsync(outgoingMail.Letter, cancellation));

        // Another sender has claimed some of the mails: the rest are released and make another message later.
        foreach (var mail in claimed) await outbox.ReleaseAsync(mail.Id, null, CancellationToken.None);
        return claimed.Count == 0 ? new DeliveryOutcome.LeftToAnother() : new DeliveryOutcome.Wait(Pause);
    }

    /// <summary>
    /// Finds out what became of a claimed mail whose sender is not in this process. Null when the mail was released, to be sent again.
    /// </summary>
    public async Task<DeliveryOutcome?> RecoverAsync(OutboxRow row, CancellationToken cancellation)
    {
        var message = row.MessageId is { } id ? await outbox.FindByMessageAsync(id, cancellation) : [row];
        // The mails of one message went out together: the sender was lost while it recorded them one by one.
        if (message.Any(other => other.Status is NoticeStatus.Sent or NoticeStatus.Delivered))
            return await SettleAsync([row.Notice], new Handover.Accepted());
        if (mailer.Repeat == RepeatPolicy.Repeatable)
        {
            await outbox.ReleaseAsync(row.Notice.Id, null, cancellation);
            return null;
        }

        // The sender may still be working in another process; the mails after this one need not wait for it.
        if (time.GetUtcNow() - row.At < LostAfter) return new DeliveryOutcome.Wait(Pause);

        cancellation.ThrowIfCancellationRequested();
        return await mailer.AskAsync(OutgoingMail.Of(message.Select(other => other.Notice)).Letter, cancellation) switch
        {
            // The mail stays claimed: if it were released, it would be sent again.
            Handover.NotNow(_, var retryAfter) => new DeliveryOutcome.Wait(retryAfter ?? Pause),
            var handover => await SettleAsync([row.Notice], handover),
        };
    }

    /// <summary>Which mails of one case are no longer true, and why.</summary>
    public Task<IReadOnlyDictionary<NoticeId, string>> WhyWithdrawnAsync(
        IReadOnlyList<Notice> mails, CaseRecord? asRead, CancellationToken cancellation) =>
        caseMail.WhyWithdrawnAsync(mails, asRead, cancellation);

    /// <summary>Withdraws a mail that is no longer true.</summary>
    public async Task<DeliveryOutcome> WithdrawAsync(Notice mail, string reason, CancellationToken cancellation)
    {
        if (!await outbox.ClaimAsync(mail.Id, MessageId.Of(mail.Id), time.GetUtcNow(), cancellation))
            return new DeliveryOutcome.LeftToAnother();

        LogWithdrawn(mail.Id);
        await outbox.SettleAsync(mail.Id, NoticeStatus.Withdrawn, time.GetUtcNow(), reason, CancellationToken.None);
        return new DeliveryOutcome.Withdrawn();
    }

    private async Task<TimeSpan?> MustWaitAsync(CancellationToken cancellation)
    {
        if (mailerIsInDoubt)
        {
            try
            {
                await mailer.CheckAsync(cancellation);
                mailerIsInDoubt = false;
            }
            catch (IOException)
            {
                return Pause;
            }
        }

        return await pace.TakeAsync(cancellation);
    }

    // The caller's cancellation token is not used: what happened to a mail is recorded even when the host is stopping.
    private async Task<DeliveryOutcome> SettleAsync(IReadOnlyList<Notice> mails, Handover handover)
    {
        var escalations = new List<Notice>();
        foreach (var mail in mails)
        {
            if (await SettleAsync(mail, handover) is { } escalation) escalations.Add(escalation);
        }

        switch (handover)
        {
            case Handover.Accepted:
                return new DeliveryOutcome.Sent(mails.Count);
            case Handover.Refused:
                return new DeliveryOutcome.Failed(mails.Count, escalations);
            case Handover.Unknown:
                mailerIsInDoubt = true;
                return new DeliveryOutcome.Unknown(mails.Count);
            case Handover.PutOff when mails.Any(HasWaitedLong):
                return new DeliveryOutcome.Failed(mails.Count, escalations);
            case Handover.PutOff:
                return new DeliveryOutcome.Wait(PutOffPauseOf(mails));
            case Handover.NotNow(_, var retryAfter):
                // Every instance pauses: the mails of other cases go to the same mail system.
                await pace.PauseForAsync(retryAfter ?? Pause, CancellationToken.None);
                return new DeliveryOutcome.Stop(retryAfter ?? Pause);
            default:
                throw new UnreachableException(handover.GetType().Name);
        }
    }

    // Returns the mail that reports the failure to the office, when one was added.
    private async Task<Notice?> SettleAsync(Notice mail, Handover handover)
    {
        switch (handover)
        {
            case Handover.Accepted:
                LogSent(mail.Id);
                await EnterAsync(mail, NoticeStatus.Sent, null);
                return null;
            case Handover.Unknown(var detail):
                LogUnknown(mail.Id);
                await EnterAsync(mail, NoticeStatus.Unknown, detail);
                return null;
            case Handover.Refused(var detail):
                return await FailAsync(mail, detail);
            case Handover.PutOff(var detail) when HasWaitedLong(mail):
                return await FailAsync(mail, detail);
            case Handover.PutOff(var detail):
                LogNotNow(mail.Id);
                await outbox.ReleaseAsync(mail.Id, detail, CancellationToken.None);
                return null;
            case Handover.NotNow(var detail, _):
                LogNotNow(mail.Id);
                await outbox.ReleaseAsync(mail.Id, detail, CancellationToken.None);
                return null;
            default:
                throw new UnreachableException(handover.GetType().Name);
        }
    }

    private async Task<Notice?> FailAsync(Notice mail, string detail)
    {
        LogRefused(mail.Id);
        // The report of the failure is added first: if the process died in between, nobody would ever be told.
        var escalation = await caseMail.EscalationOfAsync(mail, CancellationToken.None);
        var added = escalation is not null && await outbox.AddAsync(escalation, CancellationToken.None);
        await EnterAsync(mail, NoticeStatus.Failed, detail);
        return added ? escalation : null;
    }

    // A mail waits as long again as it has waited already: a server that keeps putting it off is asked less and less often.
    private TimeSpan PutOffPauseOf(IReadOnlyList<Notice> mails)
    {
        var waited = time.GetUtcNow() - mails.Min(mail => mail.CreatedAt);
        return waited < ShortestPutOff ? ShortestPutOff : waited > LongestPutOff ? LongestPutOff : waited;
    }

    private bool HasWaitedLong(Notice mail) => time.GetUtcNow() - mail.CreatedAt >= PutOffFor;

    private Task EnterAsync(Notice mail, NoticeStatus status, string? detail) =>
        outbox.SettleAsync(mail.Id, status, time.GetUtcNow(), detail, CancellationToken.None);

    [LoggerMessage(LogLevel.Information, "Mail {NoticeId} was handed over.")]
    private partial void LogSent(NoticeId noticeId);

    [LoggerMessage(LogLevel.Error, "Mail {NoticeId} was refused for good; the outbox says why.")]
    private partial void LogRefused(NoticeId noticeId);

    [LoggerMessage(LogLevel.Information, "Mail {NoticeId} was withdrawn before it was sent; the outbox says why.")]
    private partial void LogWithdrawn(NoticeId noticeId);

    [LoggerMessage(LogLevel.Warning, "Mail {NoticeId} could not be handed over now; the outbox says why.")]
    private partial void LogNotNow(NoticeId noticeId);

    [LoggerMessage(LogLevel.Error, "Whether the mail {NoticeId} went out is unknown; it is not sent again unless somebody asks for it.")]
    private partial void LogUnknown(NoticeId noticeId);
}

/// <summary>What became of a message.</summary>
public abstract record DeliveryOutcome
{
    private DeliveryOutcome()
    {
    }

    /// <summary>Handed over.</summary>
    public sealed record Sent(int Mails) : DeliveryOutcome;

    /// <summary>Refused for good; with the mails that report the failure.</summary>
    public sealed record Failed(int Mails, IReadOnlyList<Notice> Escalations) : DeliveryOutcome;

    /// <summary>It may or may not have gone out.</summary>
    public sealed record Unknown(int Mails) : DeliveryOutcome;

    /// <summary>Another sender has it.</summary>
    public sealed record LeftToAnother : DeliveryOutcome;

    /// <summary>Withdrawn, because it is no longer true.</summary>
    public sealed record Withdrawn : DeliveryOutcome;

    /// <summary>This message waits; others need not wait.</summary>
    public sealed record Wait(TimeSpan Delay) : DeliveryOutcome;

    /// <summary>No mail may go out now.</summary>
    public sealed record Stop(TimeSpan Delay) : DeliveryOutcome;
}
