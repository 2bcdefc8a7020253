using System.CommandLine;
using System.Globalization;
using Rectify.Functions;
using Rectify.Office.Ledger;
using Rectify.Server.CommandLine;
using Rectify.Storage.Sqlite.Database;
using Rectify.Storage.Sqlite.Ledger;

namespace Rectify.Server.Acceptance;

/// <summary>
/// <c>accept-ledger --by NAME --note TEXT [--data DIR]</c>: a person accepts that entries are missing from the ledger, so that the app
/// works with it again.
/// </summary>
/// <remarks>What was missing, who accepted it, when and why is kept in the ledger for good; the check of the ledger shows it.</remarks>
internal static class AcceptLedgerCommand
{
    private const int LongestName = 100;
    private const int LongestNote = 2_000;

    public static Command Create(IReadOnlyDictionary<string, string?> settings)
    {
        var by = new Option<string>("--by") { Description = "Who accepts it.", HelpName = "NAME", Required = true };
        var note =
            new Option<string>(
                "--note")
            { Description = "Why, and what is known about what is missing.", HelpName = "TEXT", Required = true };
        var data = ServerOption.Data();
        data.Description = "A data folder that no server has open; .rectify unless told.";
        var command = new Command(
            "accept-ledger", "Say that the ledger of a data folder goes on although entries that it had are missing.") { by, note, data };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(by), parsed.GetRequiredValue(note), new ServerOptions(null, parsed.GetValue(data), null, settings),
            TimeProvider.System, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    /// <summary>Exit code: 0 when it was accepted, 1 when there was nothing to accept, 2 when the folder cannot be used.</summary>
    public static int Run(string by, string note, ServerOptions options, TimeProvider clock, TextWriter output, TextWriter errors)
    {
        if (by.Trim() is not { Length: > 0 and <= LongestName } || note.Trim() is not { Length: > 0 and <= LongestNote }
            || by.Concat(note).Any(char.IsControl))
        {
            errors.WriteLine($"A name is 1 to {LongestName} characters, a note 1 to {LongestNote}, both on one line.");
            return 2;
        }

        try
        {
            var configuration = OfficeServer.CreateBuilder(options).Configuration;
            if (StorageChoice.TablesOf(configuration) is not null)
            {
                errors.WriteLine("The ledger lies in Azure Tables, which this command does not concern.");
                return 2;
            }

            var folder = RectifyApp.DataDirectory(configuration);
            var file = Path.Combine(folder, "ledger.db");
            if (!File.Exists(file))
            {
                errors.WriteLine($"{file} does not exist.");
                return 2;
            }

            using var claim = new FileStream(Path.Combine(folder, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite,
                FileShare.None);
            using var database = SqliteDatabase.Open(file);
            return Accept(database, HeadFile.In(folder), by.Trim(), note.Trim(), clock, output, errors);
        }
        catch (Exception unusable) when (unusable is SqliteFileException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(unusable.Message);
            return 2;
        }
    }

    private static int Accept(
        SqliteDatabase database, HeadFile outside, string by, string note, TimeProvider clock, TextWriter output, TextWriter errors)
    {
        if (database.Read(connection => SqliteHead.GapOf(connection, outside.Read())) is not { } gap)
        {
            errors.WriteLine("The ledger is whole: there is nothing to accept.");
            return 1;
        }

        database.WriteAsync(
            connection =>
            {
                SqliteHead.Accept(connection, new LedgerAcceptance(clock.GetUtcNow(), by, note, gap.Expected, gap.Found));
                return gap;
            },
            CancellationToken.None).GetAwaiter().GetResult();
        outside.Write(gap.Found);
        output.WriteLine(gap.Told.ToString());
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
                $"{by} has accepted that. The ledger goes on with its {gap.Found.Events} entries; the check of the ledger shows this."));
        return 0;
    }
}
