using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;
using Rectify.Storage.Tables.Ledger;
using Rectify.Storage.Tables.Outbox;
using Rectify.Storage.Tables.Service;

namespace Rectify.Server.Copies;

/// <summary>The cases in Azure Tables.</summary>
internal sealed class TablesArchive(TablesStore store) : ICaseArchive
{
    public async IAsyncEnumerable<ArchivedCase> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        // The repair first completes or removes what killed writers have left, so that the index names every case and no other.
        await new TablesRepair(store).RepairAsync(RepairScope.Everything, cancellation);
        await foreach (var row in TablesStore.QueryAsync(store.Index, IndexRows.CasesAfter(0), cancellation, ["CaseId"]))
            yield return await ReadAsync(new CaseId(row.GetString("CaseId")), cancellation);
    }

    /// <summary>Each row overwrites the one that an earlier attempt has left under the same key.</summary>
    public async Task WriteAsync(ArchivedCase archived, CancellationToken cancellation)
    {
        var (entry, token) = (archived.Entry, TablesStore.NewToken());
        var appends = Appends(archived);
        var opening = new OpeningRow(entry.CaseId, archived.Opened, token, archived.Subjects, OpeningNumber(archived),
            archived.Receipt?.Key);
        await EntityGroup.PutAsync(
            store.Cases,
            [
                .. opening.Rows(),
                Reservation.Fence(entry.CaseId, token),
                .. appends.SelectMany(append => CaseRows.Of(append, token)),
                CaseRows.HeadOf(appends[^1]),
                .. archived.Receipt is { } receipt ? CaseRows.Of(entry.CaseId, receipt) : [],
                .. archived.Mails.Where(mail => mail.Notice.Resend is not null).SelectMany(mail => CaseRows.Of(mail.Notice, token)),
                .. archived.Mails.Where(HasState).Select(mail => State(mail).Row(CaseRows.Partition(entry.CaseId), mail.Notice.Id)),
            ],
            cancellation);

        var rows = IndexRows.Of(opening, sure: true);
        CaseIndexTable.Opening(rows[0], entry);
        (rows[0][CaseIndexTable.Dirty], rows[0][CaseIndexTable.Unsent]) =
            (false, archived.Mails.Any(mail => mail.Status is NoticeStatus.Pending or NoticeStatus.Sending));
        var numbers = appends.Select(append => append.Addition?.Number).OfType<DocumentNumber>();
        await EntityGroup.PutAsync(
            store.Index,
            [.. rows, .. numbers.Select(number => IndexRows.Of(entry.CaseId, archived.Opened, token, sure: true, number))], cancellation);
        await PutPointersAsync(archived.Mails, entry.CaseId, cancellation);
        await OpeningCounter.RaiseAsync(store, archived.Opened, cancellation);
    }

    public async Task<IReadOnlyList<OutboxRow>> ReadYearsAsync(CancellationToken cancellation)
    {
        List<OutboxRow> mails = [];
        await foreach (var year in TablesStore.QueryAsync(store.Index, YearRows.All, cancellation))
        {
            var file = new CaseId(year.GetString("CaseId"));
            var rows = await TablesStore.QueryAsync(store.Cases, CaseRows.MailsFilter(file), cancellation).ToListAsync(cancellation);
            mails.AddRange(CaseRows.Mails(file, rows));
        }

        return [.. mails.OrderBy(mail => mail.Notice.CreatedAt).ThenBy(mail => mail.Notice.Id.Value, StringComparer.Ordinal)];
    }

    public async Task WriteYearsAsync(IReadOnlyList<OutboxRow> mails, CancellationToken cancellation)
    {
        foreach (var year in mails.GroupBy(mail => mail.Notice.Owner))
        {
            await EntityGroup.PutAsync(
                store.Cases,
                [
                    .. year.SelectMany(mail => CaseRows.Of(mail.Notice, TablesStore.NewToken())),
                    .. year.Where(HasState).Select(mail => State(mail).Row(CaseRows.Partition(year.Key), mail.Notice.Id)),
                ],
                cancellation);
            await EntityGroup.PutAsync(store.Index, [YearRows.Of(year.Key, MailsLeft.Perhaps)], cancellation);
            await PutPointersAsync(year, year.Key, cancellation);
        }
    }

    private async Task PutPointersAsync(IEnumerable<OutboxRow> mails, OutboxOwner owner, CancellationToken cancellation)
    {
        foreach (var mail in mails)
        {
            if (mail.MessageId is { } message)
                await store.Index.PutAsync(TablesOutbox.Pointer(message, owner, mail.Notice.Id), cancellation);
        }
    }

    private async Task<ArchivedCase> ReadAsync(CaseId caseId, CancellationToken cancellation)
    {
        var rows = await TablesStore.QueryAsync(store.Cases, TablesStore.Rows(CaseRows.Partition(caseId)), cancellation)
            .ToListAsync(cancellation);

        IReadOnlyList<TableEntity> Of(char first) => [.. rows.Where(row => row.RowKey[0] == first)];
        var opening = OpeningRow.Read(rows.Single(row => row.RowKey == CaseRows.Opening));
        var appends = Of('e').Where(row => !WideText.Continues(row)).ToList();
        var added = appends.Select(row => AddedRows.Read(caseId, opening.Opened, row)).OfType<AddedRows>().ToList();
        return new ArchivedCase(
            opening.Opened, EntryColumns.Read(appends[^1]), CaseRows.Events(caseId, rows),
            [.. opening.Subjects.Concat(added.SelectMany(rows => rows.Subjects)).Distinct().Order(StringComparer.Ordinal)],
            [.. added.Select(rows => rows.Number).Concat(opening.Further).Prepend(opening.Number).OfType<DocumentNumber>()
                .DistinctBy(number => number.Key).OrderBy(number => number.Key, StringComparer.Ordinal)],
            CaseRows.ReadReceipt(Of('k')),
            // By the instant of recording; the stable sort keeps the order of recording of mails of the same instant.
            [.. CaseRows.Mails(caseId, rows).OrderBy(mail => mail.Notice.CreatedAt)]);
    }

    // Splits the events into appends, so that a number given by a later entry is in the row of that entry, from which a lost index is
    // rebuilt.
    private static IReadOnlyList<LedgerAppend> Appends(ArchivedCase archived)
    {
        var left = archived.Numbers.Where(number => number != OpeningNumber(archived)).ToList();
        List<LedgerAppend> appends = [];
        List<StoredEvent> events = [];
        foreach (var one in archived.Events)
        {
            events.Add(one);
            var given = left.Find(number => number.Key == KeyOf(CaseNumbering.GivenBy(one.Event)));
            if (given is null && one != archived.Events[^1]) continue;

            var mails = archived.Mails.Where(mail => mail.Notice.Resend is null && events.Exists(e => e.Sequence == mail.Notice.Sequence));
            appends.Add(new LedgerAppend(
                archived.Entry with { Version = one.Sequence }, events[0].Sequence - 1, events, [.. mails.Select(mail => mail.Notice)])
            {
                Addition = given is null ? null : new CaseAddition([], given),
            });
            if (given is not null) left.Remove(given);
            events = [];
        }

        return left.Count == 0
            ? appends
            : throw new InvalidDataException($"No entry of the case {archived.Entry.CaseId} gives it the number {left[0].Text}.");
    }

    // The number that the first entry gives; otherwise the one that no later entry gives.
    // Null for a case of a document whose number another case holds.
    private static DocumentNumber? OpeningNumber(ArchivedCase archived)
    {
        var first = KeyOf((archived.Events[0].Event as CaseEvent.IOpens)?.DocumentNumber);
        var later = archived.Events.Skip(1).Select(e => KeyOf(CaseNumbering.GivenBy(e.Event))).ToHashSet();
        return archived.Numbers.FirstOrDefault(number => number.Key == first)
            ?? archived.Numbers.FirstOrDefault(number => !later.Contains(number.Key));
    }

    private static string? KeyOf(string? number) => number is null ? null : DocumentNumber.Parse(number).Key;

    // A mail needs no state row when it has been pending since it was recorded.
    private static bool HasState(OutboxRow mail) =>
        mail.Status != NoticeStatus.Pending || mail.MessageId is not null || mail.Detail is not null || mail.At != mail.Notice.CreatedAt;

    private static MailRowState State(OutboxRow mail) =>
        new(mail.Status, mail.At, mail.Detail, mail.MessageId, TablesStore.NewToken(), mail.Told);
}
