using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;
using Rectify.Domain;
using Rectify.Office.Settings;

namespace Rectify.Mail.Smtp;

/// <summary>The settings of the office's own mail server. A class, because the text of a record would show the password.</summary>
public sealed class SmtpSettings
{
    private static readonly TimeSpan DefaultTimeLimit = TimeSpan.FromSeconds(30);

    /// <summary>Name or address of the server. <c>Mail:Smtp:Host</c></summary>
    public required string Host { get; init; }

    /// <summary>Port of the server. Default: 587 with STARTTLS, 465 with implicit TLS, 25 without TLS. <c>Mail:Smtp:Port</c></summary>
    public required int Port { get; init; }

    /// <summary>
    /// How the connection is protected; STARTTLS by default. <c>Mail:Smtp:Tls</c>: <c>startTls</c>, <c>implicit</c>, <c>none</c>
    /// </summary>
    public required SmtpTls Tls { get; init; }

    /// <summary>User and password; null to send without signing in. <c>Mail:Smtp:User</c> and <c>Mail:Smtp:Password</c></summary>
    public NetworkCredential? SignIn { get; init; }

    /// <summary>
    /// SHA-256 of a server certificate that is trusted although no known authority has signed it; null for none.
    /// <c>Mail:Smtp:Fingerprint</c>
    /// </summary>
    public byte[]? Fingerprint { get; init; }

    /// <summary>How long handing over one mail may take, 1 to 300 seconds; 30 by default. <c>Mail:Smtp:TimeoutSeconds</c></summary>
    public TimeSpan TimeLimit { get; init; } = DefaultTimeLimit;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    /// <exception cref="SettingException">A setting is missing or malformed, or would send mails unencrypted over a network.</exception>
    public static SmtpSettings Read(IConfigurationSection section)
    {
        var host = section["Host"]!;
        var tls = Tls_(section);
        if (tls == SmtpTls.None && !IsThisMachine(host))
            throw new SettingException("The setting Mail:Smtp:Tls is none for a server on this machine only; choose startTls or implicit.");

        var (user, password) = (section["User"], section["Password"]);
        if (string.IsNullOrEmpty(user) != string.IsNullOrEmpty(password))
            throw new SettingException("The settings Mail:Smtp:User and Mail:Smtp:Password are given together or not at all.");

        return new SmtpSettings
        {
            Host = host,
            Tls = tls,
            Port = Number(section, "Port", 1, 65535) ?? tls switch { SmtpTls.Implicit => 465, SmtpTls.None => 25, _ => 587 },
            SignIn = string.IsNullOrEmpty(user) ? null : new NetworkCredential(user, password),
            Fingerprint = Fingerprint_(section),
            TimeLimit = Number(section, "TimeoutSeconds", 1, 300) is { } seconds ? TimeSpan.FromSeconds(seconds) : DefaultTimeLimit,
        };
    }

    private static SmtpTls Tls_(IConfigurationSection section) => section["Tls"] switch
    {
        null or "" => SmtpTls.StartTls,
        var name when WireName.TryParse<SmtpTls>(name, out var tls) => tls,
        var name => throw new SettingException($"The setting Mail:Smtp:Tls is one of {WireName.List<SmtpTls>()}; got {name}."),
    };

    private static byte[]? Fingerprint_(IConfigurationSection section)
    {
        if (section["Fingerprint"] is not { Length: > 0 } text) return null;
        try
        {
            if (Convert.FromHexString(text.Replace(":", "", StringComparison.Ordinal)) is { Length: 32 } digest) return digest;
        }
        catch (FormatException)
        {
            // Refused below, like a digest of another length.
        }

        throw new SettingException($"The setting Mail:Smtp:Fingerprint is a SHA-256 in hex, 64 digits; got {text}.");
    }

    private static int? Number(IConfigurationSection section, string name, int least, int most) => section[name] switch
    {
        null or "" => null,
        var text when Digits.TryRead(text, out int number) && number >= least
            && number <= most => number,
        var text => throw new SettingException($"The setting Mail:Smtp:{name} is {least} to {most}; got {text}."),
    };

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
