using System.Globalization;
using MailKit.Net.Smtp;
using Rectify.Office.Delivery;

namespace Rectify.Mail.Smtp;

/// <summary>What a reply of a mail server (RFC 5321, 4.2.1), or its absence, says about the mail.</summary>
internal static class SmtpReply
{
    /// <summary>A reply that refuses.</summary>
    /// <param name="code">Its code: 4yz for now, 5yz for good.</param>
    /// <param name="to">What it refuses.</param>
    public static Handover Of(int code, SmtpErrorCode to)
    {
        var detail = Describe(code);
        return (code, to) switch
        {
            // The service closes, or it wants a sign-in or a sender that the settings do not give.
            (421, _) => new Handover.NotNow(detail),
            (530 or 535, _) => new Handover.NotNow($"{detail} Look at the settings."),
            ( >= 400 and < 500, SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted) => new Handover.PutOff(detail),
            ( >= 400 and < 500, _) => new Handover.NotNow(detail),
            _ => new Handover.Refused(detail),
        };
    }

    /// <summary>A connection that broke while the mail was handed over.</summary>
    public static Handover OfBroken(SmtpConversation conversation) => conversation switch
    {
        { ContentWasAsked: true, Code: 354 } =>
            new Handover.Unknown("The connection broke before the mail server confirmed; it may or may not have the mail."),
        { ContentWasAsked: true, Code: >= 200 and < 300 } => new Handover.Accepted(),
        // Some servers hang up with their refusal.
        { Code: >= 500 } => Of(conversation.Code, SmtpErrorCode.UnexpectedStatusCode),
        _ => new Handover.NotNow("The connection to the mail server broke before it was given the mail."),
    };

    // The code alone: the text behind it repeats addresses.
    private static string Describe(int code) => string.Create(CultureInfo.InvariantCulture, $"The mail server answered {code}.");
}
