using Rectify.Office.Delivery;
using Rectify.Office.Outbox;

namespace Rectify.Functions.Tests.Notices;

public class OutboxDispatcherTests
{
    private static readonly Notice[] Mails = [.. CaseStories.ListingNotice.Mails()];

    private readonly StoppedClock _clock = new(CaseStory.Instant(2026, 3, 30));
    private readonly HeldOutbox _outbox = new();
    private readonly ScriptedMailer _mailer = new();
    private readonly ScriptedCaseMail _caseMail = new();
    private readonly HeldLog<OutboxDispatcher> _log = new();

    [Fact]
    public async Task Pending_mails_are_sent_in_order()
    {
        _outbox.Hold(Mails);

        Assert.Equal(new DispatchResult(4, 0, 0, null), await SendAsync());
        Assert.Equal(Mails, _mailer.Sent);
        Assert.All(_outbox.Rows, row => Assert.Equal((NoticeStatus.Sent, _clock.Now), (row.Status, row.At)));
    }

    [Fact]
    public async Task An_empty_outbox_is_nothing_to_come_back_for() =>
        Assert.Equal(new DispatchResult(0, 0, 0, null), await SendAsync());

    [Fact]
    public async Task A_mail_is_claimed_before_it_is_handed_over()
    {
        _outbox.Hold(Mails[0]);
        _mailer.OnSend = notice =>
        {
            Assert.Equal(NoticeStatus.Sending, _outbox.StatusOf(notice.Id));
            return null;
        };

        await SendAsync();

        Assert.Equal(NoticeStatus.Sent, _outbox.StatusOf(Mails[0].Id));
        Assert.Equal(MessageId.Of(Mails[0].Id), _outbox.Rows[0].MessageId);
    }

    [Fact]
    public async Task A_refused_mail_is_failed_with_its_reason_and_the_next_one_goes_out()
    {
        _outbox.Hold(Mails[0], Mails[1]);
        _mailer.OnSend = notice => notice == Mails[0] ? new Handover.Refused("no such form") : null;

        Assert.Equal(new DispatchResult(1, 1, 0, null), await SendAsync());
        Assert.Equal((NoticeStatus.Failed, "no such form"), (_outbox.Rows[0].Status, _outbox.Rows[0].Detail));
        Assert.Equal(NoticeStatus.Sent, _outbox.Rows[1].Status);
    }

    [Theory]
    [InlineData(null, 60)]
    [InlineData(7, 7)]
    [InlineData(3600, 3600)]
    public async Task A_mail_that_cannot_go_out_now_is_given_back_and_the_case_waits_as_long_as_asked(int? asked, int waits)
    {
        _outbox.Hold(Mails[0], Mails[1], Mails[2]);
        _mailer.OnSend = notice =>
            notice == Mails[1] ? new Handover.NotNow("disk full", asked is { } seconds ? TimeSpan.FromSeconds(seconds) : null) : null;

        Assert.Equal(new DispatchResult(1, 0, 0, TimeSpan.FromSeconds(waits)), await SendAsync());
        Assert.Equal([NoticeStatus.Sent, NoticeStatus.Pending, NoticeStatus.Pending], _outbox.Rows.Select(row => row.Status));
        Assert.Equal("disk full", _outbox.Rows[1].Detail);

        _mailer.OnSend = null;
        Assert.Equal(new DispatchResult(2, 0, 0, null), await SendAsync());
    }

    [Fact]
    public async Task A_mail_that_another_sender_took_is_left_to_it()
    {
        _outbox.Hold(Mails[0], Mails[1]);
        _outbox.TakenByAnother = Mails[0].Id;

        Assert.Equal(new DispatchResult(1, 0, 0, null), await SendAsync());
        Assert.Equal([Mails[1]], _mailer.Sent);
    }

    [Fact]
    public async Task Two_calls_for_one_case_at_one_time_send_each_mail_once()
    {
        _outbox.Hold(Mails);
        var ready = new TaskCompletionSource();
        _mailer.Ready = ready.Task;
        var room = Room(Pace.Unlimited(_clock));

        var first = room.SendAsync(CaseStory.Case, null, TestContext.Current.CancellationToken);
        var second = room.SendAsync(CaseStory.Case, null, TestContext.Current.CancellationToken);
        ready.SetResult();

        Assert.Equal(new DispatchResult(4, 0, 0, null), await first);
        Assert.Equal(new DispatchResult(0, 0, 0, null), await second);
        Assert.Equal(Mails, _mailer.Sent);
    }

    [Fact]
    public async Task A_claim_of_a_lost_sender_is_taken_over_where_repeating_does_no_harm()
    {
        _outbox.Hold(Mails[0], Mails[1]);
        await _outbox.ClaimAsync(Mails[0].Id, MessageId.Of(Mails[0].Id), _clock.Now, TestContext.Current.CancellationToken);

        Assert.Equal(new DispatchResult(2, 0, 0, null), await SendAsync());
        Assert.Equal([Mails[0], Mails[1]], _mailer.Sent);
    }

    [Theory]
    // boundary
    [InlineData(9 * 60 + 59, NoticeStatus.Sending)]
    [InlineData(10 * 60, NoticeStatus.Unknown)]
    public async Task A_claim_of_a_lost_sender_is_never_repeated_blindly(int secondsAgo, NoticeStatus becomes)
    {
        _mailer.Repeat = RepeatPolicy.NeverBlindly;
        _outbox.Hold(Mails[0], Mails[1]);
        await _outbox.ClaimAsync(Mails[0].Id, MessageId.Of(Mails[0].Id), _clock.Now.AddSeconds(-secondsAgo),
            TestContext.Current.CancellationToken);

        var result = await SendAsync();

        Assert.Equal(
            becomes == NoticeStatus.Unknown ? new DispatchResult(1, 0, 1, null) : new DispatchResult(1, 0, 0, TimeSpan.FromMinutes(1)),
            result);
        Assert.Equal([Mails[1]], _mailer.Sent);
        Assert.Equal([becomes, NoticeStatus.Sent], _outbox.Rows.Select(row => row.Status));
    }

    [Fact]
    public async Task A_mail_whose_outcome_is_unknown_is_shown_and_the_next_one_goes_out()
    {
        _outbox.Hold(Mails[0], Mails[1]);
        _mailer.OnSend = notice => notice == Mails[0] ? new Handover.Unknown("cut off after the last byte") : null;

        Assert.Equal(new DispatchResult(1, 0, 1, null), await SendAsync());
        Assert.Equal((NoticeStatus.Unknown, "cut off after the last byte"), (_outbox.Rows[0].Status, _outbox.Rows[0].Detail));

        Assert.Equal(new DispatchResult(0, 0, 0, null), await SendAsync());
        Assert.Equal([Mails[1]], _mailer.Sent);
    }

    [Theory]
    [InlineData(true, NoticeStatus.Sent)]
    [InlineData(false, NoticeStatus.Unknown)]
    public async Task A_mail_system_that_remembers_says_what_became_of_a_lost_senders_mail(bool remembers, NoticeStatus becomes)
    {
        _mailer.Repeat = RepeatPolicy.NeverBlindly;
        if (remembers) _mailer.Answer = new Handover.Accepted();
        _outbox.Hold(Mails[0]);
        await _outbox.ClaimAsync(
            Mails[0].Id, MessageId.Of(Mails[0].Id), _clock.Now - MailSender.LostAfter, TestContext.Current.CancellationToken);

        await SendAsync();

        Assert.Equal(becomes, _outbox.StatusOf(Mails[0].Id));
        Assert.Empty(_mailer.Sent);
    }

    [Fact]
    public async Task A_bug_in_a_mailer_is_not_swallowed_and_leaves_the_claim_to_be_seen()
    {
        _outbox.Hold(Mails[0]);
        _mailer.OnSend = _ => throw new InvalidOperationException();

        await Assert.ThrowsAsync<InvalidOperationException>(SendAsync);
        Assert.Equal(NoticeStatus.Sending, _outbox.StatusOf(Mails[0].Id));
    }

    [Fact]
    public async Task The_log_carries_ids_and_neither_names_nor_addresses()
    {
        _outbox.Hold(Mails);
        _mailer.OnSend = notice =>
        {
            if (notice == Mails[0]) return new Handover.Refused($"bad: {notice.Recipient}");
            if (notice == Mails[1]) return new Handover.Unknown($"cut off: {notice.Recipient}");
            return notice == Mails[3] ? new Handover.NotNow($"refused: {notice.Recipient}") : null;
        };

        await SendAsync();

        Assert.Equal(4, _log.Lines.Count);
        Assert.All(_log.Lines, line => Assert.Contains("c-2026-0003.0001.listing-notice.", line));
        Assert.All(Mails,
            mail => Assert.DoesNotContain(_log.Lines, line => line.Contains(mail.Recipient.Name) || line.Contains(mail.Recipient.Address)));
    }

    [Fact]
    public async Task A_mail_that_is_put_off_does_not_hold_up_the_next_one()
    {
        _outbox.Hold(Mails[0], Mails[1]);
        _mailer.OnSend = notice => notice == Mails[0] ? new Handover.PutOff("450") : null;

        Assert.Equal(new DispatchResult(1, 0, 0, TimeSpan.FromMinutes(15)), await SendAsync());
        Assert.Equal([NoticeStatus.Pending, NoticeStatus.Sent], _outbox.Rows.Select(row => row.Status));
        Assert.Equal("450", _outbox.Rows[0].Detail);
    }

    [Theory]
    // boundary
    [InlineData((3 * 24 * 60) - 1, NoticeStatus.Pending)]
    [InlineData(3 * 24 * 60, NoticeStatus.Failed)]
    public async Task A_mail_that_is_put_off_for_three_days_has_failed(int minutesOld, NoticeStatus becomes)
    {
        _outbox.Hold(Mails[0] with { CreatedAt = _clock.Now.AddMinutes(-minutesOld) });
        _mailer.OnSend = _ => new Handover.PutOff("452 mailbox full");

        await SendAsync();

        Assert.Equal((becomes, "452 mailbox full"), (_outbox.Rows[0].Status, _outbox.Rows[0].Detail));
    }

    [Fact]
    public async Task After_an_unknown_outcome_the_mail_system_is_asked_before_the_next_mail()
    {
        var room = Room(Pace.Unlimited(_clock));
        _outbox.Hold(Mails[0], Mails[1]);
        _mailer.OnSend = notice => notice == Mails[0] ? new Handover.Unknown("cut off") : null;
        _mailer.OnCheck = () => throw new IOException("still away");

        Assert.Equal(
            new DispatchResult(0, 0, 1, TimeSpan.FromMinutes(1)),
            await room.SendAsync(CaseStory.Case, null, TestContext.Current.CancellationToken));
        Assert.Equal(NoticeStatus.Pending, _outbox.StatusOf(Mails[1].Id));

        _mailer.OnCheck = null;
        Assert.Equal(new DispatchResult(1, 0, 0, null), await room.SendAsync(CaseStory.Case, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_mail_system_that_cannot_be_asked_now_leaves_a_lost_senders_claim_as_it_is()
    {
        _mailer.Repeat = RepeatPolicy.NeverBlindly;
        _mailer.Answer = new Handover.NotNow("away", TimeSpan.FromMinutes(3));
        _outbox.Hold(Mails[0]);
        await _outbox.ClaimAsync(
            Mails[0].Id, MessageId.Of(Mails[0].Id), _clock.Now - MailSender.LostAfter, TestContext.Current.CancellationToken);

        Assert.Equal(new DispatchResult(0, 0, 0, TimeSpan.FromMinutes(3)), await SendAsync());
        Assert.Equal(NoticeStatus.Sending, _outbox.StatusOf(Mails[0].Id));
        Assert.Empty(_mailer.Sent);
    }

    [Fact]
    public async Task A_quota_that_is_used_up_is_waited_for_without_a_claim()
    {
        _outbox.Hold(Mails);
        var room = Room(new Pace(3, null, _clock));

        Assert.Equal(
            new DispatchResult(3, 0, 0, TimeSpan.FromMinutes(1)),
            await room.SendAsync(CaseStory.Case, null, TestContext.Current.CancellationToken));
        Assert.Equal((NoticeStatus.Pending, null), (_outbox.Rows[3].Status, _outbox.Rows[3].MessageId));
    }

    [Fact]
    public async Task A_reminder_that_is_not_true_any_more_is_withdrawn_with_the_reason_and_never_sent()
    {
        var reminder = Mails[0] with { Id = new NoticeId("c.0009.reminder.1"), Template = "reminder" };
        _outbox.Hold(reminder, Mails[1]);
        _caseMail.Withdrawn[reminder.Id] = "The deadline was moved.";

        Assert.Equal(new DispatchResult(1, 0, 0, null), await SendAsync());
        Assert.Equal((NoticeStatus.Withdrawn, "The deadline was moved."), (_outbox.Rows[0].Status, _outbox.Rows[0].Detail));
        Assert.Equal([Mails[1]], _mailer.Sent);
    }

    [Fact]
    public async Task A_refused_mail_is_escalated_once_and_at_once()
    {
        var escalation = Mails[3] with { Id = new NoticeId("told") };
        _outbox.Hold(Mails[0], Mails[1]);
        _caseMail.Escalations[Mails[0].Id] = escalation;
        _caseMail.Escalations[escalation.Id] = null;
        _mailer.OnSend = notice => notice == Mails[0] ? new Handover.Refused("550") : null;

        Assert.Equal(new DispatchResult(2, 1, 0, null), await SendAsync());
        Assert.Equal([escalation, Mails[1]], _mailer.Sent);
        Assert.Equal([NoticeStatus.Failed, NoticeStatus.Sent, NoticeStatus.Sent], _outbox.Rows.Select(row => row.Status));

        // The attempt before was lost between escalation and report.
        _outbox.Reset(Mails[0].Id);
        Assert.Equal(new DispatchResult(0, 1, 0, null), await SendAsync());
        Assert.Equal(3, _outbox.Rows.Count);
    }

    private OutboxDispatcher Room(Pace pace) => new(_outbox, new MailSender(_outbox, _mailer, _caseMail, pace, _clock, _log), _clock);

    private Task<DispatchResult> SendAsync() =>
        Room(Pace.Unlimited(_clock)).SendAsync(CaseStory.Case, null, TestContext.Current.CancellationToken);
}
