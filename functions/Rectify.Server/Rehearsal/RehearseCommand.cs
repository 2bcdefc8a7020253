using System.CommandLine;
using Rectify.Server.CommandLine;
using Rectify.Server.Rulebooks;

namespace Rectify.Server.Rehearsal;

/// <summary><c>rehearse [FILE] [--data DIR] [--rulebook FILE]</c>: plays a case in virtual time and prints what happened.</summary>
internal static class RehearseCommand
{
    public static Command Create(IReadOnlyDictionary<string, string?> settings)
    {
        var file = new Argument<string?>("file")
        {
            Description = "A scenario; without it, the one that comes with the product.",
            HelpName = "FILE",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var data = ServerOption.Data();
        data.Description = "Keep ledger, orchestrations and mails in this folder; without it, nothing is kept.";
        var rulebook = new Option<string?>("--rulebook")
        {
            Description = "Play it under the rulebook in this file.",
            HelpName = "FILE",
        };
        var command = new Command("rehearse", "Play a case in virtual time and print what happens.") { file, data, rulebook };
        command.SetAction((parsed, _) => RunAsync(
            parsed.GetValue(file), parsed.GetValue(data), settings, parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error, parsed.GetValue(rulebook)));
        return command;
    }

    /// <summary>Exit code: 0 when the case was played, 1 when a request was refused, 2 when the scenario cannot be read.</summary>
    public static async Task<int> RunAsync(
        string? file, string? data, IReadOnlyDictionary<string, string?> settings, TextWriter output, TextWriter errors,
        string? rulebook = null)
    {
        try
        {
            var scenario = file is null ? Scenario.Shipped() : Scenario.Parse(await File.ReadAllTextAsync(file));
            if (rulebook is not null && await RulebookCommand.CheckAsync(rulebook, TimeProvider.System, TextWriter.Null, errors) is not 0)
                return await RulebookCommand.CheckAsync(rulebook, TimeProvider.System, errors, TextWriter.Null);
            return await PlayAsync(scenario, (data, rulebook), settings, output, errors);
        }
        catch (Exception unreadable) when (unreadable is FormatException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"The scenario {file} cannot be played: {unreadable.Message}");
            return 2;
        }
    }

    private static async Task<int> PlayAsync(
        Scenario scenario, (string? Data, string? Rulebook) options, IReadOnlyDictionary<string, string?> settings, TextWriter output,
        TextWriter errors)
    {
        var data = options.Data;
        var directory = data ?? Directory.CreateTempSubdirectory("rectify-rehearsal-").FullName;
        try
        {
            await using var stage = await Stage.OpenAsync(directory, scenario.Calls[0].Instant, settings);
            var refusal = options.Rulebook is { } rulebook ? await RehearsedRulebook.PutInForceAsync(stage, rulebook) : null;
            refusal ??= await new Play(stage, new RehearsalTimeline(output)).RunAsync(scenario);
            if (data is not null) output.WriteLine($"Ledger, orchestrations and mails: {Path.GetFullPath(data)}");
            if (refusal is null) return 0;

            errors.WriteLine(refusal);
            return 1;
        }
        finally
        {
            if (data is null) Directory.Delete(directory, recursive: true);
        }
    }
}
