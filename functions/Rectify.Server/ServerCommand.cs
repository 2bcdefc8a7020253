using System.CommandLine;
using Microsoft.Extensions.Hosting;
using Rectify.Office.Settings;
using Rectify.Server.Acceptance;
using Rectify.Server.Accounts;
using Rectify.Server.CommandLine;
using Rectify.Server.Copies;
using Rectify.Server.Histories;
using Rectify.Server.Proofs;
using Rectify.Server.Rehearsal;
using Rectify.Server.Rulebooks;
using Rectify.Server.Sample;
using Rectify.Storage.Sqlite.Database;
using Rectify.Storage.Tables.Service;

namespace Rectify.Server;

/// <summary>The command line of Rectify.Server. Without a command it runs the server.</summary>
internal static class ServerCommand
{
    private const string Description = """
        Rectify for an office without Azure. Without a command it runs the office: HTTP on http://127.0.0.1:7071, the board at /board.

        Any setting may follow as --NAME VALUE, for example --Office:Email office@county.example; docs/settings.md lists them.
        """;

    /// <summary>
    /// Runs what the arguments ask for. Returns the exit code: 2 for a wrong argument or setting, which one sentence names.
    /// </summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        try
        {
            var (settings, rest) = SettingArguments.Take(args is ["help"] ? ["--help"] : args);
            var parsed = Create(settings).Parse(rest, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (CommandRefusal.Of(parsed) is { } refusal)
            {
                errors.WriteLine(refusal);
                return 2;
            }

            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = output,
                Error = errors,
                EnableDefaultExceptionHandler = false,

                // No time limit here: the server handles Ctrl-C itself and lets running requests end.
                ProcessTerminationTimeout = null,
            });
        }
        catch (HostStartException failure)
        {
            errors.WriteLine(failure.Message);
            return failure.ExitCode;
        }
        catch (Exception wrong) when (wrong is SettingException or TablesException or SqliteFileException)
        {
            errors.WriteLine(wrong.Message);
            return 2;
        }
    }

    /// <summary>The commands, with the settings that the command line has besides.</summary>
    public static RootCommand Create(IReadOnlyDictionary<string, string?> settings)
    {
        var data = ServerOption.Data();
        var urls = ServerOption.Urls();
        var clock = ServerOption.Clock();
        var sample = new Option<bool>("--sample")
        {
            Description = "First fill the data folder, which must be empty, with a county to look at.",
        };
        var root = new RootCommand(Description) { data, urls, clock, sample };
        foreach (var version in root.Options.OfType<VersionOption>().ToList()) root.Options.Remove(version);

        root.SetAction(async (parsed, _) =>
        {
            var options = new ServerOptions(parsed.GetValue(clock), parsed.GetValue(data), parsed.GetValue(urls), settings);
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (parsed.GetValue(sample) && await SampleCommand.RunAsync(options, Progress.OfConsole(), output) is { } refusal)
            {
                errors.WriteLine(refusal);
                return 1;
            }

            await using var host = await OfficeServer.CreateBuilder(options).BuildAsync();
            await host.RunAsync();
            return 0;
        });
        root.Add(RehearseCommand.Create(settings));
        root.Add(RecordHistoryCommand.Create(settings));
        root.Add(CopyLedgerCommand.Create(settings));
        root.Add(AcceptLedgerCommand.Create(settings));
        root.Add(RulebookCommand.Create());
        root.Add(CheckAnnexCommand.Create());
        root.Add(AccountCommand.Create(settings));
        return root;
    }
}
