using Azure;
using Azure.Data.Tables;
using Rectify.Office.Outbox;
using Rectify.Storage.Tables.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Outbox;

// How far a mail has come, and who may change it.
public sealed partial class TablesOutbox
{
    public async Task<bool> ClaimAsync(NoticeId id, Guid messageId, DateTimeOffset at, CancellationToken cancellation)
    {
        if (await OwnerOfAsync(id, cancellation) is not { } owner) return false;

        // Written before the claim. Without the claim the pointer leads nowhere: FindByMessageAsync compares it with the mail.
        var pointer = Pointer(messageId, owner, id);
        await store.Index.PutAsync(pointer, cancellation);

        var claim = new MailRowState(NoticeStatus.Sending, at, null, messageId, TablesStore.NewToken());
        if (await PutAsync(TableTransactionActionType.Add, claim, owner, id, default, cancellation) is { } claimed)
        {
            claims.Keep(id.Value, claim, claimed);
            return true;
        }

        if (await StateAsync(owner, id, cancellation) is not var (state, tag)) return false;

        // Either this claim was stored and its answer lost, or an earlier claim was released, so that the mail is pending again.
        return state.Token == claim.Token
            || (state.Status == NoticeStatus.Pending && await ReplaceAsync(claim, owner, id, tag, cancellation));
    }

    public Task ReleaseAsync(NoticeId id, string? detail, CancellationToken cancellation) =>
        MoveClaimedAsync(id, claimed => claimed with { Status = NoticeStatus.Pending, Detail = detail }, cancellation);

    public async Task SettleAsync(NoticeId id, NoticeStatus status, DateTimeOffset at, string? detail, CancellationToken cancellation)
    {
        if (status is not (NoticeStatus.Sent or NoticeStatus.Failed or NoticeStatus.Unknown or NoticeStatus.Withdrawn))
            throw new ArgumentOutOfRangeException(nameof(status), status, "A mail is settled as sent, failed, unknown or withdrawn.");

        await MoveClaimedAsync(id, claimed => claimed with { Status = status, At = at, Detail = detail }, cancellation);
        await CloseAsync(id, cancellation);
    }

    public Task<bool> ReportAsync(NoticeId id, NoticeStatus status, DateTimeOffset at, string? detail, CancellationToken cancellation)
    {
        NoticeStatus[] from = status switch
        {
            NoticeStatus.Delivered => [NoticeStatus.Sent, NoticeStatus.Unknown],
            NoticeStatus.Failed => [NoticeStatus.Sent, NoticeStatus.Unknown, NoticeStatus.Delivered],
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A mail is reported as delivered or failed."),
        };
        return MoveAsync(id, from, state => state with { Status = status, At = at, Detail = detail }, cancellation);
    }

    public Task<bool> TellAsync(NoticeId id, ToldOtherwise told, CancellationToken cancellation) => MoveAsync(
        id, [NoticeStatus.Failed, NoticeStatus.Unknown],
        state => state with { Status = NoticeStatus.ToldOtherwise, At = told.At, Told = told }, cancellation);

    private Task<ETag?> PutAsync(
        TableTransactionActionType type, MailRowState state, OutboxOwner owner, NoticeId id, ETag tag, CancellationToken cancellation) =>
        TablesStore.TryAsync(store.Cases, new TableTransactionAction(type, state.Row(CaseRows.Partition(owner), id), tag), cancellation);

    // True also when the row was replaced and the service's answer was lost.
    private async Task<bool> ReplaceAsync(MailRowState state, OutboxOwner owner, NoticeId id, ETag tag, CancellationToken cancellation) =>
        await PutAsync(TableTransactionActionType.UpdateReplace, state, owner, id, tag, cancellation) is not null
        || (await StateAsync(owner, id, cancellation))?.State.Token == state.Token;

    private async Task<bool> MoveAsync(NoticeId id, NoticeStatus[] from, Func<MailRowState, MailRowState> move,
        CancellationToken cancellation)
    {
        if (await OwnerOfAsync(id, cancellation) is not { } owner) return false;
        while (await StateAsync(owner, id, cancellation) is var (state, tag) && from.Contains(state.Status))
        {
            if (await ReplaceAsync(move(state) with { Token = TablesStore.NewToken() }, owner, id, tag, cancellation)) return true;
        }

        return false;
    }

    // A mail that is no longer claimed when its sender reports on it was handled by two senders: that is an error.
    private async Task MoveClaimedAsync(NoticeId id, Func<MailRowState, MailRowState> move, CancellationToken cancellation)
    {
        // The tag of the claim makes this write fail if anything has happened to the mail since.
        if (claims.Take(id.Value) is var (claim, tag) && store.Memory.OwnerOfMail(id.Value) is { } owner
            && await ReplaceAsync(move(claim) with { Token = TablesStore.NewToken() }, owner, id, tag, cancellation)) return;
        if (!await MoveAsync(id, [NoticeStatus.Sending], move, cancellation))
            throw new InvalidOperationException($"The mail {id} is not claimed, so nothing can be reported about it.");
    }

    // Removes the note "unsent" of the case in the index when its last mail is settled, so that the case is not searched again.
    private async Task CloseAsync(NoticeId id, CancellationToken cancellation)
    {
        if (store.Memory.OwnerOfMail(id.Value) is not { } owner || store.Memory.Find(owner) is not { Unsent: { } unsent } known) return;

        var rest = unsent.Where(mail => mail != id.Value).ToHashSet(StringComparer.Ordinal);
        known = known with { Unsent = rest };
        store.Memory.Keep(owner, known);
        if (rest.Count > 0 || known.IndexTag is not { } tag) return;

        try
        {
            var cleared = await CaseIndexTable.ClearUnsentAsync(store, known.Opened, tag, cancellation);
            store.Memory.Keep(owner, known with { IndexTag = cleared });
        }
        catch (TablesException)
        {
            // The mail's state is recorded. The note makes the next search look at the case once more, and is removed then.
        }
    }
}
