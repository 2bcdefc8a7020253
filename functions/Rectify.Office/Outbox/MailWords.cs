using System.Diagnostics;
using Rectify.Domain.Messages;

namespace Rectify.Office.Outbox;

/// <summary>What became of a mail, in words.</summary>
public static class MailWords
{
    /// <summary>The state in a few words.</summary>
    public static string Of(MailState state, Language language) => (state, language) switch
    {
        (MailState.Pending, Language.English) => "to be sent",
        (MailState.Pending, _) => "待发送",
        (MailState.Sending, Language.English) => "being handed over",
        (MailState.Sending, _) => "正在发送",
        (MailState.Sent, Language.English) => "sent",
        (MailState.Sent, _) => "已发送",
        (MailState.Failed, Language.English) => "failed",
        (MailState.Failed, _) => "未能送出",
        (MailState.Unknown, Language.English) => "unknown whether it went out",
        (MailState.Unknown, _) => "是否送出不明",
        (MailState.Delivered, Language.English) => "delivered",
        (MailState.Delivered, _) => "已送达",
        (MailState.Withdrawn, Language.English) => "withdrawn",
        (MailState.Withdrawn, _) => "已撤回未发",
        (MailState.ToldOtherwise, Language.English) => "told by other means",
        (MailState.ToldOtherwise, _) => "已另行告知",
        _ => throw new UnreachableException(state.ToString()),
    };
}
