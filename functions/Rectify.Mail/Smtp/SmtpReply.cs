using System.Globalization;
using MailKit.Net.Smtp;
using Rectify.Office.Delivery;

namespace Rectify.Mail.Smtp;

/// <summary>What a reply of a mail server (RFC 5321, 4.2.1), or a missing reply, means for the mail.</summary>
internal static class SmtpReply
{
    /// <summary>The meaning of a reply that refuses something.</summary>
    /// <param name="code">Code of the reply: 4yz refuses for now, 5yz for good.</param>
    /// <param name="to">What the reply refuses.</param>
    public static Handover Of(int code, SmtpErrorCode to)
    {
        var detail = Describe(code);
        return (code, to) switch
        {
            // 421: the service is closing. 530, 535: it wants a sign-in that the settings lack or have wrong.
            (421, _) => new Handover.NotNow(detail),
            (530 or 535, _) => new Handover.NotNow($"{detail} Look at the settings."),
            ( >= 400 and < 500, SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted) => new Handover.PutOff(detail),
            ( >= 400 and < 500, _) => new Handover.NotNow(detail),
            _ => new Handover.Refused(detail),
        };
    }

    /// <summary>The meaning of a connection that broke while the mail was handed over.</summary>
    public static Handover OfBroken(SmtpConversation conversation) => conversation switch
    {
        { ContentWasAsked: true, Code: 354 } =>
            new Handover.Unknown("The connection broke before the mail server confirmed; it may or may not have the mail."),
        { ContentWasAsked: true, Code: >= 200 and < 300 } => new Handover.Accepted(),
        // Some servers close the connection together with their refusal.
        { Code: >= 500 } => Of(conversation.Code, SmtpErrorCode.UnexpectedStatusCode),
        _ => new Handover.NotNow("The connection to the mail server broke before it was given the mail."),
    };

    // Only the code, because the text of a reply may contain addresses.
    private static string Describe(int code) => string.Create(CultureInfo.InvariantCulture, $"The mail server answered {code}.");
}
