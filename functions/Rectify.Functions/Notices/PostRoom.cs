using System.Diagnostics;
using Rectify.Domain.Identity;
using Rectify.Functions.Notices.Texts;

namespace Rectify.Functions.Notices;

/// <summary>Sends the mails of a case that are waiting in the outbox.</summary>
/// <remarks>
/// Every mail is claimed before it is handed over, so that of two senders one does it. One instance serves the whole process: it
/// takes one call for a case at a time, and one round of reminders, so that a claim it finds was left by a sender that is gone or
/// runs elsewhere.
/// </remarks>
internal sealed class PostRoom(IOutbox outbox, Postman postman, TimeProvider time)
{
    /// <summary>How long reminders are gathered: those of one morning fall due together, in many cases and at slightly different times.</summary>
    internal static readonly TimeSpan Gathering = TimeSpan.FromMinutes(10);

    // A few gates for all cases: a slow mail server holds up a part of them, and nothing grows with their number.
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 32).Select(_ => new SemaphoreSlim(1))];
    private readonly SemaphoreSlim _reminders = new(1);

    /// <summary>Sends what is waiting, in order. It stops at the first mail that cannot be handed over now.</summary>
    /// <remarks>Reminders go out some minutes after they were decided, those to one reader as one message, whatever cases they are about.</remarks>
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

    private static bool Reminds(OutboxRow row) => ReminderTexts.Templates.Contains(row.Notice.Template);

    private async Task<PostResult> SendUnsentAsync(CaseId caseId, CancellationToken cancellation)
    {
        var unsent = await outbox.UnsentAsync(caseId, cancellation);
        var tally = new Tally();
        foreach (var row in unsent.Where(row => !Reminds(row)))
        {
            var recovered = row.Status == NoticeStatus.Sending ? await postman.RecoverAsync(row, cancellation) : null;
            await AddAsync(tally, recovered ?? await postman.DeliverAsync(Parcel.Of(row.Notice), cancellation), cancellation);
            // What failed for one mail fails for the next, and the order of a case's mails is kept.
            if (tally.Stopped) return tally.Result;
        }

        if (!unsent.Any(Reminds)) return tally.Result;
        await _reminders.WaitAsync(cancellation);
        try
        {
            await SendRemindersAsync(tally, cancellation);
        }
        finally
        {
            _reminders.Release();
        }

        return tally.Result;
    }

    // Those of all cases, so that the first case of a morning does it for all and the others find nothing left.
    private async Task SendRemindersAsync(Tally tally, CancellationToken cancellation)
    {
        if (postman.ClosedFor is { } closed)
        {
            await AddAsync(tally, new Outcome.Stop(closed), cancellation);
            return;
        }

        var pending = new List<Notice>();
        foreach (var caseId in await outbox.CasesWithUnsentAsync(cancellation))
        {
            foreach (var row in (await outbox.UnsentAsync(caseId, cancellation)).Where(Reminds))
            {
                var outcome = row.Status == NoticeStatus.Sending ? await postman.RecoverAsync(row, cancellation) : null;
                outcome ??= await postman.WithdrawAsync(row.Notice, cancellation);
                if (outcome is null) pending.Add(row.Notice);
                else await AddAsync(tally, outcome, cancellation);
            }
        }

        foreach (var reader in pending.GroupBy(mail => mail.Recipient.Address.ToLowerInvariant(), StringComparer.Ordinal))
        {
            var waits = reader.Min(mail => mail.CreatedAt) + Gathering - time.GetUtcNow();
            var outcome = waits > TimeSpan.Zero ? new Outcome.Wait(waits) : await postman.DeliverAsync(Parcel.Of(reader), cancellation);
            await AddAsync(tally, outcome, cancellation);
            if (tally.Stopped) return;
        }
    }

    private async Task AddAsync(Tally tally, Outcome outcome, CancellationToken cancellation)
    {
        tally.Add(outcome);
        if (outcome is not Outcome.Failed(_, var escalations)) return;

        // Told at once, and not when somebody looks at the case again.
        foreach (var escalation in escalations) tally.Add(await postman.DeliverAsync(Parcel.Of(escalation), cancellation));
    }

    private sealed class Tally
    {
        public PostResult Result { get; private set; } = new(0, 0, 0, null);

        public bool Stopped { get; private set; }

        public void Add(Outcome outcome)
        {
            Stopped |= outcome is Outcome.Stop;
            Result = outcome switch
            {
                Outcome.Sent(var mails) => Result with { Sent = Result.Sent + mails },
                Outcome.Failed(var mails, _) => Result with { Failed = Result.Failed + mails },
                Outcome.Unknown(var mails) => Result with { Unknown = Result.Unknown + mails },
                Outcome.Wait(var delay) => Result with { RetryAfter = Sooner(delay) },
                Outcome.Stop(var delay) => Result with { RetryAfter = Sooner(delay) },
                Outcome.LeftToAnother or Outcome.Withdrawn => Result,
                _ => throw new UnreachableException(outcome.ToString()),
            };
        }

        private TimeSpan Sooner(TimeSpan delay) => Result.RetryAfter < delay ? Result.RetryAfter.Value : delay;
    }
}
