using Rectify.Functions.Notices;

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

    private static string Rendered(Notice notice) => $"""
        ===== {notice.Id}
        收件人：{notice.Recipient.Name} <{notice.Recipient.Address}>
        主题：{notice.Subject}

        {notice.Body}
        """;
}
