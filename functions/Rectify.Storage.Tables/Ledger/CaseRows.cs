using System.Globalization;
using Azure.Data.Tables;
using Rectify.Domain;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;
using Rectify.Office.Register;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>
/// The rows in the partition of a case. Every later version of the program must be able to read what this one has written.
/// </summary>
/// <remarks>
/// <c>a</c> the opening · <c>b</c> how far the case has come · <c>e{first sequence}</c> the events of an append · <c>f:{token}</c> the
/// fence of an opening · <c>k</c> the receipt of the idempotency key · <c>m{first sequence}</c> the mails of an append · <c>n{digest}</c> a
/// mail that was added later · <c>s:{mail}</c> how far a mail has come. Events, mails and receipt are never changed; a mail without a row
/// <c>s</c> is pending.
/// </remarks>
public static class CaseRows
{
    public const string Opening = "a";
    public const string Receipt = "k";

    /// <summary>
    /// The row that says how far the case has come, written with each append: when it names more entries than there are, entries were lost.
    /// </summary>
    public const string Head = "b";

    private const string EventsPrefix = "e";
    private const string AfterEvents = "f";
    private const string MailsPrefix = "m";
    private const string AddedPrefix = "n";
    private const string AfterStates = "t";

    // Enough for a <see cref="CaseHead"/>, without the text of the events.
    private static readonly string[] HeadColumns =
        ["RowKey", "Token", "Opened", "CaseId", "Version", "UnitId", "Status", "DueOn", "NextDue", "Hash", .. SummaryColumns.All];

    public static string Partition(OutboxOwner owner) => TableKey.Of(owner.Value);

    public static string Fence(string token) => $"f:{token}";

    public static string State(NoticeId id) => $"s:{TableKey.Of(id.Value)}";

    public static string EventsOf(int first) => Numbered(EventsPrefix, first);

    /// <summary>The rows that every append adds. An opening adds further ones.</summary>
    public static IEnumerable<TableEntity> Of(LedgerAppend append, string token)
    {
        var (partition, first) = (Partition(append.Entry.CaseId), append.Events[0].Sequence);
        var events = new TableEntity(partition, EventsOf(first)) { ["Token"] = token, ["Hash"] = append.Events[^1].Hash };
        EntryColumns.Put(events, append.Entry);
        if (append.Addition is { } addition) AddedRows.Put(events, addition);
        var stored =
            append.Events.Select(e => new EventForm(e.Sequence, AppendRules.Exact(e.Type), e.At, e.Actor, e.Data, e.PreviousHash, e.Hash));
        foreach (var row in WideText.Put(events, DomainJson.Text(stored))) yield return row;

        var mails = append.Notices.DistinctBy(notice => notice.Id).Select(MailForm.Of).ToList();
        if (mails.Count == 0) yield break;

        var text = DomainJson.Text(mails);
        foreach (var row in WideText.Put(new TableEntity(partition, Numbered(MailsPrefix, first)), text)) yield return row;
    }

    /// <summary>The row that says how far the case has come with an append.</summary>
    public static TableEntity HeadOf(LedgerAppend append) => new(Partition(append.Entry.CaseId), Head)
    {
        ["Reached"] = append.Events[^1].Sequence,
        ["LastHash"] = append.Events[^1].Hash,
    };

    /// <summary>How far the case has come by its row <c>b</c>; 0 when there is none.</summary>
    public static int Reached(IEnumerable<TableEntity> rows) => rows.FirstOrDefault(row => row.RowKey == Head)?.GetInt32("Reached") ?? 0;

    /// <summary>The rows of the receipt that is kept with the opening of a case.</summary>
    public static IReadOnlyList<TableEntity> Of(CaseId caseId, Office.Ledger.Receipt receipt) => WideText.Put(
        new TableEntity(Partition(caseId), Receipt)
        {
            ["Key"] = AppendRules.Exact(receipt.Key),
            ["BodyHash"] = receipt.BodyHash,
            ["Status"] = receipt.Status,
            ["Location"] = AppendRules.Exact(receipt.Location),
        },
        receipt.Body);

    /// <summary>The receipt in its rows; null when there are none.</summary>
    public static Office.Ledger.Receipt? ReadReceipt(IReadOnlyList<TableEntity> rows) => rows is [var first, ..]
        ? new Office.Ledger.Receipt(
            first.GetString("Key"), first.GetString("BodyHash"), first.GetInt32("Status")!.Value, first.GetString("Location"),
            WideText.Read(rows))
        : null;

    /// <summary>
    /// The rows of a mail that is added to a case later. The row key is the same for all resends of one mail, so that it is resent only
    /// once.
    /// </summary>
    public static IReadOnlyList<TableEntity> Of(Notice added, string token)
    {
        // The prefix "added" keeps a mail that was added apart from its resend.
        var digest = Digest.Of(added.Resend is { } resend ? resend.Of.Value : $"added {added.Id}");
        var row = new TableEntity(Partition(added.Owner), $"{AddedPrefix}{digest}") { ["Token"] = token };
        return WideText.Put(row, DomainJson.Text((MailForm[])[MailForm.Of(added)]));
    }

    /// <summary>The filter for the opening row, the row <c>b</c> and the events of a case.</summary>
    public static string StreamFilter(CaseId caseId) => TablesStore.Range(Partition(caseId), Opening, AfterEvents);

    /// <summary>The filter for the mails of a case and the rows that say how far they have come.</summary>
    public static string MailsFilter(OutboxOwner owner) => TablesStore.Range(Partition(owner), MailsPrefix, AfterStates);

    /// <summary>The opening row and the last append of a case; null when there is no such case.</summary>
    public static async Task<CaseHead?> HeadAsync(TablesStore store, CaseId caseId, CancellationToken cancellation)
    {
        TableEntity? opening = null, last = null;
        await foreach (var row in TablesStore.QueryAsync(store.Cases, StreamFilter(caseId), cancellation, HeadColumns))
        {
            if (row.RowKey == Opening) opening = row;
            else if (row.RowKey != Head && !WideText.Continues(row)) last = row;
        }

        return opening is null || last is null ? null : CaseHead.Of(opening, last);
    }

    /// <summary>The events in rows that are sorted by key.</summary>
    public static IReadOnlyList<StoredEvent> Events(CaseId caseId, IEnumerable<TableEntity> rows) =>
    [
        .. from text in WideText.ReadAll(rows.Where(row => row.RowKey.StartsWith(EventsPrefix, StringComparison.Ordinal)))
           from e in DomainJson.Read<List<EventForm>>(text)
           select new StoredEvent(caseId, e.Sequence, e.Type, e.At, e.Actor, e.Data, e.PreviousHash, e.Hash)
    ];

    /// <summary>The mails in the rows of one case, in the order of recording, each with its state.</summary>
    public static IReadOnlyList<OutboxRow> Mails(OutboxOwner owner, IReadOnlyList<TableEntity> rows)
    {
        var states = rows.Where(row => row.RowKey.StartsWith("s:", StringComparison.Ordinal)).ToDictionary(row => row.RowKey,
            StringComparer.Ordinal);
        OutboxRow Row(MailForm form) => form.Notice(owner) is var notice && states.TryGetValue(State(notice.Id), out var state)
            ? MailRowState.Read(state).Of(notice)
            : new OutboxRow(notice, NoticeStatus.Pending, notice.CreatedAt, null, null);
        IEnumerable<OutboxRow> In(string prefix) =>
            from text in WideText.ReadAll(rows.Where(row => row.RowKey.StartsWith(prefix, StringComparison.Ordinal)))
            from form in DomainJson.Read<List<MailForm>>(text)
            select Row(form);

        return [.. In(MailsPrefix), .. In(AddedPrefix).OrderBy(row => row.Notice.CreatedAt)];
    }

    private static string Numbered(string prefix, int sequence) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{sequence:D10}");

    private sealed record EventForm(int Sequence, string Type, DateTimeOffset At, string Actor, string Data, string PreviousHash,
        string Hash);

    private sealed record MailForm(
        string Id, int Sequence, string Template, string Name, string Address, string Subject, string Body, DateTimeOffset CreatedAt,
        MailLanguage Language = default, string? ResendOf = null, string? RequestedBy = null, string? RequestKey = null)
    {
        public static MailForm Of(Notice n) => new(
            n.Id.Value, n.Sequence, n.Template, n.Recipient.Name, n.Recipient.Address, n.Subject, n.Body, n.CreatedAt,
            n.Recipient.Language, n.Resend?.Of.Value, n.Resend?.RequestedBy, n.Resend?.RequestKey);

        public Notice Notice(OutboxOwner owner) => new(
            new NoticeId(Id), owner, Sequence, Template, new Recipient(Name, Address, Language), Subject, Body, CreatedAt,
            ResendOf is null ? null : new Resend(new NoticeId(ResendOf), RequestedBy!, RequestKey));
    }
}
