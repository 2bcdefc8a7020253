using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using Rectify.Functions.Mail;
using Rectify.Functions.Tests.State;
using Rectify.Mail.Files;
using Rectify.Mail.Smtp;
using Rectify.Office.Delivery;
using Rectify.Office.Settings;

namespace Rectify.Functions.Tests.Notices;

public class MailSettingsTests
{
    private const string Acs = "endpoint=https://resource.example/;accesskey=c2VjcmV0";

    [Fact]
    public void Mails_go_into_a_folder_unless_a_way_is_set()
    {
        Assert.IsType<EmlMailer>(Choose());
        Assert.IsType<EmlMailer>(Choose(("Mail:Acs", ""), ("Mail:Smtp:Host", "")));
        Assert.IsType<AcsMailer>(Choose(("Mail:Acs", Acs)));
        Assert.IsType<AcsMailer>(Choose(("Mail:Acs", "https://resource.communication.example/")));
        Assert.IsType<SmtpMailer>(Choose(("Mail:Smtp:Host", "mail.yongping.example")));
    }

    [Fact]
    public void Two_ways_at_once_are_an_error_that_names_both_and_shows_no_secret()
    {
        var refused = Assert.Throws<SettingException>(() => Choose(("Mail:Acs", Acs), ("Mail:Smtp:Host", "mail.yongping.example")));

        Assert.Contains("Mail:Acs and Mail:Smtp:Host", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mail:Smtp:Tls", "none", "on this machine")]
    [InlineData("Mail:Smtp:Tls", "tls", "one of none, startTls, implicit")]
    [InlineData("Mail:Smtp:Port", "0", "1 to 65535")]
    [InlineData("Mail:Smtp:Port", "smtp", "1 to 65535")]
    [InlineData("Mail:Smtp:TimeoutSeconds", "301", "1 to 300")]
    [InlineData("Mail:Smtp:User", "office", "together")]
    [InlineData("Mail:Smtp:Password", "right horse", "together")]
    [InlineData("Mail:Smtp:Fingerprint", "abcd", "64 digits")]
    [InlineData("Mail:Sender", "no address", "one plain mail address")]
    [InlineData("Mail:PerMinute", "0", "from 1 on")]
    [InlineData("Mail:PerHour", "many", "from 1 on")]
    public void A_setting_that_cannot_be_meant_is_refused_by_name(string name, string value, string rule)
    {
        var configuration = Configuration(("Mail:Smtp:Host", "mail.yongping.example"), (name, value));

        var refused = Assert.Throws<SettingException>(() =>
        {
            MailSettings.Choose(configuration, OfficeSettings.Read(configuration), "mail");
            MailSettings.PaceOf(configuration, new HeldState(), TimeProvider.System);
        });

        Assert.Contains(name.Split(':')[^1], refused.Message, StringComparison.Ordinal);
        Assert.Contains(rule, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("horse", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0ZFxdWEgcGFzc3dvcmQ=")]
    [InlineData("http://resource.example/")]
    [InlineData("endpoint=https://resource.example/")]
    [InlineData("accesskey=c2VjcmV0")]
    [InlineData("endpoint=https://resource.example/;accesskey=not base64 secret")]
    [InlineData("endpoint=https://resource.example/;accesskey=c2VjcmV0;c2VjcmV0")]
    public void A_setting_that_is_no_connection_string_is_refused_without_being_repeated(string setting)
    {
        var refused = Assert.Throws<SettingException>(() => Choose(("Mail:Acs", setting)));

        Assert.Contains("Mail:Acs", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("0ZFxdWEg", refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("base64 secret", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Mails_over_a_network_need_a_sender()
    {
        var configuration = Configuration(("Office:Email", null), ("Mail:Smtp:Host", "mail.yongping.example"));

        Assert.Contains("Mail:Sender", Assert.Throws<SettingException>(
            () => MailSettings.Choose(configuration, OfficeSettings.Read(configuration), "mail")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", null, 25)]
    [InlineData("startTls", null, 587)]
    [InlineData("", null, 587)]
    [InlineData("implicit", null, 465)]
    [InlineData("implicit", "2465", 2465)]
    public void The_port_follows_from_the_protection_unless_it_is_set(string tls, string? port, int expected)
    {
        var settings =
            SmtpSettings.Read(
                Configuration(("Mail:Smtp:Host", "localhost"), ("Mail:Smtp:Tls", tls), ("Mail:Smtp:Port", port)).GetSection("Mail:Smtp"));

        Assert.Equal($"localhost:{expected}", settings.ToString());
    }

    [Fact]
    public async Task The_quotas_of_a_custom_domain_hold_where_nothing_else_is_set()
    {
        Assert.Equal(30, await SentInOneInstantAsync(("Mail:Acs", Acs)));
        Assert.Equal(7, await SentInOneInstantAsync(("Mail:Acs", Acs), ("Mail:PerMinute", "7")));
        Assert.Equal(5, await SentInOneInstantAsync(("Mail:Smtp:Host", "localhost"), ("Mail:PerHour", "5")));
        Assert.Equal(500, await SentInOneInstantAsync());
    }

    private static async Task<int> SentInOneInstantAsync(params (string, string?)[] settings)
    {
        var (pace, sent) = (MailSettings.PaceOf(Configuration(settings), new HeldState(), new FakeTimeProvider()), 0);
        while (sent < 500 && await pace.TakeAsync(TestContext.Current.CancellationToken) is null) sent++;
        return sent;
    }

    private static IMailer Choose(params (string, string?)[] settings)
    {
        var configuration = Configuration(settings);
        return MailSettings.Choose(configuration, OfficeSettings.Read(configuration), "mail");
    }

    private static IConfiguration Configuration(params (string Name, string? Value)[] settings)
    {
        var values = new Dictionary<string, string?> { ["Office:Email"] = "office@yongping.example" };
        foreach (var (name, value) in settings) values[name] = value;
        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }
}
