using Microsoft.Extensions.Configuration;
using Rectify.Domain;
using Rectify.Office.Outbox;
using Rectify.Office.Register;
using Rectify.Office.Text;

namespace Rectify.Office.Settings;

/// <summary>The supervising office that runs this installation. The names of organs are settings, because organs get renamed.</summary>
/// <param name="Name">Full name, signs every mail. <c>Office:Name</c></param>
/// <param name="Email">Where its own copies go, unless a unit names another. <c>Office:Email</c>, may be absent.</param>
/// <param name="DocumentCode">机关代字 of its document numbers. <c>Office:DocumentCode</c></param>
/// <param name="ReplyCode">机关代字 of its replies to consultations. <c>Office:ReplyCode</c></param>
/// <param name="BaseAddress">Where readers reach this installation. <c>Office:BaseAddress</c></param>
/// <param name="Language">The language of its own copies, <c>zh-CN</c> by default. <c>Office:Language</c></param>
/// <param name="RulebookId">
/// The rulebook of its region, for requests that name none; null for the latest one in force. <c>Office:Rulebook</c>
/// </param>
public sealed record OfficeSettings(
    string Name, string? Email, string DocumentCode, string ReplyCode, Uri BaseAddress, MailLanguage Language = default,
    string? RulebookId = null)
{
    private static readonly char[] Separators = [',', '，', ';', '；', '、'];

    /// <summary>
    /// The consulting bodies that may have the whole register of who is barred, accounts by their ids and keys of the settings by their
    /// names; none by default. <c>Office:RegisterReaders</c>, separated by commas.
    /// </summary>
    public IReadOnlyList<string> RegisterReaders { get; init; } = [];

    /// <summary>The sender of mails. An office without an address of its own sends as no-reply.</summary>
    public Recipient Sender => new(Name, Email ?? "no-reply@rectify.invalid");

    public NoticeSettings ToNoticeSettings() => new(Name, BaseAddress);

    /// <summary>How replies to consulting bodies go out, by themselves by default. <c>Office:Replies</c></summary>
    public ReplyMode Replies { get; init; }

    /// <exception cref="SettingException">The address is not an absolute URI, or no mail is written in the language.</exception>
    public static OfficeSettings Read(IConfiguration configuration)
    {
        var address = Text(configuration, "BaseAddress") ?? "http://127.0.0.1:7071/";
        var language = Text(configuration, "Language") is { } tag
            ? MailLanguage.Find(tag)
                ?? throw new SettingException($"The setting Office:Language is one of zh-CN, en; got {tag}.")
            : MailLanguage.Chinese;
        return Uri.TryCreate(address, UriKind.Absolute, out var baseAddress)
            ? new OfficeSettings(
                Text(configuration, "Name") ?? "平安建设领导小组办公室",
                Address(configuration),
                Text(configuration, "DocumentCode") ?? "平安督",
                Text(configuration, "ReplyCode") ?? "平安函",
                baseAddress,
                language,
                Text(configuration, "Rulebook"))
            {
                Replies = Text(configuration, "Replies") switch
                {
                    null => ReplyMode.AtOnce,
                    var mode when WireName.TryParse<ReplyMode>(mode, out var known) => known,
                    var mode => throw new SettingException(
                        $"The setting Office:Replies is one of {WireName.List<ReplyMode>()}; got {mode}."),
                },
                RegisterReaders = Text(configuration, "RegisterReaders") is { } readers
                    ? readers.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    : [],
            }
            : throw new SettingException($"The setting Office:BaseAddress is an absolute URI; got {address}.");
    }

    // An empty setting counts as absent.
    private static string? Text(IConfiguration configuration, string name)
    {
        if (configuration[$"Office:{name}"] is not { Length: > 0 } text) return null;
        return TextRule.Refuse(text, Lines.One) is { } refusal
            ? throw new SettingException($"The setting Office:{name} {refusal}")
            : TextRule.Stored(text);
    }

    private static string? Address(IConfiguration configuration) =>
        Text(configuration, "Email") is not { } address || EmailAddressForm.IsOne(address)
        ? Text(configuration, "Email")
        : throw new SettingException($"The setting Office:Email is one plain mail address, name@domain; got {address}.");
}
