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
    /// <remarks>
    /// A subject or a name that an earlier version took with line breaks or invisible characters stands in it without them.
    /// </remarks>
    /// <exception cref="FormatException">The recipient's address or the id cannot stand in a message.</exception>
    public static MimeMessage Of(Notice notice, MailboxAddress sender)
    {
        var message = new MimeMessage
        {
            Subject = TextRule.OneLine(notice.Subject),
            Date = notice.CreatedAt,
            MessageId = $"{FileNameOf(notice.Id)}@{sender.Domain}",
            Body = new TextPart(TextFormat.Plain) { Text = notice.Body, ContentTransferEncoding = ContentEncoding.Base64 },
        };
        message.From.Add(sender);
        message.To.Add(MailAddress.Of(notice.Recipient));
        message.Headers.Add(IdHeader, notice.Id.Value);
        // RFC 3834: keeps out-of-office replies from answering; the second is for readers that only know Exchange's own.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        return message;
    }

    /// <summary>The id, when it can stand in a file name and a Message-Id on every system.</summary>
    public static string FileNameOf(NoticeId id) =>
        id.Value is { Length: > 0 } value && value[0] != '.' && value[^1] != '.' && !value.Contains("..", StringComparison.Ordinal)
            && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
            ? value
            : throw new FormatException(
                $"A notice id is letters, digits and - _ . between them; got {id.Value.Length} characters that are not.");
}
