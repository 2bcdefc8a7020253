using MimeKit;
using Rectify.Office.Outbox;
using Rectify.Office.Register;
using Rectify.Office.Text;

namespace Rectify.Mail;

/// <summary>Makes a header field of a recipient, so that nothing in the name or address can start another header.</summary>
public static class MailAddress
{
    /// <summary>The mailbox of a recipient; the name without line breaks and other characters that a header line cannot hold.</summary>
    /// <exception cref="FormatException">The address is not exactly one plain address. The message does not repeat it.</exception>
    public static MailboxAddress Of(Recipient recipient) => EmailAddressForm.IsOne(recipient.Address)
        ? new MailboxAddress(TextRule.OneLine(recipient.Name), recipient.Address)
        : throw new FormatException("A recipient's address is one plain mail address, for example name@example.cn.");
}
