using MimeKit;
using Rectify.Office.Outbox;
using Rectify.Office.Register;
using Rectify.Office.Text;

namespace Rectify.Mail;

/// <summary>A recipient as a header field, so that nothing in it can start another header.</summary>
public static class MailAddress
{
    /// <summary>The mailbox of a recipient; the name without what cannot stand in a line.</summary>
    /// <exception cref="FormatException">The address is not exactly one plain address. The text does not name it.</exception>
    public static MailboxAddress Of(Recipient recipient) => EmailAddressForm.IsOne(recipient.Address)
        ? new MailboxAddress(TextRule.OneLine(recipient.Name), recipient.Address)
        : throw new FormatException("A recipient's address is one plain mail address, for example name@example.cn.");
}
