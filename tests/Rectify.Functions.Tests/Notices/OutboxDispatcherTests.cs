using Rectify.Functions.Tests.State;
using Rectify.Office.Delivery;
using Rectify.Office.Outbox;

namespace Rectify.Functions.Tests.Notices;

public class OutboxDispatcherTests
{
    private static readonly Notice[] Mails = [.. CaseStories.ListingNotice.Mails()];

    private readonly StoppedClock clock = new(CaseStory.Instant(2026, 3, 30));
    private readonly HeldOutbox outbox = new();
    private readonly ScriptedMailer mailer = new();
    private readonly ScriptedCaseMail caseMail = new();
    private readonly HeldLog<OutboxDispatcher> log = new();

    [Fact]
    public async Task Pending_mails_are_sent_in_order()
    {
        outbox.Hold(Mails);

        Assert.Equal(new DispatchResult(4, 0, 0, null), await SendAsync());
        Assert.Equal(Mails, mailer.Sent);
        Assert.All(outbox.Rows, row => Assert.Equal((NoticeStatus.Sent, clock.Now), (row.Status, row.At)));
    }

    [Fact]
    public async Task An_empty_outbox_is_nothing_to_come_back_for() =>
        Assert.Equal(new DispatchResult(0, 0, 0, null), await SendAsync());

    [Fact]
    public async Task A_mail_is_claimed_before_it_is_handed_over()
    {
        outbox.Hold(Mails[0]);
        mailer.OnSend = notice =>
        {
            Assert.Equal(NoticeStatus.Sending, outbox.StatusOf(notice.Id));
            return null;
        };

        await SendAsync();

        Assert.Equal(NoticeStatus.Sent, outbox.StatusOf(Mails[0].Id));
        Assert.Equal(MessageId.Of(Mails[0].Id), outbox.Rows[0].MessageId);
    }

    [Fact]
    public async Task A_refused_mail_is_failed_with_its_reason_and_the_next_one_goes_out()
    {
        outbox.Hold(Mails[0], Mails[1]);
        mailer.OnSend = notice => notice == Mails[0] ? new Handover.Refused("no such form") : null;

        Assert.Equal(new DispatchResult(1, 1, 0, null), await SendAsync());
        Assert.Equal((NoticeStatus.Failed, "no such form"), (outbox.Rows[0].Status, outbox.Rows[0].Detail));
        Assert.Equal(NoticeStatus.Sent, outbox.Rows[1].Status);
    }

    [Theory]
    [InlineData(null, 60)]
    [InlineData(7, 7)]
    [InlineData(3600, 3600)]
    public async Task A_mail_that_cannot_go_out_now_is_given_back_and_the_case_waits_as_long_as_asked(int? asked, int waits)
    {
        outbox.Hold(Mails[0], Mails[1], Mails[2]);
        mailer.OnSend = notice =>
            notice == Mails[1] ? new Handover.NotNow("disk full", asked is { } seconds ? TimeSpan.FromSeconds(seconds) : null) : null;

        Assert.Equal(new DispatchResult(1, 0, 0, TimeSpan.FromSeconds(waits)), await SendAsync());
        Assert.Equal([NoticeStatus.Sent, NoticeStatus.Pending, NoticeStatus.Pending], outbox.Rows.Select(row => row.Status));
        Assert.Equal("disk full", outbox.Rows[1].Detail);

        mailer.OnSend = null;
        Assert.Equal(new DispatchResult(2, 0, 0, null), await SendAsync());
    }

    [Fact]
    public async Task A_mail_that_another_sender_took_is_left_to_it()
    {
        outbox.Hold(Mails[0], Mails[1]);
        outbox.TakenByAnother = Mails[0].Id;

        Assert.Equal(new DispatchResult(1, 0, 0, null), await SendAsync());
        Assert.Equal([Mails[1]], mailer.Sent);
    }

    [Fact]
    public async Task Two_calls_for_one_case_at_one_time_send_each_mail_once()
    {
        outbox.Hold(Mails);
        var ready = new TaskCompletionSource();
        mailer.Ready = ready.Task;
        var room = Room(new Pace(null, null, new HeldState(), clock));

        var first = room.SendAsync(CaseStory.Case, null, TestContext.Current.CancellationToken);
        var second = room.SendAsync(CaseStory.Case, null, TestContext.Current.CancellationToken);
        ready.SetResult();

        Assert.Equal(new DispatchResult(4, 0, 0, null), await first);
        Assert.Equal(new DispatchResult(0, 0, 0, null), await second);
        Assert.Equal(Mails, mailer.Sent);
    }

    [Fact]
    public async Task A_claim_of_a_lost_sender_is_taken_over_where_repeating_does_no_harm()
    {
        outbox.Hold(Mails[0], Mails[1]);
        await outbox.ClaimAsync(Mails[0].Id, MessageId.Of(Mails[0].Id), clock.Now, TestContext.Current.CancellationToken);

        Assert.Equal(new DispatchResult(2, 0, 0, null), await SendAsync());
        Assert.Equal([Mails[0], Mails[1]], mailer.Sent);
    }

    [Theory]
    // boundary
    [InlineData(9 * 60 + 59, NoticeStatus.Sending)]
    [InlineData(10 * 60, NoticeStatus.Unknown)]
    public async Task A_claim_of_a_lost_sender_is_never_repeated_blindly(int secondsAgo, NoticeStatus becomes)
    {
        mailer.Repeat = RepeatPolicy.NeverBlindly;
        outbox.Hold(Mails[0], Mails[1]);
        await outbox.ClaimAsync(Mails[0].Id, MessageId.Of(Mails[0].Id), clock.Now.AddSeconds(-secondsAgo),
            TestContext.Current.CancellationToken);

        var result = await SendAsync();

        Assert.Equal(
            becomes == NoticeStatus.Unknown ? new DispatchResult(1, 0, 1, null) : new DispatchResult(1, 0, 0, TimeSpan.FromMinutes(1)),
            result);
        Assert.Equal([Mails[1]], mailer.Sent);
        Assert.Equal([becomes, NoticeStatus.Sent], outbox.Rows.Select(row => row.Status));
    }

    [Fact]
    public async Task A_mail_whose_outcome_is_unknown_is_shown_and_the_next_one_goes_out()
    {
        outbox.Hold(Mails[0], Mails[1]);
        mailer.OnSend = notice => notice == Mails[0] ? new Handover.Unknown("cut off after the last byte") : null;

        Assert.Equal(new DispatchResult(1, 0, 1, null), await SendAsync());
        Assert.Equal((NoticeStatus.Unknown, "cut off after the last byte"), (outbox.Rows[0].Status, outbox.Rows[0].Detail));

        Assert.Equal(new DispatchResult(0, 0, 0, null), await SendAsync());
        Assert.Equal([Mails[1]], mailer.Sent);
    }

    [Theory]
    [InlineData(true, NoticeStatus.Sent)]
    [InlineData(false, NoticeStatus.Unknown)]
    public async Task A_mail_system_that_remembers_says_what_became_of_a_lost_senders_mail(bool remembers, NoticeStatus becomes)
    {
        mailer.Repeat = RepeatPolicy.NeverBlindly;
        if (remembers) mailer.Answer = new Handover.Accepted();
        outbox.Hold(Mails[0]);
        await outbox.ClaimAsync(
            Mails[0].Id, MessageId.Of(Mails[0].Id), clock.Now - MailSender.LostAfter, TestContext.Current.CancellationToken);

        await SendAsync();

        Assert.Equal(becomes, outbox.StatusOf(Mails[0].Id));
        Assert.Empty(mailer.Sent);
    }

    [Fact]
    public async Task A_bug_in_a_mailer_is_not_swallowed_and_leaves_the_claim_to_be_seen()
    {
        outbox.Hold(Mails[0]);
        mailer.OnSend = _ => throw new InvalidOperationException();

        await Assert.ThrowsAsync<InvalidOperationException>(SendAsync);
        Assert.Equal(NoticeStatus.Sending, outbox.StatusOf(Mails[0].Id));
    }

    [Fact]
    public async Task The_log_carries_ids_and_neither_names_nor_addresses()
    {
        outbox.Hold(Mails);
        mailer.OnSend = notice =>
        {
            if (notice == Mails[0]) return new Handover.Refused($"bad: {notice.Recipient}");
            if (notice == Mails[1]) return new Handover.Unknown($"cut off: {notice.Recipient}");
            return notice == Mails[3] ? new Handover.NotNow($"refused: {notice.Recipient}") : null;
        };

        await SendAsync();

        Assert.Equal(4, log.Lines.Count);
        Assert.All(log.Lines, line => Assert.Contains("c-2026-0003.0001.listing-notice.", line));
        Assert.All(Mails,
            mail => Assert.DoesNotContain(log.Lines, line => line.Contains(mail.Recipient.Name) || line.Contains(mail.Recipient.Address)));
    }

    [Fact]
    public async Task A_mail_that_is_put_off_does_not_hold_up_the_next_one()
    {
        outbox.Hold(Mails[0], Mails[1]);
        mailer.OnSend = notice => notice == Mails[0] ? new Handover.PutOff("450") : null;

        Assert.Equal(new DispatchResult(1, 0, 0, TimeSpan.FromMinutes(15)), await SendAsync());
        Assert.Equal([NoticeStatus.Pending, NoticeStatus.Sent], outbox.Rows.Select(row => row.Status));
        Assert.Equal("450", outbox.Rows[0].Detail);
    }

    [Theory]
    // boundary, in minutes
    [InlineData(0, 15)]
    [InlineData(15, 15)]
    [InlineData(16, 16)]
    [InlineData(60, 60)]
    [InlineData(240, 240)]
    [InlineData(241, 240)]
    [InlineData(2000, 240)]
    public async Task A_mail_that_is_put_off_waits_as_long_again_as_it_has_waited_already(int old, int wait)
    {
        outbox.Hold(Mails[0] with { CreatedAt = clock.Now.AddMinutes(-old) });
        mailer.OnSend = _ => new Handover.PutOff("450");

        Assert.Equal(TimeSpan.FromMinutes(wait), (await SendAsync()).RetryAfter);
    }

    [Theory]
    // boundary
    [InlineData((3 * 24 * 60) - 1, NoticeStatus.Pending)]
    [InlineData(3 * 24 * 60, NoticeStatus.Failed)]
    public async Task A_mail_that_is_put_off_for_three_days_has_failed(int minutesOld, NoticeStatus becomes)
    {
        outbox.Hold(Mails[0] with { CreatedAt = clock.Now.AddMinutes(-minutesOld) });
        mailer.OnSend = _ => new Handover.PutOff("452 mailbox full");

        await SendAsync();

        Assert.Equal((becomes, "452 mailbox full"), (outbox.Rows[0].Status, outbox.Rows[0].Detail));
    }

    [Fact]
    public async Task After_an_unknown_outcome_the_mail_system_is_asked_before_the_next_mail()
    {
        var room = Room(new Pace(null, null, new HeldState(), clock));
        outbox.Hold(Mails[0], Mails[1]);
        mailer.OnSend = notice => notice == Mails[0] ? new Handover.Unknown("cut off") : null;
        mailer.OnCheck = () => throw new IOException("still away");

        Assert.Equal(
            new DispatchResult(0, 0, 1, TimeSpan.FromMinutes(1)),
            await room.SendAsync(CaseStory.Case, null, TestContext.Current.CancellationToken));
        Assert.Equal(NoticeStatus.Pending, outbox.StatusOf(Mails[1].Id));

        mailer.OnCheck = null;
        Assert.Equal(new DispatchResult(1, 0, 0, null), await room.SendAsync(CaseStory.Case, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_mail_system_that_cannot_be_asked_now_leaves_a_lost_senders_claim_as_it_is()
    {
        mailer.Repeat = RepeatPolicy.NeverBlindly;
        mailer.Answer = new Handover.NotNow("away", TimeSpan.FromMinutes(3));
        outbox.Hold(Mails[0]);
        await outbox.ClaimAsync(
            Mails[0].Id, MessageId.Of(Mails[0].Id), clock.Now - MailSender.LostAfter, TestContext.Current.CancellationToken);

        Assert.Equal(new DispatchResult(0, 0, 0, TimeSpan.FromMinutes(3)), await SendAsync());
        Assert.Equal(NoticeStatus.Sending, outbox.StatusOf(Mails[0].Id));
        Assert.Empty(mailer.Sent);
    }

    [Fact]
    public async Task A_quota_that_is_used_up_is_waited_for_without_a_claim()
    {
        outbox.Hold(Mails);
        var room = Room(new Pace(3, null, new HeldState(), clock));

        Assert.Equal(
            new DispatchResult(3, 0, 0, TimeSpan.FromMinutes(1)),
            await room.SendAsync(CaseStory.Case, null, TestContext.Current.CancellationToken));
        Assert.Equal((NoticeStatus.Pending, null), (outbox.Rows[3].Status, outbox.Rows[3].MessageId));
    }

    [Fact]
    public async Task A_reminder_that_is_not_true_any_more_is_withdrawn_with_the_reason_and_never_sent()
    {
        var reminder = Mails[0] with { Id = new NoticeId("c.0009.reminder.1"), Template = "reminder" };
        outbox.Hold(reminder, Mails[1]);
        caseMail.Withdrawn[reminder.Id] = "The deadline was moved.";

        Assert.Equal(new DispatchResult(1, 0, 0, null), await SendAsync());
        Assert.Equal((NoticeStatus.Withdrawn, "The deadline was moved."), (outbox.Rows[0].Status, outbox.Rows[0].Detail));
        Assert.Equal([Mails[1]], mailer.Sent);
    }

    [Fact]
    public async Task A_refused_mail_is_escalated_once_and_at_once()
    {
        var escalation = Mails[3] with { Id = new NoticeId("told") };
        outbox.Hold(Mails[0], Mails[1]);
        caseMail.Escalations[Mails[0].Id] = escalation;
        caseMail.Escalations[escalation.Id] = null;
        mailer.OnSend = notice => notice == Mails[0] ? new Handover.Refused("550") : null;

        Assert.Equal(new DispatchResult(2, 1, 0, null), await SendAsync());
        Assert.Equal([escalation, Mails[1]], mailer.Sent);
        Assert.Equal([NoticeStatus.Failed, NoticeStatus.Sent, NoticeStatus.Sent], outbox.Rows.Select(row => row.Status));

        // The attempt before was lost between escalation and report.
        outbox.Reset(Mails[0].Id);
        Assert.Equal(new DispatchResult(0, 1, 0, null), await SendAsync());
        Assert.Equal(3, outbox.Rows.Count);
    }

    private OutboxDispatcher Room(Pace pace) => new(outbox, new MailSender(outbox, mailer, caseMail, pace, clock, log), clock);

    private Task<DispatchResult> SendAsync() =>
        Room(new Pace(null, null, new HeldState(), clock)).SendAsync(CaseStory.Case, null, TestContext.Current.CancellationToken);
}
