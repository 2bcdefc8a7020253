using Rectify.Domain.Cases;
using Rectify.Office.Letters;
using Rectify.Office.Outbox;
using Rectify.Office.Register;

namespace Rectify.Functions.Tests.Notices;

public class NoticeTextTests
{
    public static TheoryData<string> Stories => [.. CaseStories.Told.Select(story => story.Name)];

    [Theory, MemberData(nameof(Stories))]
    public void Every_mail_reads_as_it_was_approved(string name)
    {
        var story = CaseStories.Told.Single(story => story.Name == name);

        Snapshot.Matches(name, string.Join("\n", story.Mails().Select(Rendered)));
    }

    [Theory, MemberData(nameof(Stories))]
    public void Every_mail_reads_in_English_as_it_was_approved(string name)
    {
        var story = CaseStories.Told.Single(story => story.Name == name);

        Snapshot.Matches($"{name}.en", string.Join("\n", story.Mails(CaseStory.EnglishRegister).Select(Rendered)));
    }

    [Fact]
    public void Every_kind_of_reminder_is_known_as_one_and_no_other_mail_is()
    {
        var reminders = CaseStories.Told.Where(story => story.Appended.Any(entry => entry is CaseEvent.ReminderDue)).ToList();
        var kinds = reminders.SelectMany(story => story.Appended).OfType<CaseEvent.ReminderDue>().Select(entry => entry.Reminder.Kind);

        Assert.Equal(Enum.GetValues<ReminderKind>(), kinds.Distinct().Order());
        Assert.All(reminders.SelectMany(story => story.Mails()), mail => Assert.Contains(mail.Template, ReminderTexts.Templates));
        Assert.All(
            CaseStories.Told.Except(reminders).SelectMany(story => story.Mails()),
            mail => Assert.DoesNotContain(mail.Template, ReminderTexts.Templates));
    }

    [Fact]
    public void Each_reader_is_written_to_in_the_language_of_the_register()
    {
        var register = CaseStory.Register with { Liaison = CaseStory.Liaison with { Language = MailLanguage.English } };

        var mails = CaseStories.VetoImposed.Mails(register);

        Assert.StartsWith("[One-vote veto] ", mails[0].Subject);
        Assert.All(mails.Skip(1), mail => Assert.StartsWith("【一票否决】", mail.Subject));
        Assert.Equal(CaseStories.VetoImposed.Mails().Select(mail => mail.Id), mails.Select(mail => mail.Id));
    }

    private static string Rendered(Notice notice) => $"""
        ===== {notice.Id}
        收件人：{notice.Recipient.Name} <{notice.Recipient.Address}>
        主题：{notice.Subject}

        {notice.Body}
        """;
}
