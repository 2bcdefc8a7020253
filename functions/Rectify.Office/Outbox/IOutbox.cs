using Rectify.Domain.Identity;
using Rectify.Office.Requests;

namespace Rectify.Office.Outbox;

/// <summary>
/// Keeps the mails that were decided together with an event, and what became of them. Most rows are written by the append to the ledger.
/// </summary>
public interface IOutbox
{
    /// <summary>Mails of a case or a year that are pending or claimed, oldest event first.</summary>
    Task<IReadOnlyList<OutboxRow>> UnsentAsync(OutboxOwner owner, CancellationToken cancellation);

    /// <summary>Cases that have pending or claimed mails, in the order of their ids.</summary>
    Task<IReadOnlyList<OutboxOwner>> OwnersWithUnsentAsync(CancellationToken cancellation);

    /// <summary>
    /// Pending or claimed mails of every case but one, in the order of the cases' ids, and within a case as <see cref="UnsentAsync"/> gives
    /// them.
    /// </summary>
    async Task<IReadOnlyList<OutboxRow>> UnsentElsewhereAsync(OutboxOwner but, CancellationToken cancellation)
    {
        List<OutboxRow> rows = [];
        foreach (var owner in await OwnersWithUnsentAsync(cancellation))
        {
            if (owner != but) rows.AddRange(await UnsentAsync(owner, cancellation));
        }

        return rows;
    }

    /// <summary>Takes a pending mail for sending. False when it is not pending any more.</summary>
    /// <param name="id">The mail.</param>
    /// <param name="messageId">The message it goes out as; mails claimed for one message share it.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    Task<bool> ClaimAsync(NoticeId id, Guid messageId, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Releases a claimed mail, so that it can be claimed again, and keeps what the mail system said about it.</summary>
    Task ReleaseAsync(NoticeId id, string? detail, CancellationToken cancellation);

    /// <summary>Records what became of a claimed mail: sent, failed, unknown or withdrawn.</summary>
    Task SettleAsync(NoticeId id, NoticeStatus status, DateTimeOffset at, string? detail, CancellationToken cancellation);

    /// <summary>
    /// Records what the mail system reported later: delivered, for a mail that is sent or unknown; failed, for such a mail or a delivered
    /// one.
    /// </summary>
    /// <returns>False when the mail is in no state to which such a report belongs; nothing is changed then.</returns>
    Task<bool> ReportAsync(NoticeId id, NoticeStatus status, DateTimeOffset at, string? detail, CancellationToken cancellation);

    /// <summary>Records that the recipient of a mail that failed, or whose outcome is unknown, was told by other means.</summary>
    /// <returns>False when the mail is in another state; nothing is changed then.</returns>
    Task<bool> TellAsync(NoticeId id, ToldOtherwise told, CancellationToken cancellation);

    /// <summary>Adds a pending mail to a case that exists. False when its id, or a resend of the same mail, is there already.</summary>
    Task<bool> AddAsync(Notice notice, CancellationToken cancellation);

    /// <summary>The mail, or null.</summary>
    Task<OutboxRow?> FindAsync(NoticeId id, CancellationToken cancellation);

    /// <summary>The mails that were last claimed for this message, oldest first; empty when there are none.</summary>
    Task<IReadOnlyList<OutboxRow>> FindByMessageAsync(Guid messageId, CancellationToken cancellation);

    /// <summary>How many mails are in each of these states; a state without mails is left out.</summary>
    /// <exception cref="ArgumentException">
    /// Pending mails are asked for. They cannot be counted, because a storage need not index a mail by its state before it is claimed.
    /// </exception>
    Task<IReadOnlyDictionary<NoticeStatus, int>> CountAsync(IReadOnlyCollection<NoticeStatus> statuses, CancellationToken cancellation);

    /// <summary>Refuses what <see cref="CountAsync"/> does not count.</summary>
    /// <exception cref="ArgumentException">Pending mails are asked for.</exception>
    static void RequireCountable(IReadOnlyCollection<NoticeStatus> statuses)
    {
        if (statuses.Contains(NoticeStatus.Pending)) throw new ArgumentException("Pending mails are not counted.", nameof(statuses));
    }

    /// <summary>Mails by case and status, newest last, in parts. A condition that is null does not filter.</summary>
    Task<Slice<OutboxRow>> ListAsync(CaseId? caseId, NoticeStatus? status, int top, string? continuation, CancellationToken cancellation);
}

/// <summary>A mail and how far it has come.</summary>
/// <param name="Notice">The mail.</param>
/// <param name="Status">How far.</param>
/// <param name="At">When it reached that status, UTC.</param>
/// <param name="Detail">What the mail system said; null when nothing.</param>
/// <param name="MessageId">The message it was last claimed for; null before the first claim.</param>
/// <param name="Told">Who told the recipient by other means; null when nobody has said so.</param>
public sealed record OutboxRow(Notice Notice, NoticeStatus Status, DateTimeOffset At, string? Detail, Guid? MessageId,
    ToldOtherwise? Told = null);

/// <summary>A person's statement that the recipient of a mail was told by other means what it says.</summary>
/// <param name="By">Who says so, as the ledger names actors.</param>
/// <param name="Note">How the recipient was told.</param>
/// <param name="At">When it was entered, UTC.</param>
public sealed record ToldOtherwise(string By, string Note, DateTimeOffset At);
