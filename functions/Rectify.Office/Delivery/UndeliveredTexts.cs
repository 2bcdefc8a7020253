using Rectify.Domain.Cases;
using Rectify.Office.Letters;
using Rectify.Office.Outbox;
using Rectify.Office.Register;
using Rectify.Office.Settings;
using Rectify.Office.Text;

namespace Rectify.Office.Delivery;

/// <summary>邮件未送达: the mail that tells the supervising office of a mail that could not be delivered.</summary>
internal static class UndeliveredTexts
{
    public const string Template = "undeliverable";

    // The mail contains neither the address nor a leader's name nor the words of the mail system: officers see them in the outbox.
    public static (string Subject, string Body) Of(
        Notice undelivered, bool isLiaison, CaseFile file, MailLanguage language, NoticeSettings settings, DateOnly today)
    {
        var unit = TextRule.OneLine(file.Opening.Unit.Name);
        var (subject, body) = language == MailLanguage.English
            ? ($"[Not delivered] {TextRule.OneLine(undelivered.Subject)}", English(undelivered, isLiaison, unit, settings, today))
            : ($"【未送达】{TextRule.OneLine(undelivered.Subject)}", Chinese(undelivered, isLiaison, unit, settings, today));
        return (subject, body.ReplaceLineEndings("\n") + "\n");
    }

    private static string Chinese(Notice undelivered, bool isLiaison, string unit, NoticeSettings settings, DateOnly today) => $"""
        {settings.OfficeName}：

        发给{unit}{(isLiaison ? "联络员" : "一名领导干部")}的下列邮件未能送达：
        {TextRule.OneLine(undelivered.Subject)}

        请核对登记的邮箱，以其他方式通知，并在发件箱中查看原因或重新发送。

        {settings.OfficeName}
        {Wording.Day(today)}

        案卷：{settings.LinkTo(undelivered.Owner.Case!.Value)}
        """;

    private static string English(Notice undelivered, bool isLiaison, string unit, NoticeSettings settings, DateOnly today) => $"""
        {settings.OfficeName}:

        The following mail to {(isLiaison ? "the liaison officer" : "a leading official")} of {unit} could not be delivered:
        {TextRule.OneLine(undelivered.Subject)}

        Please check the address in the register, tell them by other means, and see the outbox for the reason or to send it again.

        {settings.OfficeName}
        {EnglishWording.Day(today)}

        Case file: {settings.LinkTo(undelivered.Owner.Case!.Value)}
        """;
}
