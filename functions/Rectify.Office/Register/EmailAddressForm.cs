using System.Globalization;
using System.Text.RegularExpressions;
using Rectify.Office.Requests;

namespace Rectify.Office.Register;

/// <summary>The form of a mail address, by the grammar of mail (RFC 5321, RFC 5322): one plain mailbox.</summary>
/// <remarks>
/// Before the @: words of ASCII characters joined by dots, at most 64 characters. After the @: a domain name, also an international one
/// (IDNA), which mails carry in its ASCII form. Display names, comments, quoted words and bare addresses of machines are refused: nobody's
/// mailbox needs them, and programs read them differently.
/// </remarks>
public static partial class EmailAddressForm
{
    private const int MaxLength = 254;
    private const int MaxLocal = 64;

    private static readonly IdnMapping Names = new() { UseStd3AsciiRules = true };

    public static Problem? Refuse(string member, string? address) => address is null || IsOne(address)
        ? null
        : Problem.Rule(member, RegisterMessages.MalformedEmail.With(address));

    /// <summary>Whether the text is an address of this form.</summary>
    public static bool IsOne(string address) =>
        address.Length <= MaxLength && address.LastIndexOf('@') is > 0 and <= MaxLocal and var at
        && Local.IsMatch(address[..at]) && IsDomain(address[(at + 1)..]);

    private static bool IsDomain(string domain)
    {
        // The mapping to ASCII would take characters that look like a full stop for one and drop invisible characters, so both are refused
        // before.
        if (domain.Length == 0 || !domain.All(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '.' or '-' || IsMark(c)))
            return false;
        try
        {
            var ascii = Names.GetAscii(domain);
            return ascii.Length + 1 <= MaxLength - 1 && Domain.IsMatch(ascii);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\z")]
    private static partial Regex Local { get; }

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\z")]
    private static partial Regex Domain { get; }
}
