using Rectify.Domain.Identity;

namespace Rectify.Functions.Notices;

/// <summary>Mails that were decided together with an event, and what became of them. Rows are written by the ledger's append.</summary>
public interface IOutbox
{
    /// <summary>Mails of the case that are pending or claimed, oldest event first.</summary>
    Task<IReadOnlyList<OutboxRow>> UnsentAsync(CaseId caseId, CancellationToken cancellation);

    /// <summary>Cases that have such mails, in the order of their ids.</summary>
    Task<IReadOnlyList<CaseId>> CasesWithUnsentAsync(CancellationToken cancellation);

    /// <summary>Takes a pending mail for sending. False when it is not pending any more.</summary>
    Task<bool> ClaimAsync(NoticeId id, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Gives a claimed mail back, to be claimed again.</summary>
    Task ReleaseAsync(NoticeId id, CancellationToken cancellation);

    /// <summary>Records what became of a claimed mail.</summary>
    Task SettleAsync(NoticeId id, NoticeStatus status, DateTimeOffset at, string? detail, CancellationToken cancellation);

    /// <summary>Mails by case and status, newest last. A condition that is null does not filter.</summary>
    Task<IReadOnlyList<OutboxRow>> ListAsync(CaseId? caseId, NoticeStatus? status, CancellationToken cancellation);
}

/// <summary>A mail and how far it has come.</summary>
/// <param name="Notice">The mail.</param>
/// <param name="Status">How far.</param>
/// <param name="At">When it reached that status, UTC.</param>
/// <param name="Detail">What the mail system said; null when nothing.</param>
public sealed record OutboxRow(Notice Notice, NoticeStatus Status, DateTimeOffset At, string? Detail);
