using Rectify.Domain.Identity;
using Rectify.Office.Outbox;
using Rectify.Office.Register;

namespace Rectify.Functions.Tests.Ledger;

/// <summary>What every outbox promises: a mail is recorded with its event, once, and has one sender at a time.</summary>
public abstract class OutboxContract : StorageContract
{
    private static readonly NoticeId Mail = new("c1-1");
    private static readonly Guid Message = new("0f8fad5b-d9cb-869f-a165-70867728950e");
    private static readonly Guid OtherMessage = new("7c9e6679-7425-80de-944b-e07fc1f90ae7");
    private static readonly DateTimeOffset Later = Writes.Start.AddHours(3);

    [Fact]
    public async Task A_recorded_mail_is_pending_since_its_event_and_reads_back_exactly()
    {
        var opening = Writes.Opening("c1", 1);
        await RecordAsync(opening);

        var rows = await Outbox.UnsentAsync(new CaseId("c1"), Cancellation);

        Assert.Equal([.. opening.Notices.Select(notice => new OutboxRow(notice, NoticeStatus.Pending, notice.CreatedAt, null, null))],
            rows);
    }

    [Fact]
    public async Task A_reminder_of_a_year_belongs_to_no_case_and_goes_the_way_of_every_mail()
    {
        await RecordAsync(Writes.Opening("c1", 1));
        var (file, other) = (new CaseId("cycle-2026"), new CaseId("cycle-2025"));
        Notice Reminder(CaseId of, int number) => new(
            new NoticeId($"{of}.0000.duty-due.{number:D4}"), of, 0, "duty-due",
            new Recipient("王主任", "wang@oubei.example", MailLanguage.English), "主题", "正文", Writes.Start.AddDays(number));
        var (first, second, third) = (Reminder(file, 1), Reminder(file, 2), Reminder(other, 1));

        Assert.True(await Outbox.AddAsync(first, Cancellation));
        Assert.False(await Outbox.AddAsync(first, Cancellation));
        Assert.True(await Outbox.AddAsync(third, Cancellation));
        Assert.True(await Outbox.AddAsync(second, Cancellation));

        Assert.Equal([first, second], (await Outbox.UnsentAsync(file, Cancellation)).Select(row => row.Notice));
        Assert.Equal(["c1", "cycle-2025", "cycle-2026"], (await Outbox.OwnersWithUnsentAsync(Cancellation)).Select(id => id.Value));
        Assert.Equal([third, first, second], (await Outbox.UnsentElsewhereAsync(new CaseId("c1"), Cancellation)).Select(row => row.Notice));
        Assert.Equal(["c1-1", "c1-2", third.Id.Value],
            (await Outbox.UnsentElsewhereAsync(file, Cancellation)).Select(row => row.Notice.Id.Value));
        Assert.Equal(second, (await Outbox.FindAsync(second.Id, Cancellation))!.Notice);

        // Parts of a list leave out none of two at one instant.
        List<string> listed = [];
        for (string? continuation = null; ;)
        {
            var part = await Outbox.ListAsync(null, null, 1, continuation, Cancellation);
            listed.AddRange(part.Items.Select(row => row.Notice.Id.Value));
            if ((continuation = part.Continuation) is null) break;
        }

        Assert.Equal(["c1-1", "c1-2", first.Id.Value, third.Id.Value, second.Id.Value],
            [.. listed[..2], .. listed[2..4].OrderDescending(), listed[4]]);
        Assert.Equal([first, second],
            (await Outbox.ListAsync(file, NoticeStatus.Pending, 10, null, Cancellation)).Items.Select(row => row.Notice));

        foreach (var mail in new[] { first, second })
        {
            Assert.True(await Outbox.ClaimAsync(mail.Id, Message, Later, Cancellation));
            Assert.False(await Outbox.ClaimAsync(mail.Id, Message, Later, Cancellation));
        }

        Assert.Equal([first, second], (await Outbox.FindByMessageAsync(Message, Cancellation)).Select(row => row.Notice));
        await Outbox.SettleAsync(first.Id, NoticeStatus.Sent, Later, null, Cancellation);
        await Outbox.SettleAsync(second.Id, NoticeStatus.Withdrawn, Later, "It was done.", Cancellation);
        Assert.Empty(await Outbox.UnsentAsync(file, Cancellation));
        Assert.Equal(["c1", "cycle-2025"], (await Outbox.OwnersWithUnsentAsync(Cancellation)).Select(id => id.Value));
        Assert.Equal(1, (await Outbox.CountAsync([NoticeStatus.Sent], Cancellation))[NoticeStatus.Sent]);
        Assert.Equal([first], (await Outbox.ListAsync(null, NoticeStatus.Sent, 10, null, Cancellation)).Items.Select(row => row.Notice));
        Assert.True(await Outbox.ReportAsync(first.Id, NoticeStatus.Failed, Later, "550", Cancellation));

        // A resend of it, once.
        var resend =
            first with { Id = new NoticeId($"{first.Id}.r1"), CreatedAt = Later, Resend = new Resend(first.Id, "officer:张", "k") };
        Assert.True(await Outbox.AddAsync(resend, Cancellation));
        Assert.False(await Outbox.AddAsync(resend with { Id = new NoticeId("another") }, Cancellation));
        Assert.Equal([resend], (await Outbox.UnsentAsync(file, Cancellation)).Select(row => row.Notice));
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

        Assert.True(await Outbox.ClaimAsync(Mail, Message, Later, Cancellation));
        Assert.False(await Outbox.ClaimAsync(Mail, Message, Later, Cancellation));
        Assert.False(await Outbox.ClaimAsync(new NoticeId("nobody"), Message, Later, Cancellation));

        Assert.Equal((NoticeStatus.Sending, Later, null), await StateAsync());
    }

    [Fact]
    public async Task Of_fifty_senders_exactly_one_claims_a_mail()
    {
        await RecordAsync(Writes.Opening("c1", 1));

        var claims = await Task.WhenAll(Enumerable.Range(0, 50).Select(
            _ => Task.Run(() => Outbox.ClaimAsync(Mail, Message, Later, Cancellation), Cancellation)));

        Assert.Single(claims, claimed => claimed);
    }

    [Fact]
    public async Task A_released_mail_is_claimed_again()
    {
        await RecordAsync(Writes.Opening("c1", 1));
        await Outbox.ClaimAsync(Mail, Message, Later, Cancellation);

        await Outbox.ReleaseAsync(Mail, "450 mailbox busy", Cancellation);

        Assert.Equal((NoticeStatus.Pending, Later, "450 mailbox busy"), await StateAsync());
        Assert.True(await Outbox.ClaimAsync(Mail, Message, Later, Cancellation));
        Assert.Null((await StateAsync()).Detail);
    }

    [Theory]
    [InlineData(NoticeStatus.Sent, "250 已接收")]
    [InlineData(NoticeStatus.Failed, "550 no such user")]
    [InlineData(NoticeStatus.Unknown, null)]
    [InlineData(NoticeStatus.Withdrawn, "the listing was released")]
    public async Task A_settled_mail_keeps_what_became_of_it_and_is_not_sent_again(NoticeStatus status, string? detail)
    {
        await RecordAsync(Writes.Opening("c1", 1));
        await Outbox.ClaimAsync(Mail, Message, Writes.Start, Cancellation);

        await Outbox.SettleAsync(Mail, status, Later, detail, Cancellation);

        Assert.Equal((status, Later, detail), await StateAsync());
        Assert.False(await Outbox.ClaimAsync(Mail, Message, Later, Cancellation));
        Assert.Equal(["c1-2"], (await Outbox.UnsentAsync(new CaseId("c1"), Cancellation)).Select(row => row.Notice.Id.Value));
    }

    [Fact]
    public async Task A_report_about_a_mail_that_nobody_has_claimed_is_an_error()
    {
        await RecordAsync(Writes.Opening("c1", 1));
        await AssertUnclaimedAsync(Mail);
        await AssertUnclaimedAsync(new NoticeId("nobody"));
        Assert.Equal(NoticeStatus.Pending, (await StateAsync()).Status);

        await Outbox.ClaimAsync(Mail, Message, Later, Cancellation);
        await Outbox.SettleAsync(Mail, NoticeStatus.Sent, Later, "first", Cancellation);
        await AssertUnclaimedAsync(Mail);
        Assert.Equal((NoticeStatus.Sent, Later, "first"), await StateAsync());
    }

    [Theory]
    [InlineData(NoticeStatus.Pending)]
    [InlineData(NoticeStatus.Sending)]
    [InlineData(NoticeStatus.Delivered)]
    public async Task A_sender_cannot_settle_a_mail_as_what_only_others_know(NoticeStatus status) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Outbox.SettleAsync(Mail, status, Later, null, Cancellation));

    [Fact]
    public async Task Cases_with_a_pending_or_claimed_mail_are_found_in_the_order_of_their_ids()
    {
        await RecordAsync(Writes.Opening("b", 1));
        await RecordAsync(Writes.Opening("c", 2));
        await RecordAsync(Writes.Opening("a", 3));
        await Outbox.ClaimAsync(new NoticeId("b-1"), Message, Later, Cancellation);
        await SettleAsync("b-2");
        await SettleAsync("c-1");
        await SettleAsync("c-2");

        Assert.Equal(["a", "b"], (await Outbox.OwnersWithUnsentAsync(Cancellation)).Select(id => id.Value));
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

    [Fact]
    public async Task Mails_are_counted_by_state_and_pending_ones_are_not()
    {
        await RecordAsync(Writes.Opening("c1", 1));
        await RecordAsync(Writes.Opening("c2", 2));
        foreach (var (mail, status) in new[] { ("c1-1", NoticeStatus.Failed), ("c2-1", NoticeStatus.Failed), ("c1-2", NoticeStatus.Sent) })
            await BringToAsync(new NoticeId(mail), status);

        var counts = await Outbox.CountAsync([NoticeStatus.Failed, NoticeStatus.Sent, NoticeStatus.Unknown], Cancellation);

        Assert.Equal([(NoticeStatus.Sent, 1), (NoticeStatus.Failed, 2)], counts.Select(count => (count.Key, count.Value)).Order());
        Assert.Empty(await Outbox.CountAsync([], Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => Outbox.CountAsync([NoticeStatus.Pending], Cancellation));
    }

    [Fact]
    public async Task A_list_of_mails_goes_on_where_it_stopped()
    {
        await RecordAsync(Writes.Opening("c1", 1));
        await RecordAsync(Writes.Opening("c2", 2));
        await RecordAsync(Writes.Opening("c3", 3));
        await SettleAsync("c2-1");

        Assert.Equal(["c1-1", "c1-2", "c2-1", "c2-2", "c3-1", "c3-2"], await WalkAsync(null, 2));
        Assert.Equal(["c1-1", "c1-2", "c2-2", "c3-1", "c3-2"], await WalkAsync(NoticeStatus.Pending, 1));
        await Assert.ThrowsAsync<FormatException>(() => Outbox.ListAsync(null, null, 2, "Y2FzZXM6MQ", Cancellation));
        await Assert.ThrowsAsync<FormatException>(() => Outbox.ListAsync(null, null, 2, "not a token", Cancellation));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Outbox.ListAsync(null, null, 0, null, Cancellation));
    }

    [Fact]
    public async Task A_mail_is_found_by_its_id_with_its_language()
    {
        var opening = Writes.Opening("c1", 1);
        var english = opening.Notices[0] with { Recipient = new Recipient("Wang Min", "wang@example.cn", MailLanguage.English) };
        await RecordAsync(opening with { Notices = [english] });

        Assert.Equal(new OutboxRow(english, NoticeStatus.Pending, english.CreatedAt, null, null),
            await Outbox.FindAsync(Mail, Cancellation));
        Assert.Null(await Outbox.FindAsync(new NoticeId("nobody"), Cancellation));
    }

    [Fact]
    public async Task Mails_are_found_by_the_message_they_were_last_claimed_for()
    {
        await RecordAsync(Writes.Opening("c1", 1));
        await RecordAsync(Writes.Opening("c2", 2));
        await Outbox.ClaimAsync(new NoticeId("c2-1"), Message, Later, Cancellation);
        await Outbox.ClaimAsync(new NoticeId("c1-2"), Message, Later, Cancellation);
        await Outbox.ClaimAsync(Mail, OtherMessage, Later, Cancellation);

        Assert.Equal(["c1-2", "c2-1"], await OfMessageAsync(Message));
        Assert.Empty(await Outbox.FindByMessageAsync(Guid.Empty, Cancellation));

        await Outbox.ReleaseAsync(new NoticeId("c2-1"), null, Cancellation);
        await Outbox.ClaimAsync(new NoticeId("c2-1"), OtherMessage, Later, Cancellation);
        Assert.Equal(["c1-2"], await OfMessageAsync(Message));
        Assert.Equal(["c1-1", "c2-1"], await OfMessageAsync(OtherMessage));
        Assert.Equal(OtherMessage, (await Outbox.FindAsync(Mail, Cancellation))!.MessageId);
    }

    [Theory]
    [InlineData(NoticeStatus.Pending, false, false)]
    [InlineData(NoticeStatus.Sending, false, false)]
    [InlineData(NoticeStatus.Sent, true, true)]
    [InlineData(NoticeStatus.Unknown, true, true)]
    [InlineData(NoticeStatus.Delivered, false, true)]
    [InlineData(NoticeStatus.Failed, false, false)]
    [InlineData(NoticeStatus.Withdrawn, false, false)]
    public async Task A_later_report_moves_a_mail_only_from_where_it_can_come(NoticeStatus from, bool toDelivered, bool toFailed)
    {
        foreach (var (caseId, to, moves) in new[] { ("c1", NoticeStatus.Delivered, toDelivered), ("c2", NoticeStatus.Failed, toFailed) })
        {
            await RecordAsync(Writes.Opening(caseId, caseId == "c1" ? 1 : 2));
            var mail = new NoticeId($"{caseId}-1");
            await BringToAsync(mail, from);

            Assert.Equal(moves, await Outbox.ReportAsync(mail, to, Later, "mailbox full", Cancellation));

            var row = await Outbox.FindAsync(mail, Cancellation);
            Assert.Equal(moves ? (to, "mailbox full") : (from, row!.Detail), (row!.Status, row.Detail));
        }
    }

    [Theory]
    [InlineData(NoticeStatus.Pending)]
    [InlineData(NoticeStatus.Sending)]
    [InlineData(NoticeStatus.Sent)]
    [InlineData(NoticeStatus.Unknown)]
    [InlineData(NoticeStatus.Withdrawn)]
    public async Task A_later_report_is_of_a_delivery_or_a_failure(NoticeStatus status) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Outbox.ReportAsync(Mail, status, Later, null, Cancellation));

    [Theory]
    [InlineData(NoticeStatus.Pending, false)]
    [InlineData(NoticeStatus.Sending, false)]
    [InlineData(NoticeStatus.Sent, false)]
    [InlineData(NoticeStatus.Unknown, true)]
    [InlineData(NoticeStatus.Failed, true)]
    [InlineData(NoticeStatus.Delivered, false)]
    [InlineData(NoticeStatus.Withdrawn, false)]
    public async Task A_person_settles_a_mail_that_waits_for_one_and_no_other(NoticeStatus from, bool settles)
    {
        await RecordAsync(Writes.Opening("c1", 1));
        await BringToAsync(Mail, from);
        var told = new ToldOtherwise("officer:张伟", "三月三十日电话告知", Later.AddHours(1));
        var before = await Outbox.FindAsync(Mail, Cancellation);

        Assert.Equal(settles, await Outbox.TellAsync(Mail, told, Cancellation));
        Assert.False(await Outbox.TellAsync(Mail, told with { Note = "again" }, Cancellation));

        var expected = settles ? before! with { Status = NoticeStatus.ToldOtherwise, At = told.At, Told = told } : before;
        Assert.Equal(expected, await Outbox.FindAsync(Mail, Cancellation));
        var counts = await Outbox.CountAsync([NoticeStatus.ToldOtherwise], Cancellation);
        Assert.Equal(settles ? 1 : 0, counts.GetValueOrDefault(NoticeStatus.ToldOtherwise));
        Assert.False(settles && (await Outbox.CountAsync([NoticeStatus.Failed, NoticeStatus.Unknown], Cancellation)).Count > 0);
        Assert.False(await Outbox.ReportAsync(Mail, NoticeStatus.Failed, Later, null, Cancellation) && settles);
        Assert.False(await Outbox.TellAsync(new NoticeId("nobody"), told, Cancellation));
    }

    [Fact]
    public async Task A_mail_is_added_once_and_sent_again_once()
    {
        var opening = Writes.Opening("c1", 1);
        await RecordAsync(opening);
        var again =
            opening.Notices[0] with { Id = new NoticeId("c1-1.r1"), CreatedAt = Later, Resend = new Resend(Mail, "officer:张伟", "key 1") };

        Assert.True(await Outbox.AddAsync(again, Cancellation));
        Assert.False(await Outbox.AddAsync(again, Cancellation));
        Assert.False(await Outbox.AddAsync(again with { Id = new NoticeId("c1-1.other") }, Cancellation));
        Assert.False(await Outbox.AddAsync(opening.Notices[1], Cancellation));

        Assert.Equal(new OutboxRow(again, NoticeStatus.Pending, Later, null, null), await Outbox.FindAsync(again.Id, Cancellation));
        Assert.Equal(["c1-1", "c1-1.r1", "c1-2"], (await NoticesAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_twenty_requests_exactly_one_sends_a_mail_again()
    {
        var opening = Writes.Opening("c1", 1);
        await RecordAsync(opening);
        var again =
            opening.Notices[0] with { Id = new NoticeId("c1-1.r1"), CreatedAt = Later, Resend = new Resend(Mail, "officer:张伟", null) };

        var added =
            await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Outbox.AddAsync(again, Cancellation), Cancellation)));

        Assert.Single(added, one => one);
    }

    private async Task BringToAsync(NoticeId id, NoticeStatus status)
    {
        if (status == NoticeStatus.Pending) return;
        Assert.True(await Outbox.ClaimAsync(id, Message, Later, Cancellation));
        if (status == NoticeStatus.Sending) return;
        await Outbox.SettleAsync(id, status == NoticeStatus.Delivered ? NoticeStatus.Sent : status, Later, null, Cancellation);
        if (status == NoticeStatus.Delivered) Assert.True(await Outbox.ReportAsync(id, status, Later, null, Cancellation));
    }

    private async Task<IReadOnlyList<string>> OfMessageAsync(Guid message) =>
        [.. (await Outbox.FindByMessageAsync(message, Cancellation)).Select(row => row.Notice.Id.Value)];

    private async Task<IReadOnlyList<string>> WalkAsync(NoticeStatus? status, int top)
    {
        var ids = new List<string>();
        string? continuation = null;
        do
        {
            var part = await Outbox.ListAsync(null, status, top, continuation, Cancellation);
            Assert.InRange(part.Items.Count, 1, top);
            ids.AddRange(part.Items.Select(row => row.Notice.Id.Value));
            continuation = part.Continuation;
        } while (continuation is not null);

        return ids;
    }

    private async Task SettleAsync(string id)
    {
        Assert.True(await Outbox.ClaimAsync(new NoticeId(id), Message, Later, Cancellation));
        await Outbox.SettleAsync(new NoticeId(id), NoticeStatus.Sent, Later, null, Cancellation);
    }

    private async Task AssertUnclaimedAsync(NoticeId id)
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Outbox.ReleaseAsync(id, null, Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Outbox.SettleAsync(id, NoticeStatus.Failed, Later, "x", Cancellation));
    }

    private async Task<(NoticeStatus Status, DateTimeOffset At, string? Detail)> StateAsync()
    {
        var row = await Outbox.FindAsync(Mail, Cancellation);
        return (row!.Status, row.At, row.Detail);
    }
}
