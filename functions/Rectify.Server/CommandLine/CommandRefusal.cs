using System.CommandLine;
using System.CommandLine.Parsing;
using Rectify.Server.Settings;

namespace Rectify.Server.CommandLine;

/// <summary>What is wrong with a command line, in one sentence.</summary>
internal static class CommandRefusal
{
    /// <summary>What is wrong; null when nothing is.</summary>
    public static string? Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var arguments = parsed.CommandResult.Children.OfType<ArgumentResult>();
        var taken = arguments.SelectMany(argument => argument.Tokens).Select(token => token.Value);
        if (taken.Concat(parsed.UnmatchedTokens).FirstOrDefault(token => token.StartsWith('-')) is { } option)
        {
            var options = command.Options.Select(known => known.Name);
            return $"There is no option {option.Split('=')[0]}; the nearest is {NearestName.Of(option.Split('=')[0], options)}.";
        }

        // The parser takes the next argument as the value of an option, even when it is an option itself.
        var given = parsed.CommandResult.Children.OfType<OptionResult>();
        if (given.FirstOrDefault(result => result.Tokens is [{ Value: ['-', '-', ..] }]) is { Option: var hungry })
        {
            return $"The argument {hungry.Name} needs a value.";
        }

        var before = parsed.CommandResult.Parent is CommandResult outer ? outer.Children.OfType<OptionResult>() : [];
        if (before.FirstOrDefault(result => result.IdentifierToken is not null && !result.Option.Recursive) is { Option: var misplaced })
        {
            return $"The option {misplaced.Name} stands before the command {command.Name}, which does not see it there.";
        }

        if (parsed.UnmatchedTokens is [var unknown, ..])
        {
            return Unknown(unknown, command);
        }

        return parsed.Errors switch
        {
            [] => null,
            [{ SymbolResult: OptionResult { IdentifierToken: not null, Tokens.Count: 0, Option: var incomplete } }, ..] =>
                $"The argument {incomplete.Name} needs a value.",
            _ when Missing(parsed, command) is { Count: > 0 } missing =>
                $"The command {command.Name} needs {string.Join(" and ", missing)}; --help tells more.",
            [var other, ..] => other.Message,
        };
    }

    private static string Unknown(string written, Command command)
    {
        var known = command.Subcommands.Select(sub => sub.Name).ToList();
        return known.Count > 0
            ? $"There is no command {written}; the nearest is {NearestName.Of(written, known)}."
            : $"The command {command.Name} takes nothing more; got {written}.";
    }

    private static IReadOnlyList<string> Missing(ParseResult parsed, Command command) =>
    [
        .. from argument in command.Arguments
           where argument.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(argument)?.Tokens is not { Count: > 0 }
           select argument.HelpName ?? argument.Name,
        .. from option in command.Options
           where option.Required && parsed.GetResult(option) is not { Tokens.Count: > 0 }
           select option.Name,
    ];
}
