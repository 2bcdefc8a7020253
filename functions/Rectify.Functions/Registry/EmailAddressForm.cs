using Rectify.Functions.Http;

namespace Rectify.Functions.Registry;

/// <summary>The form of an address in the register: one plain mailbox, no display name, no control characters.</summary>
internal static class EmailAddressForm
{
    public static Problem? Refuse(string member, string? address)
    {
        if (address is null) return null;
        var plain = MimeKit.MailboxAddress.TryParse(address, out var mailbox)
            && mailbox.Address == address && address.Contains('@') && address.Length <= Texts.Line && !address.Any(char.IsControl);
        return plain ? null : Problem.Rule("malformed-email", member, $"{member}: an address is name@domain; got \"{address}\".");
    }
}
