using System.CommandLine;
using System.Globalization;
using Rectify.Functions;
using Rectify.Server.CommandLine;
using Rectify.Storage.Sqlite.Database;
using Rectify.Storage.Sqlite.Ledger;
using Rectify.Storage.Tables;
using Rectify.Storage.Tables.Service;

namespace Rectify.Server.Copies;

/// <summary><c>copy-ledger to-tables|to-sqlite [--data DIR]</c>: copies the whole ledger between a data folder and Azure Tables.</summary>
/// <remarks>
/// A copy into a folder is written to a new file, which is renamed when the copy is complete. A copy into tables first sets a mark that
/// keeps the app from using them, and removes it at the end; if the command is killed in between, running it again continues the copy.
/// </remarks>
internal static class CopyLedgerCommand
{
    public static Command Create(IReadOnlyDictionary<string, string?> settings)
    {
        var way = new Argument<string>("way") { Description = "Which way to copy.", HelpName = "to-tables|to-sqlite" };
        way.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: not ("to-tables" or "to-sqlite") and var other }])
                result.AddError($"The command copy-ledger goes to-tables or to-sqlite; got {other}.");
        });
        var data = ServerOption.Data();
        data.Description = "A data folder that no server has open; .rectify unless told.";
        var command = new Command(
            "copy-ledger",
            "Copy the whole ledger between a data folder and the Azure Tables that the setting Data__Tables names.") { way, data };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(way), new ServerOptions(null, parsed.GetValue(data), null, settings), Progress.OfConsole(),
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellation));
        return command;
    }

    /// <summary>
    /// Exit code: 0 when all was copied and compared, 1 when the copy was refused or is not the same, 2 when a store cannot be read or
    /// written.
    /// </summary>
    public static async Task<int> RunAsync(
        string way, ServerOptions options, Progress progress, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        try
        {
            var configuration = OfficeServer.CreateBuilder(options).Configuration;
            if (StorageChoice.TablesOf(configuration) is not { } tables)
            {
                errors.WriteLine("The setting Data__Tables names no tables.");
                return 2;
            }

            var folder = Directory.CreateDirectory(RectifyApp.DataDirectory(configuration)).FullName;
            // The file that a running server locks. No server may run during the copy, since what it writes would be in only one of the two
            // stores.
            await using var claim = new FileStream(Path.Combine(folder, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite,
                FileShare.None);
            return way == "to-tables"
                ? await ToTablesAsync(folder, tables, progress, output, errors, cancellation)
                : await ToSqliteAsync(folder, tables, progress, output, errors, cancellation);
        }
        catch (Exception unusable) when (unusable is TablesException or SqliteFileException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(unusable.Message);
            return 2;
        }
    }

    /// <summary>Copies from the file in a folder to tables.</summary>
    internal static async Task<int> ToTablesAsync(
        string folder, TablesOptions options, Progress progress, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        var file = Path.Combine(folder, "ledger.db");
        if (!File.Exists(file)) return Refuse(errors, $"{file} does not exist.");

        using var database = SqliteDatabase.Open(file);
        if (database.Read(connection => SqliteHead.GapOf(connection, HeadFile.In(folder).Read())) is { } gap)
            return Refuse(errors, $"{gap.Told} Put the whole copy back, or run accept-ledger first; nothing was written.");

        var tables = TablesStore.OpenForCopy(options);
        var (from, to) = (Store.Of(database, file), Store.Of(tables));
        switch (tables.CopyUnderWay())
        {
            case { } source when source == file:
                output.WriteLine("A copy from here was not finished: it goes on.");
                break;
            case { } source:
                return Refuse(errors, UnfinishedCopy.Told(source));
            case null when !await to.IsEmptyAsync(cancellation):
                return Refuse(errors, $"{to.Name} are not empty. Choose another Data__TablesPrefix, or delete them; nothing was written.");
        }

        await tables.BeginCopyAsync(file, cancellation);
        await LedgerCopy.RunAsync(from, to, progress, cancellation);
        var report = await LedgerCopy.CompareAsync(from, to, progress, cancellation);
        if (report.Differences.Count == 0) await tables.EndCopyAsync(cancellation);
        return Tell(report, from, to, output, errors);
    }

    /// <summary>Copies from tables to a file in a folder.</summary>
    internal static async Task<int> ToSqliteAsync(
        string folder, TablesOptions options, Progress progress, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        var (file, draft) = (Path.Combine(folder, "ledger.db"), Path.Combine(folder, "ledger.db.copy"));
        if (File.Exists(file)) return Refuse(errors, $"{file} exists. Choose another folder, or move it away; nothing was written.");

        // Remains of a copy that was not finished.
        foreach (var left in Directory.GetFiles(folder, "ledger.db.copy*")) File.Delete(left);
        var tables = Store.Of(TablesStore.Open(options));
        CopyReport report;
        Store copy;
        using (var database = SqliteDatabase.Open(draft))
        {
            copy = Store.Of(database, draft);
            await LedgerCopy.RunAsync(tables, copy, progress, cancellation);
            report = await LedgerCopy.CompareAsync(tables, copy, progress, cancellation);
        }

        if (report.Differences.Count == 0) File.Move(draft, file);
        return Tell(report, tables, copy with { Name = file }, output, errors);
    }

    private static int Tell(CopyReport report, Store from, Store to, TextWriter output, TextWriter errors)
    {
        output.WriteLine($"From {from.Name} to {to.Name}:");
        foreach (var (kind, count) in report.Counts) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,9:#,0} {kind}"));
        foreach (var difference in report.Differences) errors.WriteLine(difference);
        if (report.Differences.Count > 0)
            return Refuse(errors, "The copy is not the same as its source, and is not to be used. Was the source written to meanwhile?");

        output.WriteLine("Every chain is whole, and the copy holds the same.");
        return 0;
    }

    private static int Refuse(TextWriter errors, string why)
    {
        errors.WriteLine(why);
        return 1;
    }
}
