using MimeKit;
using MimeKit.Text;
using Rectify.Office.Outbox;
using Rectify.Office.Text;

namespace Rectify.Mail.Files;

/// <summary>A notice as a mail message. Equal notices give equal bytes.</summary>
public static class EmlMessage
{
    /// <summary>The header that carries the notice's id.</summary>
    public const string IdHeader = "X-Rectify-Notice";

    /// <summary>The message of a notice.</summary>
    /// <remarks>Line breaks and invisible characters, which an earlier version accepted in a subject or a name, are left out.</remarks>
    /// <exception cref="FormatException">The recipient's address or the id is not valid in a message.</exception>
    /// <param name="notice">The notice.</param>
    /// <param name="sender">The address from which it is sent.</param>
    /// <param name="replyTo">Where answers go; null for the sender.</param>
    public static MimeMessage Of(Notice notice, MailboxAddress sender, MailboxAddress? replyTo = null)
    {
        var message = new MimeMessage
        {
            Subject = TextRule.OneLine(notice.Subject),
            Date = notice.CreatedAt,
            MessageId = $"{FileNameOf(notice.Id)}@{sender.Domain}",
            Body = new TextPart(TextFormat.Plain) { Text = notice.Body, ContentTransferEncoding = ContentEncoding.Base64 },
        };
        message.From.Add(sender);
        if (replyTo is not null && replyTo.Address != sender.Address) message.ReplyTo.Add(replyTo);
        message.To.Add(MailAddress.Of(notice.Recipient));
        message.Headers.Add(IdHeader, notice.Id.Value);
        // Both suppress out-of-office replies: the first is RFC 3834, the second is for servers that know only the header of Exchange.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        return message;
    }

    /// <summary>The id, when it is valid in a file name and a Message-Id on every system.</summary>
    public static string FileNameOf(NoticeId id) =>
        id.Value is { Length: > 0 } value && value[0] != '.' && value[^1] != '.' && !value.Contains("..", StringComparison.Ordinal)
            && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
            ? value
            : throw new FormatException(
                $"A notice id is letters, digits and - _ . between them; got {id.Value.Length} characters that are not.");
}
