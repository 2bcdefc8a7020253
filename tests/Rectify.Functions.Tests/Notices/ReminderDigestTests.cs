using Microsoft.Extensions.Time.Testing;
using Rectify.Domain.Identity;
using Rectify.Functions.Tests.State;
using Rectify.Office.Delivery;
using Rectify.Office.Outbox;
using Rectify.Office.Register;

namespace Rectify.Functions.Tests.Notices;

/// <summary>Several reminders to one reader on one day are one mail.</summary>
public class ReminderDigestTests
{
    private static readonly DateTimeOffset Nine = CaseStory.Instant(2026, 9, 23);
    private static readonly CaseId Other = new("c-2026-0004");

    private static readonly Notice First = Reminder(CaseStory.Case, 5, CaseStory.Liaison, 0);
    private static readonly Notice Second = Reminder(Other, 7, CaseStory.Liaison with { Address = "LIAISON@oubei.example" }, 40);
    private static readonly Notice Alone = Reminder(CaseStory.Case, 5, CaseStory.Office, 0);

    private readonly FakeTimeProvider clock = new(Nine);
    private readonly HeldOutbox outbox = new();
    private readonly ScriptedMailer mailer = new();
    private readonly ScriptedCaseMail caseMail = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reminders_of_all_cases_are_gathered_for_ten_minutes_and_go_out_as_one_mail_to_each_reader()
    {
        outbox.Hold(First, Second, Alone);

        Assert.Equal(new DispatchResult(0, 0, 0, TimeSpan.FromMinutes(10)), await SendAsync());
        // boundary
        clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Assert.Equal(new DispatchResult(0, 0, 0, TimeSpan.FromTicks(1)), await SendAsync());
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(new DispatchResult(3, 0, 0, null), await SendAsync());

        Assert.Equal(["digest", "reminder"], mailer.Sent.Select(mail => mail.Template));
        Assert.Equal(Alone, mailer.Sent[1]);
        Assert.Contains(First.Body, mailer.Sent[0].Body);
        Assert.Contains(Second.Body, mailer.Sent[0].Body);
        Assert.All(outbox.Rows, row => Assert.Equal(NoticeStatus.Sent, row.Status));
        Assert.Equal([MessageId.Of(mailer.Sent[0].Id), MessageId.Of(mailer.Sent[0].Id), MessageId.Of(Alone.Id)],
            outbox.Rows.Select(row => row.MessageId!.Value));
        Assert.Equal(new DispatchResult(0, 0, 0, null), await SendAsync());
    }

    [Fact]
    public async Task Other_mails_of_the_case_do_not_wait_for_reminders()
    {
        outbox.Hold(First, First with { Id = new NoticeId("c-2026-0003.0006.veto.1"), Template = "veto" });

        Assert.Equal(new DispatchResult(1, 0, 0, TimeSpan.FromMinutes(10)), await SendAsync());
        Assert.Equal("veto", Assert.Single(mailer.Sent).Template);
    }

    [Fact]
    public async Task A_reminder_that_stopped_being_true_is_left_out()
    {
        outbox.Hold(First, Second);
        caseMail.Withdrawn[Second.Id] = "The deadline was moved.";
        clock.Advance(OutboxDispatcher.Gathering);

        await SendAsync();

        Assert.Equal([First], mailer.Sent);
        Assert.Equal(NoticeStatus.Withdrawn, outbox.StatusOf(Second.Id));
    }

    [Theory]
    [InlineData(RepeatPolicy.Repeatable)]
    [InlineData(RepeatPolicy.NeverBlindly)]
    public async Task A_sender_that_was_lost_between_two_entries_of_one_message_has_sent_both(RepeatPolicy repeat)
    {
        mailer.Repeat = repeat;
        var message = OutgoingMail.Of([First, Second]).MessageId;
        outbox.Hold(First, Second);
        await outbox.ClaimAsync(First.Id, message, Nine, Cancellation);
        await outbox.ClaimAsync(Second.Id, message, Nine, Cancellation);
        await outbox.SettleAsync(First.Id, NoticeStatus.Sent, Nine, null, Cancellation);
        clock.Advance(OutboxDispatcher.Gathering);

        await Room().SendAsync(Other, null, Cancellation);

        Assert.Empty(mailer.Sent);
        Assert.Equal([NoticeStatus.Sent, NoticeStatus.Sent], outbox.Rows.Select(row => row.Status));
    }

    [Fact]
    public async Task A_sender_that_was_lost_before_any_entry_sends_the_same_message_again_where_that_does_no_harm()
    {
        var outgoingMail = OutgoingMail.Of([Second, First]);
        outbox.Hold(First, Second);
        await outbox.ClaimAsync(First.Id, outgoingMail.MessageId, Nine, Cancellation);
        await outbox.ClaimAsync(Second.Id, outgoingMail.MessageId, Nine, Cancellation);
        clock.Advance(OutboxDispatcher.Gathering);

        await SendAsync();

        Assert.Equal([outgoingMail.Letter], mailer.Sent);
    }

    [Fact]
    public async Task A_message_of_a_lost_sender_is_asked_about_as_a_whole()
    {
        mailer.Repeat = RepeatPolicy.NeverBlindly;
        mailer.Answer = new Handover.Accepted();
        var outgoingMail = OutgoingMail.Of([First, Second]);
        outbox.Hold(First, Second);
        await outbox.ClaimAsync(First.Id, outgoingMail.MessageId, Nine, Cancellation);
        await outbox.ClaimAsync(Second.Id, outgoingMail.MessageId, Nine, Cancellation);
        clock.Advance(MailSender.LostAfter);

        await SendAsync();

        Assert.Equal(outgoingMail.Letter.Id, Assert.Single(mailer.Asked).Id);
        Assert.All(outbox.Rows, row => Assert.Equal(NoticeStatus.Sent, row.Status));
    }

    [Fact]
    public async Task A_round_that_ends_while_the_next_case_waits_leaves_it_nothing_to_do()
    {
        mailer.Repeat = RepeatPolicy.NeverBlindly;
        outbox.Hold(First, Second);
        clock.Advance(OutboxDispatcher.Gathering + TimeSpan.FromSeconds(40));
        var ready = new TaskCompletionSource();
        mailer.Ready = ready.Task;
        var room = Room();

        var round = room.SendAsync(Other, null, Cancellation);
        var next = room.SendAsync(CaseStory.Case, null, Cancellation);
        Assert.Equal(NoticeStatus.Sending, outbox.StatusOf(First.Id));
        ready.SetResult();

        Assert.Equal(new DispatchResult(2, 0, 0, null), await round);
        Assert.Equal(new DispatchResult(0, 0, 0, null), await next);
        Assert.Empty(mailer.Asked);
    }

    [Fact]
    public async Task A_mail_system_that_is_busy_leaves_all_of_a_message_pending()
    {
        outbox.Hold(First, Second, Alone);
        mailer.OnSend = _ => new Handover.NotNow("busy", TimeSpan.FromMinutes(5));
        clock.Advance(OutboxDispatcher.Gathering);

        Assert.Equal(new DispatchResult(0, 0, 0, TimeSpan.FromMinutes(5)), await SendAsync());
        Assert.All(outbox.Rows, row => Assert.Equal(NoticeStatus.Pending, row.Status));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void A_message_of_several_reminders_reads_as_it_was_approved(string tag)
    {
        var english = tag == "en";
        var register = english ? CaseStory.EnglishRegister : CaseStory.Register;
        var thirtyDays = CaseStories.SanctionEnding with { Appended = [CaseStories.Remind(30, new(2026, 8, 31))] };
        Notice[] mails = [CaseStories.SanctionEnding.Mails(register)[0], thirtyDays.Mails(register)[0]];

        var letter = OutgoingMail.Of(mails).Letter;

        Assert.Equal(MailLanguage.Find(tag), letter.Recipient.Language);
        Snapshot.Matches(tag, $"===== {letter.Id}\n{letter.Subject}\n\n{letter.Body}");
    }

    private static Notice Reminder(CaseId caseId, int sequence, Recipient reader, int secondsLate) => new(
        new NoticeId($"{caseId}.{sequence:D4}.reminder.cdd4495f{(reader == CaseStory.Office ? "0" : "")}"), caseId, sequence, "reminder",
        reader, $"提醒 {caseId}", $"{caseId}：\n\n还有7天。\n", Nine.AddSeconds(secondsLate));

    private OutboxDispatcher Room()
    {
        var pace = new Pace(null, null, new HeldState(), clock);
        return new(outbox, new MailSender(outbox, mailer, caseMail, pace, clock, new HeldLog<OutboxDispatcher>()), clock);
    }

    private Task<DispatchResult> SendAsync() => Room().SendAsync(CaseStory.Case, null, Cancellation);
}
