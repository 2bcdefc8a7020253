using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Rectify.Domain.Identity;

namespace Rectify.Functions.Notices;

/// <summary>Sends the mails of a case that are waiting in the outbox.</summary>
/// <remarks>
/// Every mail is claimed before it is handed over, so that of two senders one does it. One instance serves the whole process: it
/// takes one call for a case at a time, so that a claim it finds was left by a sender that is gone or runs elsewhere.
/// </remarks>
internal sealed partial class PostRoom(
    IOutbox outbox, IMailer mailer, ICaseMail caseMail, Pace pace, TimeProvider time, ILogger<PostRoom> logger)
{
    /// <summary>A claim as old as this has lost its sender: handing one mail over never takes so long.</summary>
    internal static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(10);

    /// <summary>How long a mail that is put off again and again is tried, as mail servers do among themselves.</summary>
    internal static readonly TimeSpan PutOffFor = TimeSpan.FromDays(3);

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PutOffPause = TimeSpan.FromMinutes(15);

    // A few gates for all cases: a slow mail server holds up a part of them, and nothing grows with their number.
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 32).Select(_ => new SemaphoreSlim(1))];

    // After a mail whose outcome is unknown, so that an outage leaves one of them and not one of every mail.
    private volatile bool _mailerIsInDoubt;

    /// <summary>Sends what is waiting, in order. It stops at the first mail that cannot be handed over now.</summary>
    public async Task<PostResult> SendAsync(CaseId caseId, CancellationToken cancellation)
    {
        var gate = _gates[(uint)caseId.GetHashCode() % (uint)_gates.Length];
        await gate.WaitAsync(cancellation);
        try
        {
            return await SendUnsentAsync(caseId, cancellation);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<PostResult> SendUnsentAsync(CaseId caseId, CancellationToken cancellation)
    {
        var result = new PostResult(0, 0, 0, null);
        var rows = new Queue<OutboxRow>(await outbox.UnsentAsync(caseId, cancellation));
        while (rows.TryDequeue(out var row))
        {
            var outcome = await HandleAsync(row, cancellation);
            result = outcome switch
            {
                Outcome.Sent => result with { Sent = result.Sent + 1 },
                Outcome.Failed => result with { Failed = result.Failed + 1 },
                Outcome.Unknown => result with { Unknown = result.Unknown + 1 },
                Outcome.Wait(var delay) => result with { RetryAfter = Sooner(result.RetryAfter, delay) },
                Outcome.Stop(var delay) => result with { RetryAfter = Sooner(result.RetryAfter, delay) },
                Outcome.LeftToAnother or Outcome.Withdrawn => result,
                _ => throw new UnreachableException(outcome.ToString()),
            };
            // Told at once, and not when somebody looks at the case again.
            if (outcome is Outcome.Failed { Escalation: { } escalation })
                rows.Enqueue(new OutboxRow(escalation, NoticeStatus.Pending, escalation.CreatedAt, null, null));
            // What failed for one mail fails for the next, and the order of a case's mails is kept.
            if (outcome is Outcome.Stop) break;
        }

        return result;
    }

    private static TimeSpan Sooner(TimeSpan? one, TimeSpan other) => one < other ? one.Value : other;

    private async Task<Outcome> HandleAsync(OutboxRow row, CancellationToken cancellation)
    {
        var id = row.Notice.Id;
        if (row.Status == NoticeStatus.Sending)
        {
            if (mailer.Repeat == RepeatPolicy.NeverBlindly) return await RecoverAsync(row, cancellation);
            await outbox.ReleaseAsync(id, null, cancellation);
        }

        var withdrawn = await caseMail.WhyWithdrawnAsync(row.Notice, cancellation);
        if (withdrawn is null && await MustWaitAsync(cancellation) is { } wait) return new Outcome.Stop(wait);
        if (!await outbox.ClaimAsync(id, MessageId.Of(id), time.GetUtcNow(), cancellation)) return new Outcome.LeftToAnother();
        if (withdrawn is not null)
        {
            LogWithdrawn(id);
            await outbox.SettleAsync(id, NoticeStatus.Withdrawn, time.GetUtcNow(), withdrawn, CancellationToken.None);
            return new Outcome.Withdrawn();
        }

        return await SettleAsync(row.Notice, await mailer.SendAsync(row.Notice, cancellation));
    }

    private async Task<TimeSpan?> MustWaitAsync(CancellationToken cancellation)
    {
        if (_mailerIsInDoubt)
        {
            try
            {
                await mailer.CheckAsync(cancellation);
                _mailerIsInDoubt = false;
            }
            catch (IOException)
            {
                return Pause;
            }
        }

        return pace.Take();
    }

    private async Task<Outcome> RecoverAsync(OutboxRow row, CancellationToken cancellation)
    {
        // Its sender may still be at work; the mails after it need not wait.
        if (time.GetUtcNow() - row.At < LostAfter) return new Outcome.Wait(Pause);

        cancellation.ThrowIfCancellationRequested();
        return await mailer.AskAsync(row.Notice, cancellation) switch
        {
            // It stays claimed: who gave it back would send it again.
            Handover.NotNow(_, var retryAfter) => new Outcome.Wait(retryAfter ?? Pause),
            var handover => await SettleAsync(row.Notice, handover),
        };
    }

    // Without the caller's token: what has happened to a mail is recorded also when the host is stopping.
    private async Task<Outcome> SettleAsync(Notice notice, Handover handover)
    {
        var (id, now) = (notice.Id, time.GetUtcNow());
        if (handover is Handover.PutOff(var lastWord) && now - notice.CreatedAt >= PutOffFor) handover = new Handover.Refused(lastWord);
        switch (handover)
        {
            case Handover.Accepted:
                LogSent(id);
                await outbox.SettleAsync(id, NoticeStatus.Sent, now, null, CancellationToken.None);
                return new Outcome.Sent();
            case Handover.Refused(var detail):
                LogRefused(id);
                // The escalation first: were this process lost in between, nobody would ever be told.
                var escalation = await caseMail.EscalationOfAsync(notice, CancellationToken.None);
                var added = escalation is not null && await outbox.AddAsync(escalation, CancellationToken.None);
                await outbox.SettleAsync(id, NoticeStatus.Failed, now, detail, CancellationToken.None);
                return new Outcome.Failed(added ? escalation : null);
            case Handover.Unknown(var detail):
                LogUnknown(id);
                _mailerIsInDoubt = true;
                await outbox.SettleAsync(id, NoticeStatus.Unknown, now, detail, CancellationToken.None);
                return new Outcome.Unknown();
            case Handover.PutOff(var detail):
                LogNotNow(id);
                await outbox.ReleaseAsync(id, detail, CancellationToken.None);
                return new Outcome.Wait(PutOffPause);
            case Handover.NotNow(var detail, var retryAfter):
                LogNotNow(id);
                await outbox.ReleaseAsync(id, detail, CancellationToken.None);
                // The whole process pauses: the mails of other cases go to the same mail system.
                pace.PauseFor(retryAfter ?? Pause);
                return new Outcome.Stop(retryAfter ?? Pause);
            default:
                throw new UnreachableException(handover.GetType().Name);
        }
    }

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

    private abstract record Outcome
    {
        public sealed record Sent : Outcome;

        public sealed record Failed(Notice? Escalation) : Outcome;

        public sealed record Unknown : Outcome;

        public sealed record LeftToAnother : Outcome;

        public sealed record Withdrawn : Outcome;

        public sealed record Wait(TimeSpan Delay) : Outcome;

        public sealed record Stop(TimeSpan Delay) : Outcome;
    }
}
