using Microsoft.Extensions.Configuration;
using Rectify.Server.CommandLine;
using Rectify.Server.Settings;

namespace Rectify.Server.Tests.CommandLine;

public sealed class ServerCommandTests
{
    private const string OneSetting = "--Office:Name x";

    [Theory]
    // commands
    [InlineData("reherse", "There is no command reherse; the nearest is rehearse.")]
    [InlineData("copy-legder to-tables", "There is no command copy-legder; the nearest is copy-ledger.")]
    // options, of the office and of a command
    [InlineData("--dtaa x", "There is no option --dtaa; the nearest is --data.")]
    [InlineData("--smaple", "There is no option --smaple; the nearest is --sample.")]
    [InlineData("--url=http://127.0.0.1:1", "There is no option --url; the nearest is --urls.")]
    [InlineData("rehearse --dta x", "There is no option --dta; the nearest is --data.")]
    [InlineData("record-history x --dta y", "There is no option --dta; the nearest is --data.")]
    // settings
    [InlineData("--Ofice:Name x", "There is no setting Ofice__Name; the nearest is Office__Name. docs/settings.md lists them all.")]
    [InlineData("--Mail__Smtp__Prot 25",
        "There is no setting Mail__Smtp__Prot; the nearest is Mail__Smtp__Port. docs/settings.md lists them all.")]
    [InlineData("--Access:Keys:0:Nmae x",
        "There is no setting Access__Keys__0__Nmae; the nearest is Access__Keys__n__Name. docs/settings.md lists them all.")]
    [InlineData("rehearse --Ofice:Name=x",
        "There is no setting Ofice__Name; the nearest is Office__Name. docs/settings.md lists them all.")]
    // values that are missing
    [InlineData("--data", "The argument --data needs a value.")]
    [InlineData("--clock --sample", "The argument --clock needs a value.")]
    [InlineData("--Office:Name", "The setting --Office:Name needs a value.")]
    [InlineData("--Office:Name --sample", "The setting --Office:Name needs a value.")]
    [InlineData("record-history", "The command record-history needs INSTANCE-ID and --data; --help tells more.")]
    [InlineData("record-history x", "The command record-history needs --data; --help tells more.")]
    [InlineData("copy-ledger", "The command copy-ledger needs to-tables|to-sqlite; --help tells more.")]
    // too much, or out of place
    [InlineData("--clock 2026-03-30T00:00:00Z rehearse a.json",
        "The option --clock stands before the command rehearse, which does not see it there.")]
    [InlineData("--sample copy-ledger to-tables",
        "The option --sample stands before the command copy-ledger, which does not see it there.")]
    [InlineData("rehearse a.json b.json", "The command rehearse takes nothing more; got b.json.")]
    [InlineData("copy-ledger sideways", "The command copy-ledger goes to-tables or to-sqlite; got sideways.")]
    [InlineData($"record-history x --data y {OneSetting}", "The command record-history takes no settings; got Office:Name.")]
    public async Task What_is_mistyped_is_told_in_one_sentence_with_the_nearest_that_exists(string line, string expected) =>
        Assert.Equal((2, expected), await RunAsync(line.Split(' ')));

    [Theory]
    // --clock
    [InlineData("--clock", "yesterday", "--clock is an instant")]
    [InlineData("--clock", "2026-03-30", "--clock is an instant")]
    [InlineData("--clock", "2026-03-30T00:00:00", "--clock is an instant")]
    [InlineData("--clock", "2026-02-30T00:00:00Z", "--clock is an instant")]
    [InlineData("--clock", "9999-12-31T23:59:59Z", "from 1970 to 8999")]
    [InlineData("--clock", "0001-01-01T00:00:00Z", "from 1970 to 8999")]
    // --urls
    [InlineData("--urls", "http://127.0.0.1:99999999999", "--urls is a list")]
    [InlineData("--urls", "http://127.0.0.1:7071x", "--urls is a list")]
    [InlineData("--urls", "http://localhost:0", "--urls is a list")]
    [InlineData("--urls", "http://127.0.0.l:7071", "--urls is a list")]
    [InlineData("--urls", "7071", "--urls is a list")]
    [InlineData("--urls", "ftp://127.0.0.1:1", "--urls is a list")]
    [InlineData("--urls", "http://127.0.0.1:70711", "--urls is a list")]
    // --data
    [InlineData("--data", "", "--data is the path of a folder; got ''")]
    public async Task A_wrong_value_is_told_in_one_sentence(string name, string value, string expected)
    {
        var (code, told) = await RunAsync(name, value);

        Assert.Equal(2, code);
        Assert.Contains(expected, told, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', told);
    }

    [Theory]
    [InlineData("--Durable:RetentionDays", "0", "The setting Durable__RetentionDays is 1 to 36525 days, or 'never'; got '0'.")]
    [InlineData(
        "--Office:Name",
        "县\n平安办",
        "The setting Office:Name holds the character \"U+000A\" at place 2: a text has no control, invisible, private "
            + "or unassigned characters, and line breaks only where several lines are asked for.")]
    [InlineData("--APPLICATIONINSIGHTS_CONNECTION_STRING", "nonsense",
        "The setting APPLICATIONINSIGHTS_CONNECTION_STRING has no InstrumentationKey=….")]
    [InlineData("--Office:Language", "fr", "The setting Office:Language is one of zh-CN, en; got fr.")]
    [InlineData(
        "--Logging:LogLevel:My.Category", "Loud",
        "The setting Logging__LogLevel__My.Category is one of Trace, Debug, Information, Warning, Error, Critical, None; got 'Loud'.")]
    [InlineData("--Mail:PerHour", "many", "The setting Mail:PerHour is a whole number from 1 on; got many.")]
    public async Task A_wrong_setting_stops_the_start_with_one_sentence(string name, string value, string expected)
    {
        using var folder = new TemporaryFolder();

        Assert.Equal((2, expected),
            await RunAsync("--data", folder.Path, "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None", name, value));
    }

    [Theory]
    [InlineData("Access:Kyes:0:Name",
        "There is no setting Access__Kyes__0__Name; the nearest is Access__Keys__n__Name. docs/settings.md lists them all.")]
    [InlineData("Durable:Retention",
        "There is no setting Durable__Retention; the nearest is Durable__RetentionDays. docs/settings.md lists them all.")]
    public void A_name_in_a_section_of_our_own_is_known_wherever_it_comes_from(string name, string expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(name, "x")]).Build();

        var refused = Assert.Throws<HostStartException>(() => KnownSettings.RequireKnown(configuration));

        Assert.Equal((2, expected), (refused.ExitCode, refused.Message));
    }

    [Theory]
    // the mailbox that login shells name, and other people's sections
    [InlineData("MAIL")]
    [InlineData("DATA")]
    [InlineData("Kestrel:Limits:MaxRequestBodySize")]
    // a number in a list, and another case
    [InlineData("Access:Keys:12:Role")]
    [InlineData("OFFICE:NAME")]
    public void Other_names_are_left_to_others(string name) =>
        KnownSettings.RequireKnown(new ConfigurationBuilder().AddInMemoryCollection([new(name, "x")]).Build());

    [Fact]
    public void Settings_stand_anywhere_and_the_later_of_two_holds()
    {
        var taken = SettingArguments.Take(
            ["rehearse", "--Office:Name", "rehearse", "x.json", "--office__name=永嘉", "--data", "d", "--TASKHUB_NAME", "Hub",
                "--Logging:LogLevel:My.Category", "Debug"]);

        Assert.Equal(["rehearse", "x.json", "--data", "d"], taken.Rest);
        Assert.Equal(
            [("Logging:LogLevel:My.Category", "Debug"), ("Office:Name", "永嘉"), ("TASKHUB_NAME", "Hub")],
            taken.Settings.Select(setting => (setting.Key, setting.Value!)).Order());
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    public async Task Help_names_every_command_and_option(string argument)
    {
        var output = new StringWriter();

        Assert.Equal(0, await ServerCommand.RunAsync([argument], output, TextWriter.Null));

        Assert.All(
            ["--data <DIR>", "--urls <URLS>", "--clock <INSTANT>", "--sample", "--NAME VALUE", "rehearse <FILE>", "record-history",
                "copy-ledger", "docs/settings.md"],
            part => Assert.Contains(part, output.ToString(), StringComparison.Ordinal));
    }

    private static async Task<(int Code, string Told)> RunAsync(params string[] args)
    {
        var errors = new StringWriter();
        var code = await ServerCommand.RunAsync(args, TextWriter.Null, errors);
        return (code, errors.ToString().TrimEnd());
    }
}
