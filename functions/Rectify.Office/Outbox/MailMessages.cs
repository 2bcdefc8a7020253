using Rectify.Domain.Messages;

namespace Rectify.Office.Outbox;

/// <summary>The messages that say why a mail is not sent again or settled, and why reports about mails are refused.</summary>
public static class MailMessages
{
    public static readonly MessageCode<string> NoMail = new("not-found.mail", "There is no mail {0}.", "没有邮件 {0}。");

    public static readonly MessageCode<string, Bilingual> NotResendable = new(
        "mail-not-resendable",
        "A mail that failed or whose outcome is unknown can be sent again; {0} is {1}.",
        "只有未能送出或结果不明的邮件可以重发；邮件 {0} {1}。");

    public static readonly MessageCode<string, Bilingual> NotOpen = new(
        "mail-not-open",
        "A mail that failed or whose outcome is unknown can be settled; {0} is {1}.",
        "这封邮件已送出、已撤回，或已登记为另行告知，无须再处理。", englishOnly: [0, 1]);

    public static readonly MessageCode<string, string> ResentBefore = new(
        "mail-already-resent",
        "Of one mail there is one resend: {0} was sent again as {1}. If that failed too, send that again.",
        "一封邮件只重发一次：{0} 已作为 {1} 重发。如其仍未送出，请重发后者。");

    public static readonly MessageCode<string> KeyOfEvents = new(
        "unauthenticated.mail-events", "Send the key of mail events in the header {0}.", "请在请求头 {0} 中提供邮件事件的密钥。");

    public static readonly MessageCode UnderWay = new(
        "mail-under-way",
        "Bring the events again: a mail they report about is being handed over.",
        "请稍后再次送交这些事件：其中所说的一封邮件正在交付。");

    public static readonly MessageCode Events = new(
        "malformed.mail-events",
        "an array of events in the Event Grid schema, each with eventType and data.",
        "应为 Event Grid 格式的事件数组，每个事件有 eventType 和 data。");
}
