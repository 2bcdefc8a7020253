using Microsoft.Extensions.Configuration;
using Rectify.Domain;
using Rectify.Mail;
using Rectify.Mail.Acs;
using Rectify.Mail.Files;
using Rectify.Mail.Smtp;
using Rectify.Office.Delivery;
using Rectify.Office.Outbox;
using Rectify.Office.Settings;
using Rectify.Office.State;

namespace Rectify.Functions.Mail;

/// <summary>
/// Chooses how mails are sent: by the settings <c>Mail:Acs</c> or <c>Mail:Smtp:Host</c>, or into a folder when neither is set.
/// </summary>
internal static class MailSettings
{
    // The default quotas of a custom domain of Azure Communication Services.
    private const int AcsPerMinute = 30;
    private const int AcsPerHour = 100;

    private static readonly TimeSpan AcsTimeLimit = TimeSpan.FromSeconds(30);

    /// <summary>The mailer that the settings choose.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="office">The office that sends.</param>
    /// <param name="folder">The folder for mails when no other way is set.</param>
    /// <exception cref="SettingException">
    /// Two ways are set, or a setting of the chosen one is missing or malformed. No message repeats a secret.
    /// </exception>
    public static IMailer Choose(IConfiguration configuration, OfficeSettings office, string folder)
    {
        var (acs, smtp) = (configuration["Mail:Acs"], configuration.GetSection("Mail:Smtp"));
        return (acs is { Length: > 0 }, smtp["Host"] is { Length: > 0 }) switch
        {
            (true, true) => throw new SettingException(
                "The settings Mail:Acs and Mail:Smtp:Host are both set; mails go one way: empty one of them."),
            (true, false) => new AcsMailer(AcsSenderOf(acs!), SenderAddress(configuration, office), ReplyTo(office)),
            (false, true) => new SmtpMailer(
                SmtpSettings.Read(smtp), new Recipient(office.Name, SenderAddress(configuration, office)), ReplyTo(office)),
            _ => new EmlMailer(folder, office.Sender),
        };
    }

    /// <summary>
    /// The quotas <c>Mail:PerMinute</c> and <c>Mail:PerHour</c>; those of Azure Communication Services where it is used and nothing is set.
    /// </summary>
    /// <exception cref="SettingException">A quota is not a positive number.</exception>
    public static Pace PaceOf(IConfiguration configuration, IStateStore store, TimeProvider time)
    {
        var acs = configuration["Mail:Acs"] is { Length: > 0 };
        return new Pace(
            Positive(configuration, "Mail:PerMinute") ?? (acs ? AcsPerMinute : null),
            Positive(configuration, "Mail:PerHour") ?? (acs ? AcsPerHour : null),
            store,
            time);
    }

    private static AcsSender AcsSenderOf(string setting)
    {
        try
        {
            return new AcsSender(setting, AcsTimeLimit);
        }
        catch (FormatException)
        {
            throw new SettingException(
                "The setting Mail:Acs is a connection string (endpoint=…;accesskey=…) or an address that begins with https://.");
        }
    }

    // Mails may go out from an address of the mail system's own, which nobody reads.
    private static Recipient? ReplyTo(OfficeSettings office) => office.Email is { } email ? new Recipient(office.Name, email) : null;

    private static string SenderAddress(IConfiguration configuration, OfficeSettings office)
    {
        var address = configuration["Mail:Sender"] is { Length: > 0 } sender ? sender : office.Email
            ?? throw new SettingException("Mails need a sender: set Mail:Sender or Office:Email.");
        try
        {
            return MailAddress.Of(new Recipient("", address)).Address;
        }
        catch (FormatException)
        {
            throw new SettingException($"The setting Mail:Sender is one plain mail address; got {address}.");
        }
    }

    private static int? Positive(IConfiguration configuration, string name) => configuration[name] switch
    {
        null or "" => null,
        var text when Digits.TryRead(text, out int number) && number > 0 => number,
        var text => throw new SettingException($"The setting {name} is a whole number from 1 on; got {text}."),
    };
}
