namespace Rectify.Functions.Tests.Notices;

public class NoticePrivacyTests
{
    public static TheoryData<string> Stories => NoticeTextTests.Stories;

    [Theory, MemberData(nameof(Stories))]
    public void No_mail_carries_a_free_text_of_the_case(string story)
    {
        foreach (var mail in MailsOf(story))
            Assert.All(CaseSecrets.All, secret => Assert.DoesNotContain(secret, mail.Subject + mail.Body));
    }

    [Theory, MemberData(nameof(Stories))]
    public void Nobody_reads_the_name_of_a_leader_but_that_leader(string story)
    {
        var names = new Dictionary<string, string> { ["chen@oubei.example"] = "陈建国", ["lin@oubei.example"] = "林晓红" };

        foreach (var mail in MailsOf(story))
        {
            var others = names.Where(name => name.Key != mail.Recipient.Address).Select(name => name.Value);
            Assert.All(others, name => Assert.DoesNotContain(name, mail.Subject + mail.Body));
        }
    }

    [Theory, MemberData(nameof(Stories))]
    public void No_id_and_no_subject_line_names_a_person(string story)
    {
        foreach (var mail in MailsOf(story))
        {
            Assert.Matches(@"^c-2026-0003\.\d{4}\.[a-z-]+\.[0-9a-f]{8}$", mail.Id.Value);
            Assert.DoesNotContain(mail.Recipient.Name, mail.Subject);
        }
    }

    private static IReadOnlyList<Office.Outbox.Notice> MailsOf(string story) =>

        [
            .. CaseStories.Told.Single(told => told.Name == story).Mails(),
            .. CaseStories.Told.Single(told => told.Name == story).Mails(CaseStory.EnglishRegister),
        ];
}
