using System.Globalization;
using Azure.Data.Tables;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;
using Rectify.Office.Requests;
using Rectify.Storage.Tables.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Outbox;

/// <summary>
/// The lists of mails. A page reads every case that may have a mail in it, which is acceptable because only people ask for it, no timer.
/// </summary>
public sealed partial class TablesOutbox
{
    private const string List = "notices";

    public async Task<Slice<OutboxRow>> ListAsync(
        CaseId? caseId, NoticeStatus? status, int top, string? continuation, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var after = Place.Read(ContinuationToken.Key(List, continuation));
        var owners = caseId is { } only ? [(0L, (OutboxOwner)only)] : await OwnersAsync(status, cancellation);
        var mails = await ParallelQuestions.AskAsync(owners.Select(item => item.Item2), MailsOfAsync, cancellation);
        var found =
            from item in owners
            from mail in mails[item.Item2].Index()
            where status is null || mail.Item.Status == status
            let place = new Place(mail.Item.Notice.CreatedAt, item.Item1, mail.Index)
            where after is null || place.CompareTo(after) > 0
            orderby place
            select (Place: place, Row: mail.Item);

        return ContinuationToken.Slice(List, [.. found.Take(top + 1)], top, item => item.Place.ToString()).Select(item => item.Row);
    }

    public async Task<IReadOnlyDictionary<NoticeStatus, int>> CountAsync(IReadOnlyCollection<NoticeStatus> statuses,
        CancellationToken cancellation)
    {
        IOutbox.RequireCountable(statuses);
        var counts = new Dictionary<NoticeStatus, int>();
        if (statuses.Count == 0) return counts;

        var any = string.Join(" or ", statuses.Select(status => TableClient.CreateQueryFilter($"Status eq {StoredText.Of(status)}")));
        await foreach (var row in TablesStore.QueryAsync(store.Cases, $"RowKey ge 's:' and RowKey lt 's;' and ({any})", cancellation,
            ["Status"]))
        {
            var status = EntryColumns.Member<NoticeStatus>(row.GetString("Status"));
            counts[status] = counts.GetValueOrDefault(status) + 1;
        }

        return counts;
    }

    // The cases that may hold a mail with this status, in the order of opening. Pending mails are only in cases with the note "unsent" or a
    // dirty row; every other status has a row <c>s</c>.
    private async Task<IReadOnlyList<(long Opened, OutboxOwner Owner)>> OwnersAsync(NoticeStatus? status, CancellationToken cancellation)
    {
        HashSet<string>? wanted = null;
        if (status is { } asked and not NoticeStatus.Pending)
        {
            var filter = TableClient.CreateQueryFilter($"RowKey ge {"s:"} and RowKey lt {"s;"} and Status eq {StoredText.Of(asked)}");
            wanted = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var row in TablesStore.QueryAsync(store.Cases, filter, cancellation, ["PartitionKey"]))
                wanted.Add(row.PartitionKey);
        }

        List<(long Opened, OutboxOwner Owner)> owners = [];
        var unsent = status == NoticeStatus.Pending ? $" and ({CaseIndexTable.Unsent} eq true or {CaseIndexTable.Dirty} eq true)" : "";
        await foreach (var row in TablesStore.QueryAsync(store.Index, IndexRows.CasesAfter(0) + unsent, cancellation, ["CaseId", "Opened"]))
        {
            var owner = new OutboxOwner(row.GetString("CaseId"));
            if (wanted is null || wanted.Contains(CaseRows.Partition(owner))) owners.Add((row.GetInt64("Opened")!.Value, owner));
        }

        // The years follow the cases; each has a place of its own, counted down from the highest number.
        unsent = status == NoticeStatus.Pending ? $" and {CaseIndexTable.Unsent} eq true" : "";
        await foreach (var row in TablesStore.QueryAsync(store.Index, YearRows.All + unsent, cancellation, ["CaseId"]))
        {
            var year = new OutboxOwner(row.GetString("CaseId"));
            if (wanted is null || wanted.Contains(CaseRows.Partition(year)))
                owners.Add((long.MaxValue - year.Year!.Value, year));
        }

        // A lost opening may have left a second row of a case that was opened later.
        return [.. owners.DistinctBy(item => item.Owner)];
    }

    /// <summary>Where a mail stands in a list: by instant, then by the order of opening, then by the order in its case.</summary>
    private sealed record Place(DateTimeOffset At, long Opened, int Index) : IComparable<Place>
    {
        public int CompareTo(Place? other) => other is null ? 1 : (At, Opened, Index).CompareTo((other.At, other.Opened, other.Index));

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StoredText.Of(At)} {Opened} {Index}");

        public static Place? Read(string? key)
        {
            if (key is null) return null;
            return key.Split(' ') is [var at, var opened, var index]
                && DateTimeOffset.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                && Digits.TryRead(opened, out long place)
                && Digits.TryRead(index, out int number)
                    ? new Place(instant, place, number)
                    : throw ContinuationToken.Malformed();
        }
    }
}
