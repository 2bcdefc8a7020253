using Rectify.Domain;
using Rectify.Domain.Calendar;
using Rectify.Office.Outbox;

namespace Rectify.Office.Delivery;

/// <summary>What goes out as one message: one mail, or several reminders to one reader.</summary>
/// <param name="Letter">The message.</param>
/// <param name="Mails">The mails in it.</param>
public sealed record OutgoingMail(Notice Letter, IReadOnlyList<Notice> Mails)
{
    /// <summary>The id under which it goes out.</summary>
    public Guid MessageId => Office.Delivery.MessageId.Of(Letter.Id);

    public static OutgoingMail Of(Notice mail) => new(mail, [mail]);

    /// <summary>Makes one message of reminders to one reader, at least one. The same reminders always make the same message.</summary>
    public static OutgoingMail Of(IEnumerable<Notice> reminders)
    {
        var mails = reminders.OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.Id.Value, StringComparer.Ordinal).ToList();
        if (mails is [var single]) return Of(single);

        var (first, last) = (mails[0], mails[^1]);
        var (subject, body) = DigestTexts.Of(mails, first.Recipient.Language, LocalDay.Of(first.CreatedAt));
        var digest =
            Digest.Of(string.Join('\n', mails.Select(mail => mail.Id.Value)))[..16];
        return new OutgoingMail(
            new Notice(
                new NoticeId($"{first.Owner}.{first.Sequence:D4}.digest.{digest}"), first.Owner, first.Sequence, "digest",
                first.Recipient, subject, body, last.CreatedAt),
            mails);
    }
}
