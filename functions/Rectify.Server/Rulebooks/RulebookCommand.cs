using System.CommandLine;
using System.Text;
using Rectify.Domain.Calendar;
using Rectify.Domain.Rulebooks;
using Rectify.Office.RulebookChanges;
using Rectify.Office.Rulebooks;

namespace Rectify.Server.Rulebooks;

/// <summary>
/// <c>rulebook check FILE</c>: says everything that is wrong with a rulebook, or what is different from the shipped one in force.
/// </summary>
internal static class RulebookCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The JSON of a rulebook.", HelpName = "FILE" };
        var check = new Command("check", "Say everything that is wrong with a rulebook, or what is different in it.") { file };
        check.SetAction((parsed, _) => CheckAsync(
            parsed.GetRequiredValue(file), TimeProvider.System, parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return new Command("rulebook", "Work on the rulebook of an office before it is loaded.") { check };
    }

    /// <summary>Exit code: 0 for a rulebook that can be loaded, 1 for one with problems, 2 when the file cannot be read.</summary>
    public static async Task<int> CheckAsync(string file, TimeProvider clock, TextWriter output, TextWriter errors)
    {
        switch (await ReadAsync(file, errors))
        {
            case null:
                return 2;
            case RulebookReading.Refused(var problems):
                foreach (var problem in problems) output.WriteLine($"{problem.Path}: {problem.Sentence}");
                output.WriteLine(problems.Count == 1 ? "1 problem." : FormattableString.Invariant($"{problems.Count} problems."));
                return 1;
            case RulebookReading.Readable(var rulebook):
                Compare(rulebook, clock, output);
                return 0;
            case var other:
                throw new System.Diagnostics.UnreachableException(other.ToString());
        }
    }

    /// <summary>The rulebook in a file, or what is wrong with it; null when the file cannot be read, which is told.</summary>
    public static async Task<RulebookReading?> ReadAsync(string file, TextWriter errors)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(await File.ReadAllBytesAsync(file));
            var reading = RulebookUpload.Read(null, text, [.. RulebookCatalog.Shipped.Rulebooks.Select(rulebook => rulebook.Id)]);
            return reading is RulebookReading.Readable({ Id: var id }) && RulebookCatalog.Shipped.Find(id) is not null
                ? new RulebookReading.Refused([new("id", id, RulebookChangeMessages.IdTaken.With(id))])
                : reading;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            errors.WriteLine($"The rulebook {file} cannot be read: {unreadable.Message}");
            return null;
        }
    }

    private static void Compare(Rulebook rulebook, TimeProvider clock, TextWriter output)
    {
        output.WriteLine($"{rulebook.Id} can be loaded. SHA-256 of what it says: {RulebookHash.Of(rulebook)}");
        if (RulebookCatalog.Shipped.InForceOn(LocalDay.Of(clock.GetUtcNow())) is not { } shipped) return;

        var differences = RulebookDifference.Between(shipped, rulebook);
        output.WriteLine(differences.Count == 0 ? $"It says the same as {shipped.Id}." : $"What is different from {shipped.Id}:");
        foreach (var (path, label, before, after) in differences)
            output.WriteLine($"{path} ({label.English}): {before?.English ?? "-"} -> {after?.English ?? "-"}");
    }
}
