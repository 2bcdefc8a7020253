using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Rectify.Domain.Identity;

namespace Rectify.Functions.Notices;

/// <summary>Sends the mails of a case that are waiting in the outbox.</summary>
/// <remarks>
/// Every mail is claimed before it is handed over, so that of two senders one does it. One instance serves the whole process: it
/// takes one call for a case at a time, so that a claim it finds was left by a sender that is gone or runs elsewhere.
/// </remarks>
public sealed partial class PostRoom(IOutbox outbox, IMailer mailer, TimeProvider time, ILogger<PostRoom> logger)
{
    /// <summary>A claim as old as this has lost its sender: handing one mail over never takes so long.</summary>
    internal static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    // A few gates for all cases: a slow mail server holds up a part of them, and nothing grows with their number.
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 32).Select(_ => new SemaphoreSlim(1))];

    private enum Outcome
    {
        Sent,
        Failed,
        Unknown,
        LeftToAnother,
        StillClaimed,
        NotNow,
    }

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
        foreach (var row in await outbox.UnsentAsync(caseId, cancellation))
        {
            var outcome = await HandleAsync(row, cancellation);
            result = outcome switch
            {
                Outcome.Sent => result with { Sent = result.Sent + 1 },
                Outcome.Failed => result with { Failed = result.Failed + 1 },
                Outcome.Unknown => result with { Unknown = result.Unknown + 1 },
                Outcome.StillClaimed or Outcome.NotNow => result with { RetryAfter = Pause },
                Outcome.LeftToAnother => result,
                _ => throw new UnreachableException(outcome.ToString()),
            };
            // What failed for one mail fails for the next, and the order of a case's mails is kept.
            if (outcome == Outcome.NotNow) break;
        }

        return result;
    }

    private async Task<Outcome> HandleAsync(OutboxRow row, CancellationToken cancellation)
    {
        var id = row.Notice.Id;
        if (row.Status == NoticeStatus.Sending)
        {
            if (mailer.Repeat == RepeatPolicy.NeverBlindly) return await GiveUpAsync(row, cancellation);
            await outbox.ReleaseAsync(id, cancellation);
        }

        if (!await outbox.ClaimAsync(id, time.GetUtcNow(), cancellation)) return Outcome.LeftToAnother;
        try
        {
            await mailer.SendAsync(row.Notice, cancellation);
        }
        catch (FormatException refused)
        {
            LogRefused(id);
            return await SettleAsync(id, NoticeStatus.Failed, refused.Message, Outcome.Failed);
        }
        catch (IOException failed)
        {
            LogNotNow(id, failed.GetType().Name);
            await outbox.ReleaseAsync(id, CancellationToken.None);
            return Outcome.NotNow;
        }

        LogSent(id);
        return await SettleAsync(id, NoticeStatus.Sent, null, Outcome.Sent);
    }

    private async Task<Outcome> GiveUpAsync(OutboxRow row, CancellationToken cancellation)
    {
        // Its sender may still be at work; the mails after it need not wait.
        if (time.GetUtcNow() - row.At < LostAfter) return Outcome.StillClaimed;

        cancellation.ThrowIfCancellationRequested();
        LogUnknown(row.Notice.Id);
        return await SettleAsync(
            row.Notice.Id, NoticeStatus.Unknown, "The sender was lost after its claim; it may or may not have gone out.", Outcome.Unknown);
    }

    // Without the caller's token: what has happened to a mail is recorded also when the host is stopping.
    private async Task<Outcome> SettleAsync(NoticeId id, NoticeStatus status, string? detail, Outcome outcome)
    {
        await outbox.SettleAsync(id, status, time.GetUtcNow(), detail, CancellationToken.None);
        return outcome;
    }

    [LoggerMessage(LogLevel.Information, "Mail {NoticeId} was handed over.")]
    private partial void LogSent(NoticeId noticeId);

    [LoggerMessage(LogLevel.Error, "Mail {NoticeId} was refused for good; the outbox says why.")]
    private partial void LogRefused(NoticeId noticeId);

    [LoggerMessage(LogLevel.Warning, "Mail {NoticeId} could not be handed over now ({Error}).")]
    private partial void LogNotNow(NoticeId noticeId, string error);

    [LoggerMessage(LogLevel.Error, "Mail {NoticeId} was left by a lost sender; whether it went out is unknown.")]
    private partial void LogUnknown(NoticeId noticeId);
}
