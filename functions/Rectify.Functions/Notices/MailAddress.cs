using MimeKit;

namespace Rectify.Functions.Notices;

/// <summary>A recipient as a header field, checked so that nothing in it can start another header.</summary>
internal static class MailAddress
{
    private static readonly ParserOptions Strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
        AllowUnquotedCommasInAddresses = false,
    };

    /// <summary>The mailbox of a recipient.</summary>
    /// <exception cref="FormatException">The name has a control character, or the address is not exactly one plain address. The text names neither.</exception>
    public static MailboxAddress Of(Recipient recipient)
    {
        if (recipient.Name.Any(IsControl))
            throw new FormatException("A recipient's name has no line break or other control character.");
        if (recipient.Address.Any(c => IsControl(c) || char.IsWhiteSpace(c))
            || !MailboxAddress.TryParse(Strict, recipient.Address, out var parsed)
            || !string.Equals(parsed.Address, recipient.Address, StringComparison.Ordinal))
        {
            throw new FormatException("A recipient's address is one plain mail address, for example name@example.cn.");
        }

        return new MailboxAddress(recipient.Name, recipient.Address);
    }

    // The line and paragraph separators of Unicode are no control characters, but some readers break lines at them.
    private static bool IsControl(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
