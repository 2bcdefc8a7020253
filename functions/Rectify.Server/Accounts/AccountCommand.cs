using System.CommandLine;
using Rectify.Domain;
using Rectify.Functions;
using Rectify.Office.Access;
using Rectify.Server.CommandLine;
using Rectify.Storage.Sqlite.Accounts;
using Rectify.Storage.Sqlite.Database;
using Rectify.Storage.Sqlite.Register;
using Rectify.Storage.Tables;
using Rectify.Storage.Tables.Accounts;
using Rectify.Storage.Tables.Register;
using Rectify.Storage.Tables.Service;

namespace Rectify.Server.Accounts;

/// <summary>
/// <c>account list|issue|renew|hand-over|revoke|issue-key|revoke-key</c>: changes who has access, without the board. The same rules hold,
/// and the entries name <c>server:NAME</c>.
/// </summary>
/// <remarks>A data folder must not be open in a server. Azure Tables may be in use: every instance knows the change at once.</remarks>
internal static class AccountCommand
{
    private static readonly Argument<string> Id = new("id") { Description = "The account.", HelpName = "ID" };

    private static readonly Argument<string> KeyId = new("key") { Description = "Names the key.", HelpName = "KEY" };

    public static Command Create(IReadOnlyDictionary<string, string?> settings)
    {
        var (name, role) = (Needed("--holder", "Who holds it."), Needed("--role", $"One of {WireName.List<Role>()}."));
        var email = Text("--email", "The work address; none for a system.");
        var (unit, official) = (Text("--unit", "For the role unit."), Text("--official", "For the role leader."));
        var until = Text("--until", "The last day, yyyy-MM-dd; without it the account is valid until it is revoked.");
        var reason = Needed("--reason", "Why.");
        var newHolder = Needed("--holder", "Who holds it from now on.");
        var newEmail = Needed("--email", "That person's work address.");

        return new Command("account", "Say who has access: list, issue, renew, hand over and revoke accounts.")
        {
            Act(settings, "list", "List the accounts.", [], (_, work) => work.ListAsync()),
            Act(settings, "issue", "Issue an account.", [Id, name, role, email, unit, official, until], (parsed, work) =>
                work.IssueAsync(parsed.GetRequiredValue(Id), parsed.GetRequiredValue(role), parsed.GetRequiredValue(name),
                    parsed.GetValue(email), parsed.GetValue(unit), parsed.GetValue(official), parsed.GetValue(until))),
            Act(settings, "renew", "Give an account another last day.", [Id, until], (parsed, work) =>
                work.RenewAsync(parsed.GetRequiredValue(Id), parsed.GetValue(until))),
            Act(settings, "hand-over", "Give an account to another person.", [Id, newHolder, newEmail], (parsed, work) =>
                work.HandOverAsync(
                    parsed.GetRequiredValue(Id), parsed.GetRequiredValue(newHolder), parsed.GetRequiredValue(newEmail))),
            Act(settings, "revoke", "End an account for good.", [Id, reason], (parsed, work) =>
                work.RevokeAsync(parsed.GetRequiredValue(Id), parsed.GetRequiredValue(reason))),
            Act(settings, "issue-key", "Give a key to a system; it is printed once.", [Id, KeyId], (parsed, work) =>
                work.IssueKeyAsync(parsed.GetRequiredValue(Id), parsed.GetRequiredValue(KeyId))),
            Act(settings, "revoke-key", "Revoke a key.", [Id, KeyId], (parsed, work) =>
                work.RevokeKeyAsync(parsed.GetRequiredValue(Id), parsed.GetRequiredValue(KeyId))),
        };
    }

    private static Option<string> Needed(string name, string description) =>
        new(name) { Description = description, HelpName = "TEXT", Required = true };

    private static Option<string?> Text(string name, string description) => new(name) { Description = description, HelpName = "TEXT" };

    private static Command Act(
        IReadOnlyDictionary<string, string?> settings, string name, string description, Symbol[] parts,
        Func<ParseResult, AccountWork, Task<int>> act)
    {
        var by = new Option<string>("--by") { Description = "Who does it.", HelpName = "NAME", Required = true };
        var data = ServerOption.Data();
        data.Description = "A data folder that no server has open; .rectify unless told.";
        var command = new Command(name, description) { data };
        foreach (var argument in parts.OfType<Argument>()) command.Add(argument);
        foreach (var option in parts.OfType<Option>()) command.Add(option);
        if (name != "list") command.Add(by);
        command.SetAction((parsed, cancellation) => RunAsync(
            new ServerOptions(null, parsed.GetValue(data), null, settings), name == "list" ? "" : parsed.GetRequiredValue(by),
            TimeProvider.System, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error,
            work => act(parsed, work), cancellation));
        return command;
    }

    // Exit code: 0 when it was done, 1 when it is refused, 2 when the storage cannot be used.
    private static async Task<int> RunAsync(
        ServerOptions options, string by, TimeProvider clock, TextWriter output, TextWriter errors, Func<AccountWork, Task<int>> act,
        CancellationToken cancellation)
    {
        try
        {
            var configuration = OfficeServer.CreateBuilder(options).Configuration;
            if (StorageChoice.TablesOf(configuration) is { } tables)
            {
                var store = TablesStore.Open(tables);
                return await act(new AccountWork(
                    new TablesAccountStore(store), new TablesRegisterStore(store), clock, $"server:{by.Trim()}", output, errors,
                    cancellation));
            }

            var folder = RectifyApp.DataDirectory(configuration);
            var file = Path.Combine(folder, "ledger.db");
            if (!File.Exists(file))
            {
                errors.WriteLine($"{file} does not exist.");
                return 2;
            }

            await using var claim = new FileStream(Path.Combine(folder, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite,
                FileShare.None);
            using var database = SqliteDatabase.Open(file);
            return await act(new AccountWork(
                new SqliteAccountStore(database), new SqliteRegisterStore(database), clock, $"server:{by.Trim()}", output, errors,
                cancellation));
        }
        catch (Exception unusable) when (unusable is TablesException or SqliteFileException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(unusable.Message);
            return 2;
        }
    }
}
