using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Rectify.Office.Outbox;
using Rectify.Storage.Tables.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Outbox;

/// <summary>The outbox in Azure Tables: mails stand with the events of their case; a row for each mail tells how far it has come.</summary>
/// <remarks>A mail without a state row is pending. The first claim inserts the row: of two senders only one can.</remarks>
public sealed partial class TablesOutbox(TablesStore store) : IOutbox
{
    private readonly ClaimMemory claims = new();

    public async Task<IReadOnlyList<OutboxRow>> UnsentAsync(OutboxOwner owner, CancellationToken cancellation)
    {
        var unsent = (await MailsOfAsync(owner, cancellation)).Where(IsUnsent).OrderBy(row => row.Notice.Sequence).ToList();
        if (store.Memory.Find(owner) is { } known)
            store.Memory.Keep(owner, known with { Unsent = unsent.Select(row => row.Notice.Id.Value).ToHashSet(StringComparer.Ordinal) });
        return unsent;
    }

    public async Task<IReadOnlyList<OutboxOwner>> OwnersWithUnsentAsync(CancellationToken cancellation) =>
        [.. (await UnsentByOwnerAsync(null, cancellation)).Keys];

    public async Task<IReadOnlyList<OutboxRow>> UnsentElsewhereAsync(OutboxOwner but, CancellationToken cancellation) =>
        [.. (await UnsentByOwnerAsync(but, cancellation)).Values.SelectMany(rows => rows)];

    public async Task<bool> AddAsync(Notice notice, CancellationToken cancellation)
    {
        var owner = notice.Owner;
        var head = owner.Case is { } caseId ? await CaseRows.HeadAsync(store, caseId, cancellation) : null;
        if (owner.Year is null && head is null) throw new InvalidOperationException($"There is no case {owner} to add a mail to.");
        if ((await MailsOfAsync(owner, cancellation)).Any(mail => mail.Notice.Id == notice.Id)) return false;

        // Noted before, in case this process is killed, and after, since another may remove the note in between without seeing the mail.
        await NoteAsync();
        if (store.Memory.Find(owner) is { } known) store.Memory.Keep(owner, known with { IndexTag = null, Unsent = null });
        var added = await EntityGroup.TryAddAsync(store.Cases, CaseRows.Of(notice, TablesStore.NewToken()), cancellation);
        await NoteAsync();
        return added;

        Task NoteAsync() => head is not null
            ? CaseIndexTable.NoteUnsentAsync(store, head.Opened, cancellation)
            : store.Index.PutAsync(YearRows.Of(owner, MailsLeft.Perhaps), cancellation);
    }

    public async Task<OutboxRow?> FindAsync(NoticeId id, CancellationToken cancellation) =>
        await OwnerOfAsync(id, cancellation) is { } owner
            ? (await MailsOfAsync(owner, cancellation)).FirstOrDefault(mail => mail.Notice.Id == id)
            : null;

    public async Task<IReadOnlyList<OutboxRow>> FindByMessageAsync(Guid messageId, CancellationToken cancellation)
    {
        List<OutboxRow> found = [];
        var pointers = TablesStore.Rows(MessagePartition(messageId));
        await foreach (var pointer in TablesStore.QueryAsync(store.Index, pointers, cancellation))
        {
            var (owner, id) = (new OutboxOwner(pointer.GetString("CaseId")), new NoticeId(pointer.GetString("Id")));
            found.AddRange((await MailsOfAsync(owner, cancellation)).Where(mail => mail.Notice.Id == id && mail.MessageId == messageId));
        }

        return [.. found.OrderBy(mail => mail.Notice.CreatedAt).ThenBy(mail => mail.Notice.Id.Value, StringComparer.Ordinal)];
    }

    /// <summary>The row by which the mails of a message are found.</summary>
    public static TableEntity Pointer(Guid messageId, OutboxOwner owner, NoticeId id) =>
        new(MessagePartition(messageId), TableKey.Of(id.Value)) { ["Id"] = id.Value, ["CaseId"] = owner.Value };

    private static bool IsUnsent(OutboxRow row) => row.Status is NoticeStatus.Pending or NoticeStatus.Sending;

    private static string MessagePartition(Guid messageId) => $"message:{messageId.ToString("D", CultureInfo.InvariantCulture)}";

    private async Task<(MailRowState State, ETag Tag)?> StateAsync(OutboxOwner owner, NoticeId id, CancellationToken cancellation) =>
        await TablesStore.FindAsync(store.Cases, CaseRows.Partition(owner), CaseRows.State(id), cancellation) is { } row
            ? (MailRowState.Read(row), row.ETag)
            : null;

    private async Task<SortedDictionary<OutboxOwner, IReadOnlyList<OutboxRow>>> UnsentByOwnerAsync(OutboxOwner? but,
        CancellationToken cancellation)
    {
        var owners = new SortedDictionary<OutboxOwner, IReadOnlyList<OutboxRow>>(
            Comparer<OutboxOwner>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value)));
        var filter = $"{IndexRows.CasesAfter(0)} and ({CaseIndexTable.Unsent} eq true or {CaseIndexTable.Dirty} eq true)";
        await foreach (var row in TablesStore.QueryAsync(store.Index, filter, cancellation))
        {
            var owner = new OutboxOwner(row.GetString("CaseId"));
            if (owner == but || owners.ContainsKey(owner)) continue;

            var unsent = await UnsentAsync(owner, cancellation);
            if (unsent.Count > 0) owners.Add(owner, unsent);
            else if (row.GetBoolean(CaseIndexTable.Dirty) != true)
                await CaseIndexTable.ClearUnsentAsync(store, row.GetInt64("Opened")!.Value, row.ETag, cancellation);
        }

        await foreach (var row in TablesStore.QueryAsync(store.Index, $"{YearRows.All} and {CaseIndexTable.Unsent} eq true", cancellation))
        {
            var file = new OutboxOwner(row.GetString("CaseId"));
            if (file == but) continue;

            var unsent = await UnsentAsync(file, cancellation);
            if (unsent.Count > 0) owners.Add(file, unsent);
            else await store.Index.TryReplaceAsync(YearRows.Of(file, MailsLeft.None), row.ETag, cancellation);
        }

        return owners;
    }

    private async Task<IReadOnlyList<OutboxRow>> MailsOfAsync(OutboxOwner owner, CancellationToken cancellation)
    {
        var mails = CaseRows.Mails(
            owner, await TablesStore.QueryAsync(store.Cases, CaseRows.MailsFilter(owner), cancellation).ToListAsync(cancellation));
        foreach (var mail in mails) store.Memory.KeepMail(mail.Notice.Id.Value, owner);
        return mails;
    }

    // The ids that NoticePlan gives begin with the case's id; a mail with any other id is looked for in every case.
    private async Task<OutboxOwner?> OwnerOfAsync(NoticeId id, CancellationToken cancellation)
    {
        if (store.Memory.OwnerOfMail(id.Value) is { } known) return known;
        if (id.Value.Split('.')[0] is { Length: > 0 } guess && await HoldsAsync(new OutboxOwner(guess))) return new OutboxOwner(guess);
        foreach (var (_, owner) in await OwnersAsync(null, cancellation))
        {
            if (await HoldsAsync(owner)) return owner;
        }

        return null;

        async Task<bool> HoldsAsync(OutboxOwner owner) => (await MailsOfAsync(owner, cancellation)).Any(mail => mail.Notice.Id == id);
    }
}
