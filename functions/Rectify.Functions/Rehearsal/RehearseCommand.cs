namespace Rectify.Functions.Rehearsal;

/// <summary><c>rehearse [FILE] [--data DIR]</c>: plays a case in virtual time and prints what happened.</summary>
internal static class RehearseCommand
{
    internal const string Usage = "rehearse [FILE] [--data DIR]   FILE: a scenario; without it, the one that comes with the product";

    /// <summary>Exit code: 0 when the case was played, 1 when a request of it was refused, 2 when it cannot be read.</summary>
    public static async Task<int> RunAsync(string[] options, TextWriter output, TextWriter errors)
    {
        if (Parse(options) is not var (file, data))
        {
            errors.WriteLine(Usage);
            return 2;
        }

        try
        {
            var scenario = file is null ? Scenario.Shipped() : Scenario.Parse(await File.ReadAllTextAsync(file));
            return await PlayAsync(scenario, data, output, errors);
        }
        catch (Exception unreadable) when (unreadable is FormatException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"The scenario {file} cannot be played: {unreadable.Message}");
            return 2;
        }
    }

    private static async Task<int> PlayAsync(Scenario scenario, string? data, TextWriter output, TextWriter errors)
    {
        var directory = data ?? Directory.CreateTempSubdirectory("rectify-rehearsal-").FullName;
        try
        {
            await using var stage = await Stage.OpenAsync(directory, scenario.Calls[0].Instant);
            var refusal = await new Play(stage, new Timeline(output)).RunAsync(scenario);
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

    private static (string? File, string? Data)? Parse(string[] options) => options switch
    {
        [] => (null, null),
        ["--data", var data] => (null, data),
        [var file] when !file.StartsWith('-') => (file, null),
        [var file, "--data", var data] when !file.StartsWith('-') => (file, data),
        _ => null,
    };
}
