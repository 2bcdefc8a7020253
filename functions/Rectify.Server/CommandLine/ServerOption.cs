using System.CommandLine;

namespace Rectify.Server.CommandLine;

/// <summary>The options of the command line that run the office.</summary>
internal static class ServerOption
{
    public static Option<string?> Data()
    {
        var option = new Option<string?>("--data") { Description = "The data folder; .rectify unless told.", HelpName = "DIR" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }]) result.AddError("The argument --data is the path of a folder; got ''.");
        });
        return option;
    }

    public static Option<string?> Urls()
    {
        var option = new Option<string?>("--urls")
        {
            Description = "Where to listen instead, with ; between several addresses.",
            HelpName = "URLS",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var urls }] && ListenAddresses.Problem(urls) is { } problem) result.AddError(problem);
        });
        return option;
    }

    public static Option<DateTimeOffset?> Clock() => new("--clock")
    {
        Description = "A clock that stands still until it is moved, from an instant such as 2026-03-30T00:00:00Z.",
        HelpName = "INSTANT",
        CustomParser = result =>
        {
            if (result.Tokens is not [{ Value: var text }]) return null;

            // Tokens count from 1970, and schedules are computed years ahead, which must stay before the year 9999.
            if (Instant.TryParse(text, out var instant) && instant.Year is >= 1970 and < 9000) return instant;

            result.AddError(
                $"The argument --clock is an instant with an offset, such as 2026-03-30T00:00:00Z, from 1970 to 8999; got '{text}'.");
            return null;
        },
    };
}
