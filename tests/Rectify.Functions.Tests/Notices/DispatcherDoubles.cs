using Microsoft.Extensions.Logging;
using Rectify.Domain.Identity;
using Rectify.Office.Cases;
using Rectify.Office.Delivery;
using Rectify.Office.Outbox;
using Rectify.Office.Requests;

namespace Rectify.Functions.Tests.Notices;

/// <summary>An outbox in memory.</summary>
internal sealed class HeldOutbox : IOutbox
{
    private readonly List<OutboxRow> rows = [];

    public IReadOnlyList<OutboxRow> Rows => rows;

    /// <summary>A mail that somebody else claims at the last moment.</summary>
    public NoticeId? TakenByAnother { get; set; }

    public void Hold(params Notice[] notices) =>
        rows.AddRange(notices.Select(notice => new OutboxRow(notice, NoticeStatus.Pending, notice.CreatedAt, null, null)));

    /// <summary>A mail as it was before its last attempt.</summary>
    public void Reset(NoticeId id) => rows[rows.FindIndex(row => row.Notice.Id == id)] =
        rows.Single(row => row.Notice.Id == id) with { Status = NoticeStatus.Pending };

    public NoticeStatus StatusOf(NoticeId id) => rows.Single(row => row.Notice.Id == id).Status;

    public Task<IReadOnlyList<OutboxRow>> UnsentAsync(OutboxOwner owner, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<OutboxRow>>(
            [.. rows.Where(row => row.Notice.Owner == owner && row.Status is NoticeStatus.Pending or NoticeStatus.Sending)]);

    public Task<IReadOnlyList<OutboxOwner>> OwnersWithUnsentAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<OutboxOwner>>(
            [.. rows.Where(row => row.Status is NoticeStatus.Pending or NoticeStatus.Sending).Select(row => row.Notice.Owner)
                .Distinct()]);

    public Task<bool> ClaimAsync(NoticeId id, Guid messageId, DateTimeOffset at, CancellationToken cancellation) =>
        Task.FromResult(id != TakenByAnother && Move(
            id, NoticeStatus.Pending, row => row with { Status = NoticeStatus.Sending, At = at, Detail = null, MessageId = messageId }));

    public Task ReleaseAsync(NoticeId id, string? detail, CancellationToken cancellation)
    {
        Assert.True(Move(id, NoticeStatus.Sending, row => row with { Status = NoticeStatus.Pending, Detail = detail }));
        return Task.CompletedTask;
    }

    public Task SettleAsync(NoticeId id, NoticeStatus status, DateTimeOffset at, string? detail, CancellationToken cancellation)
    {
        Assert.True(Move(id, NoticeStatus.Sending, row => row with { Status = status, At = at, Detail = detail }));
        return Task.CompletedTask;
    }

    public Task<bool> TellAsync(NoticeId id, ToldOtherwise told, CancellationToken cancellation) =>
        throw new NotSupportedException("No sender settles a mail for a person.");

    public Task<bool> ReportAsync(NoticeId id, NoticeStatus status, DateTimeOffset at, string? detail, CancellationToken cancellation) =>
        throw new NotSupportedException("The post room knows nothing of later reports.");

    public Task<bool> AddAsync(Notice notice, CancellationToken cancellation)
    {
        if (rows.Any(row => row.Notice.Id == notice.Id)) return Task.FromResult(false);
        Hold(notice);
        return Task.FromResult(true);
    }

    public Task<OutboxRow?> FindAsync(NoticeId id, CancellationToken cancellation) =>
        Task.FromResult(rows.SingleOrDefault(row => row.Notice.Id == id));

    public Task<IReadOnlyList<OutboxRow>> FindByMessageAsync(Guid messageId, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<OutboxRow>>([.. rows.Where(row => row.MessageId == messageId)]);

    public Task<IReadOnlyDictionary<NoticeStatus, int>> CountAsync(IReadOnlyCollection<NoticeStatus> statuses,
        CancellationToken cancellation) =>
        throw new NotSupportedException("The post room counts nothing.");

    public Task<Slice<OutboxRow>> ListAsync(
        CaseId? caseId, NoticeStatus? status, int top, string? continuation, CancellationToken cancellation) =>
        throw new NotSupportedException("The post room reads what is unsent.");

    private bool Move(NoticeId id, NoticeStatus from, Func<OutboxRow, OutboxRow> change)
    {
        var at = rows.FindIndex(row => row.Notice.Id == id && row.Status == from);
        if (at >= 0) rows[at] = change(rows[at]);
        return at >= 0;
    }
}

/// <summary>A mailer that does what the test says.</summary>
internal sealed class ScriptedMailer : IMailer
{
    public List<Notice> Sent { get; } = [];

    public Func<Notice, Handover?>? OnSend { get; set; }

    /// <summary>Every mail waits for this.</summary>
    public Task Ready { get; set; } = Task.CompletedTask;

    public RepeatPolicy Repeat { get; set; } = RepeatPolicy.Repeatable;

    /// <summary>What became of a mail whose sender was lost.</summary>
    public Handover Answer { get; set; } = new Handover.Unknown("nobody knows");

    public async Task<Handover> SendAsync(Notice notice, CancellationToken cancellation)
    {
        var handover = OnSend?.Invoke(notice) ?? new Handover.Accepted();
        await Ready;
        if (handover is Handover.Accepted) Sent.Add(notice);
        return handover;
    }

    public List<Notice> Asked { get; } = [];

    public Task<Handover> AskAsync(Notice notice, CancellationToken cancellation)
    {
        Asked.Add(notice);
        return Task.FromResult(Answer);
    }

    public Action? OnCheck { get; set; }

    public Task CheckAsync(CancellationToken cancellation)
    {
        OnCheck?.Invoke();
        return Task.CompletedTask;
    }
}

/// <summary>A case of which a test says what it has to do with its mails.</summary>
internal sealed class ScriptedCaseMail : ICaseMail
{
    public Dictionary<NoticeId, string> Withdrawn { get; } = [];

    public Dictionary<NoticeId, Notice?> Escalations { get; } = [];

    public Task<IReadOnlyDictionary<NoticeId, string>> WhyWithdrawnAsync(
        IReadOnlyList<Notice> notices, CaseRecord? asRead, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<NoticeId, string>>(
            notices.Where(notice => Withdrawn.ContainsKey(notice.Id)).ToDictionary(notice => notice.Id, notice => Withdrawn[notice.Id]));

    public Task<Notice?> EscalationOfAsync(Notice undelivered, CancellationToken cancellation) =>
        Task.FromResult(Escalations.GetValueOrDefault(undelivered.Id));
}

/// <summary>A clock that stands still.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now => now;

    public override DateTimeOffset GetUtcNow() => now;
}

/// <summary>A log in memory, with everything a sink would be given.</summary>
internal sealed class HeldLog<T> : ILogger<T>
{
    public List<string> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        Lines.Add($"{formatter(state, exception)} {exception}");
}
