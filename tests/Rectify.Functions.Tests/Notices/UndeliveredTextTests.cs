using Rectify.Domain.Cases;
using Rectify.Office.Delivery;
using Rectify.Office.Register;

namespace Rectify.Functions.Tests.Notices;

public class UndeliveredTextTests
{
    [Theory]
    [InlineData("zh-CN", true)]
    [InlineData("zh-CN", false)]
    [InlineData("en", true)]
    [InlineData("en", false)]
    public void The_office_reads_who_could_not_be_told_of_what_and_neither_name_nor_address(string tag, bool isLiaison)
    {
        var language = MailLanguage.Find(tag)!.Value;
        var mail = CaseStories.VetoImposed.Mails(language == MailLanguage.English ? CaseStory.EnglishRegister : null)[isLiaison ? 0 : 1];
        var file = ((CaseState.Opened)Evolution.Fold(CaseStories.VetoImposed.Given)).File;

        var (subject, body) = UndeliveredTexts.Of(mail, isLiaison, file, language, CaseStory.Settings, new DateOnly(2026, 10, 2));

        Snapshot.Matches($"{(isLiaison ? "liaison" : "leader")}.{tag}", $"{subject}\n\n{body}");
        Assert.DoesNotContain(mail.Recipient.Name, subject + body);
        Assert.DoesNotContain(mail.Recipient.Address, subject + body);
    }
}
