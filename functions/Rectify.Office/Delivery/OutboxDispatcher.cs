using System.Diagnostics;
using Rectify.Office.Cases;
using Rectify.Office.Letters;
using Rectify.Office.Outbox;

namespace Rectify.Office.Delivery;

/// <summary>Sends the mails of a case that are waiting in the outbox.</summary>
/// <remarks>
/// Every mail is claimed before it is handed over, so that only one of two senders sends it. One instance serves the whole process and
/// handles one call for a case and one round of reminders at a time. A claim that it finds was therefore left by a sender that is gone or
/// runs in another process.
/// </remarks>
public sealed class OutboxDispatcher(IOutbox outbox, MailSender mailSender, TimeProvider time)
{
    /// <summary>
    /// How long reminders are gathered before they are sent, so that a reader gets one message: those of one morning fall due in many cases
    /// and at slightly different times.
    /// </summary>
    internal static readonly TimeSpan Gathering = TimeSpan.FromMinutes(10);

    // A fixed number of locks for all cases: a slow mail server holds up a part of the cases only, and memory does not grow with their
    // number.
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, 32).Select(_ => new SemaphoreSlim(1))];
    private readonly SemaphoreSlim reminders = new(1);

    /// <summary>Sends what is waiting, in order. It stops at the first mail that cannot be handed over now.</summary>
    /// <remarks>
    /// Reminders go out some minutes after they were decided. Those to one reader go out as one message, whatever cases they are about.
    /// </remarks>
    /// <param name="owner">The case.</param>
    /// <param name="asRead">The case as the caller has just read it, so that it need not be read again; null when it has not.</param>
    /// <param name="cancellation">Stops; what has happened to a mail is recorded all the same.</param>
    public async Task<DispatchResult> SendAsync(OutboxOwner owner, CaseRecord? asRead, CancellationToken cancellation)
    {
        var gate = gates[(uint)owner.GetHashCode() % (uint)gates.Length];
        if (await WaitedAsync(gate, cancellation)) asRead = null;
        try
        {
            return await SendUnsentAsync(owner, asRead, cancellation);
        }
        finally
        {
            gate.Release();
        }
    }

    private static bool Reminds(OutboxRow row) => ReminderTexts.Templates.Contains(row.Notice.Template);

    // True when the call had to wait for another one: what was read before may then have changed and is read again.
    private static async Task<bool> WaitedAsync(SemaphoreSlim gate, CancellationToken cancellation)
    {
        if (await gate.WaitAsync(TimeSpan.Zero, cancellation)) return false;
        await gate.WaitAsync(cancellation);
        return true;
    }

    private async Task<DispatchResult> SendUnsentAsync(OutboxOwner owner, CaseRecord? asRead, CancellationToken cancellation)
    {
        var unsent = await outbox.UnsentAsync(owner, cancellation);
        var tally = new Tally();
        foreach (var row in unsent.Where(row => !Reminds(row)))
        {
            // Sending a mail can take long, so the case as read before is not used afterwards.
            asRead = null;
            var recovered = row.Status == NoticeStatus.Sending ? await mailSender.RecoverAsync(row, cancellation) : null;
            await AddAsync(tally, recovered ?? await mailSender.DeliverAsync(OutgoingMail.Of(row.Notice), cancellation), cancellation);
            // The mail system takes no mail now, so the next one would fail too; and the mails of a case keep their order.
            if (tally.Stopped) return tally.Result;
        }

        List<OutboxRow> reminders = [.. unsent.Where(Reminds)];
        if (reminders.Count == 0) return tally.Result;
        if (await WaitedAsync(this.reminders, cancellation)) asRead = null;
        try
        {
            await SendRemindersAsync(owner, reminders, asRead, tally, cancellation);
        }
        finally
        {
            this.reminders.Release();
        }

        return tally.Result;
    }

    // When the reminders of this case are due, those of all cases are sent: the first case of a morning does it for all, and the others
    // find nothing left.
    private async Task SendRemindersAsync(
        OutboxOwner owner, IReadOnlyList<OutboxRow> own, CaseRecord? asRead, Tally tally, CancellationToken cancellation)
    {
        if (await mailSender.ClosedForAsync(cancellation) is { } closed)
        {
            await AddAsync(tally, new DeliveryOutcome.Stop(closed), cancellation);
            return;
        }

        if (own.All(row => row.Status == NoticeStatus.Pending && WaitOf(row.Notice) > TimeSpan.Zero))
        {
            var waiting = await PendingAsync(own, asRead, tally, cancellation);
            if (waiting.Count > 0) tally.Add(new DeliveryOutcome.Wait(waiting.Min(WaitOf)));
            return;
        }

        // The rows are read again now that no other round is running: a round that has just ended may have sent them.
        own = [.. (await outbox.UnsentAsync(owner, cancellation)).Where(Reminds)];
        var pending = await PendingAsync(own, asRead, tally, cancellation);
        foreach (var rows in (await outbox.UnsentElsewhereAsync(owner, cancellation)).Where(Reminds).GroupBy(row => row.Notice.Owner))
            pending.AddRange(await PendingAsync([.. rows], null, tally, cancellation));

        var inOrder = pending.OrderBy(mail => mail.Owner.Value, StringComparer.Ordinal);
        foreach (var reader in inOrder.GroupBy(mail => mail.Recipient.Address.ToLowerInvariant(), StringComparer.Ordinal))
        {
            var waits = reader.Min(WaitOf);
            var outcome = waits > TimeSpan.Zero ? new DeliveryOutcome.Wait(waits)
                : await mailSender.DeliverAsync(OutgoingMail.Of(reader), cancellation);
            await AddAsync(tally, outcome, cancellation);
            if (tally.Stopped) return;
        }
    }

    private TimeSpan WaitOf(Notice reminder) => reminder.CreatedAt + Gathering - time.GetUtcNow();

    // The reminders of one case that may be sent. Claims of a lost sender are resolved first, and reminders that are no longer true are
    // withdrawn.
    private async Task<List<Notice>> PendingAsync(IReadOnlyList<OutboxRow> rows, CaseRecord? asRead, Tally tally,
        CancellationToken cancellation)
    {
        List<Notice> left = [], pending = [];
        foreach (var row in rows)
        {
            if (row.Status == NoticeStatus.Sending) asRead = null;
            if (row.Status == NoticeStatus.Sending && await mailSender.RecoverAsync(row, cancellation) is { } outcome)
                await AddAsync(tally, outcome, cancellation);
            else left.Add(row.Notice);
        }

        IReadOnlyDictionary<NoticeId, string> withdrawn;
        try
        {
            withdrawn = await mailSender.WhyWithdrawnAsync(left, asRead, cancellation);
        }
        catch (UnreadableCaseException)
        {
            // Whether these reminders are still true cannot be found out. They stay in the outbox, and those of other cases go out.
            return [];
        }

        foreach (var mail in left)
        {
            if (withdrawn.TryGetValue(mail.Id, out var reason))
                await AddAsync(tally, await mailSender.WithdrawAsync(mail, reason, cancellation), cancellation);
            else pending.Add(mail);
        }

        return pending;
    }

    private async Task AddAsync(Tally tally, DeliveryOutcome outcome, CancellationToken cancellation)
    {
        tally.Add(outcome);
        if (outcome is not DeliveryOutcome.Failed(_, var escalations)) return;

        // The report of a failure is sent at once, and not only the next time that the mails of the case are sent.
        foreach (var escalation in escalations) tally.Add(await mailSender.DeliverAsync(OutgoingMail.Of(escalation), cancellation));
    }

    private sealed class Tally
    {
        public DispatchResult Result { get; private set; } = new(0, 0, 0, null);

        public bool Stopped { get; private set; }

        public void Add(DeliveryOutcome outcome)
        {
            Stopped |= outcome is DeliveryOutcome.Stop;
            Result = outcome switch
            {
                DeliveryOutcome.Sent(var mails) => Result with { Sent = Result.Sent + mails },
                DeliveryOutcome.Failed(var mails, _) => Result with { Failed = Result.Failed + mails },
                DeliveryOutcome.Unknown(var mails) => Result with { Unknown = Result.Unknown + mails },
                DeliveryOutcome.Wait(var delay) => Result with { RetryAfter = Sooner(delay) },
                DeliveryOutcome.Stop(var delay) => Result with { RetryAfter = Sooner(delay) },
                DeliveryOutcome.LeftToAnother or DeliveryOutcome.Withdrawn => Result,
                _ => throw new UnreachableException(outcome.ToString()),
            };
        }

        private TimeSpan Sooner(TimeSpan delay) => Result.RetryAfter < delay ? Result.RetryAfter.Value : delay;
    }
}
