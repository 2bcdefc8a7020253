using System.CommandLine;
using Rectify.Office.Consultations;

namespace Rectify.Server.Proofs;

/// <summary>
/// <c>check-annex FILE</c>: says whether the annex of a reply, entries and a root fit each other. It needs no data folder.
/// </summary>
internal static class CheckAnnexCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The annex (JSON).", HelpName = "FILE" };
        var hash = new Option<string>("--hash") { Description = "The SHA-256 in the printed reply." };
        var entries = new Option<string>("--entries") { Description = "Entries of the ledger, as they are exported (JSONL)." };
        var root = new Option<string>("--root") { Description = "A root that was kept elsewhere." };
        var command = new Command("check-annex", "Say whether the annex of a reply, entries and a root fit each other.")
        {
            file, hash, entries, root,
        };
        command.SetAction((parsed, _) => RunAsync(
            parsed.GetRequiredValue(file), parsed.GetValue(hash), parsed.GetValue(entries), parsed.GetValue(root),
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    /// <summary>Exit code: 0 when all fits, 1 when something does not, 2 when a file cannot be read.</summary>
    public static async Task<int> RunAsync(
        string file, string? hash, string? entries, string? root, TextWriter output, TextWriter errors)
    {
        try
        {
            var found = AnnexCheck.Of(
                await File.ReadAllBytesAsync(file), hash?.Trim().ToLowerInvariant(),
                entries is null ? null : await File.ReadAllTextAsync(entries), root?.Trim().ToLowerInvariant());
            foreach (var mismatch in found) output.WriteLine(mismatch.Sentence);
            if (hash is null) output.WriteLine("Not compared with the printed reply (--hash): the words of the annex are not checked.");
            if (entries is null) output.WriteLine("Not compared with the entries of the ledger (--entries).");
            if (root is null) output.WriteLine("Not compared with a root that was kept elsewhere (--root).");
            output.WriteLine(found.Count == 0 ? "Fits." : "Does not fit.");
            return found.Count == 0 ? 0 : 1;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(unreadable.Message);
            return 2;
        }
    }
}
