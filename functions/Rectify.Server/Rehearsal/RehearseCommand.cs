using System.CommandLine;
using Rectify.Server.CommandLine;

namespace Rectify.Server.Rehearsal;

/// <summary><c>rehearse [FILE] [--data DIR]</c>: plays a case in virtual time and prints what happened.</summary>
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
        var command = new Command("rehearse", "Play a case in virtual time and print what happens.") { file, data };
        command.SetAction((parsed, _) => RunAsync(
            parsed.GetValue(file), parsed.GetValue(data), settings, parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return command;
    }

    /// <summary>Exit code: 0 when the case was played, 1 when a request was refused, 2 when the scenario cannot be read.</summary>
    public static async Task<int> RunAsync(
        string? file, string? data, IReadOnlyDictionary<string, string?> settings, TextWriter output, TextWriter errors)
    {
        try
        {
            var scenario = file is null ? Scenario.Shipped() : Scenario.Parse(await File.ReadAllTextAsync(file));
            return await PlayAsync(scenario, data, settings, output, errors);
        }
        catch (Exception unreadable) when (unreadable is FormatException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"The scenario {file} cannot be played: {unreadable.Message}");
            return 2;
        }
    }

    private static async Task<int> PlayAsync(
        Scenario scenario, string? data, IReadOnlyDictionary<string, string?> settings, TextWriter output, TextWriter errors)
    {
        var directory = data ?? Directory.CreateTempSubdirectory("rectify-rehearsal-").FullName;
        try
        {
            await using var stage = await Stage.OpenAsync(directory, scenario.Calls[0].Instant, settings);
            var refusal = await new Play(stage, new RehearsalTimeline(output)).RunAsync(scenario);
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
