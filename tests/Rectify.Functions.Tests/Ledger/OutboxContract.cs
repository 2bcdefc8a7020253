using Rectify.Domain.Identity;
using Rectify.Functions.Notices;

namespace Rectify.Functions.Tests.Ledger;

/// <summary>What every outbox promises: a mail is recorded with its event, once, and has one sender at a time.</summary>
public abstract class OutboxContract : StorageContract
{
    private static readonly NoticeId Mail = new("c1-1");
    private static readonly DateTimeOffset Later = Writes.Start.AddHours(3);

    [Fact]
    public async Task A_recorded_mail_is_pending_since_its_event_and_reads_back_exactly()
    {
        var opening = Writes.Opening("c1", 1);
        await RecordAsync(opening);

        var rows = await Outbox.UnsentAsync(new CaseId("c1"), Cancellation);

        Assert.Equal([.. opening.Notices.Select(notice => new OutboxRow(notice, NoticeStatus.Pending, notice.CreatedAt, null))], rows);
    }

    [Fact]
    public async Task A_mail_with_the_same_id_is_recorded_once()
    {
        var opening = Writes.Opening("c1", 1);
        await RecordAsync(opening with { Notices = [.. opening.Notices, opening.Notices[0]] });

        Assert.Equal(["c1-1", "c1-2"], await NoticesAsync());
    }

    [Fact]
    public async Task A_mail_is_claimed_once()
    {
        await RecordAsync(Writes.Opening("c1", 1));

        Assert.True(await Outbox.ClaimAsync(Mail, Later, Cancellation));
        Assert.False(await Outbox.ClaimAsync(Mail, Later, Cancellation));
        Assert.False(await Outbox.ClaimAsync(new NoticeId("nobody"), Later, Cancellation));

        Assert.Equal((NoticeStatus.Sending, Later, null), await StateAsync());
    }

    [Fact]
    public async Task Of_fifty_senders_exactly_one_claims_a_mail()
    {
        await RecordAsync(Writes.Opening("c1", 1));

        var claims = await Task.WhenAll(Enumerable.Range(0, 50).Select(
            _ => Task.Run(() => Outbox.ClaimAsync(Mail, Later, Cancellation), Cancellation)));

        Assert.Single(claims, claimed => claimed);
    }

    [Fact]
    public async Task A_released_mail_is_claimed_again()
    {
        await RecordAsync(Writes.Opening("c1", 1));
        await Outbox.ClaimAsync(Mail, Later, Cancellation);

        await Outbox.ReleaseAsync(Mail, Cancellation);

        Assert.Equal(NoticeStatus.Pending, (await StateAsync()).Status);
        Assert.True(await Outbox.ClaimAsync(Mail, Later, Cancellation));
    }

    [Theory]
    [InlineData(NoticeStatus.Sent, "250 已接收")]
    [InlineData(NoticeStatus.Failed, "550 no such user")]
    [InlineData(NoticeStatus.Unknown, null)]
    public async Task A_settled_mail_keeps_what_became_of_it_and_is_not_sent_again(NoticeStatus status, string? detail)
    {
        await RecordAsync(Writes.Opening("c1", 1));
        await Outbox.ClaimAsync(Mail, Writes.Start, Cancellation);

        await Outbox.SettleAsync(Mail, status, Later, detail, Cancellation);

        Assert.Equal((status, Later, detail), await StateAsync());
        Assert.False(await Outbox.ClaimAsync(Mail, Later, Cancellation));
        Assert.Equal(["c1-2"], (await Outbox.UnsentAsync(new CaseId("c1"), Cancellation)).Select(row => row.Notice.Id.Value));
    }

    [Fact]
    public async Task A_report_about_a_mail_that_nobody_has_claimed_is_an_error()
    {
        await RecordAsync(Writes.Opening("c1", 1));
        await AssertUnclaimedAsync(Mail);
        await AssertUnclaimedAsync(new NoticeId("nobody"));
        Assert.Equal(NoticeStatus.Pending, (await StateAsync()).Status);

        await Outbox.ClaimAsync(Mail, Later, Cancellation);
        await Outbox.SettleAsync(Mail, NoticeStatus.Sent, Later, "first", Cancellation);
        await AssertUnclaimedAsync(Mail);
        Assert.Equal((NoticeStatus.Sent, Later, "first"), await StateAsync());
    }

    [Theory]
    [InlineData(NoticeStatus.Pending)]
    [InlineData(NoticeStatus.Sending)]
    public async Task A_mail_is_not_settled_as_still_open(NoticeStatus status) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Outbox.SettleAsync(Mail, status, Later, null, Cancellation));

    [Fact]
    public async Task Cases_with_a_pending_or_claimed_mail_are_found_in_the_order_of_their_ids()
    {
        await RecordAsync(Writes.Opening("b", 1));
        await RecordAsync(Writes.Opening("c", 2));
        await RecordAsync(Writes.Opening("a", 3));
        await Outbox.ClaimAsync(new NoticeId("b-1"), Later, Cancellation);
        await SettleAsync("b-2");
        await SettleAsync("c-1");
        await SettleAsync("c-2");

        Assert.Equal(["a", "b"], (await Outbox.CasesWithUnsentAsync(Cancellation)).Select(id => id.Value));
        Assert.Equal(["b-1"], (await Outbox.UnsentAsync(new CaseId("b"), Cancellation)).Select(row => row.Notice.Id.Value));
        Assert.Empty(await Outbox.UnsentAsync(new CaseId("c"), Cancellation));
    }

    [Fact]
    public async Task Mails_are_listed_by_case_and_status_newest_last()
    {
        var opening = Writes.Opening("c2", 1);
        await RecordAsync(opening);
        await RecordAsync(Writes.Opening("c1", 2));
        await RecordAsync(Writes.Next("c2", opening.Events));
        await SettleAsync("c2-1");

        Assert.Equal(["c2-1", "c2-2", "c1-1", "c1-2", "c2-3", "c2-4"], await NoticesAsync());
        Assert.Equal(["c2-1", "c2-2", "c2-3", "c2-4"], await NoticesAsync("c2"));
        Assert.Equal(["c2-1"], await NoticesAsync(status: NoticeStatus.Sent));
        Assert.Equal(["c2-2", "c2-3", "c2-4"], await NoticesAsync("c2", NoticeStatus.Pending));
        Assert.Empty(await NoticesAsync("nobody"));
    }

    private async Task SettleAsync(string id)
    {
        Assert.True(await Outbox.ClaimAsync(new NoticeId(id), Later, Cancellation));
        await Outbox.SettleAsync(new NoticeId(id), NoticeStatus.Sent, Later, null, Cancellation);
    }

    private async Task AssertUnclaimedAsync(NoticeId id)
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Outbox.ReleaseAsync(id, Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Outbox.SettleAsync(id, NoticeStatus.Failed, Later, "x", Cancellation));
    }

    private async Task<(NoticeStatus Status, DateTimeOffset At, string? Detail)> StateAsync()
    {
        var row = (await Outbox.ListAsync(null, null, Cancellation)).Single(row => row.Notice.Id == Mail);
        return (row.Status, row.At, row.Detail);
    }
}
