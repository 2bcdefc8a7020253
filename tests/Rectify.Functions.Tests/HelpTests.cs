using System.Text.RegularExpressions;
using Rectify.Functions.Tests.Infrastructure;

namespace Rectify.Functions.Tests;

public sealed partial class HelpTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    public void It_is_asked_for_as_everywhere(string argument) => Assert.True(Help.IsAskedIn([argument]));

    [Theory]
    [InlineData]
    [InlineData("rehearse", "help")]
    [InlineData("--data", "help")]
    public void Nothing_else_asks_for_it(params string[] arguments) => Assert.False(Help.IsAskedIn(arguments));

    [Fact]
    public void It_names_every_command_that_the_program_knows()
    {
        var program = File.ReadAllText(Repository.PathOf("functions/Rectify.Functions/Program.cs"));
        var commands = Command().Matches(program).Select(match => match.Groups[1].Value).ToList();

        Assert.Contains("rehearse", commands);
        Assert.All(commands, command => Assert.Matches($@"(?m)^  {command} ", Help.Text));
    }

    [GeneratedRegex("args is \\[\"([a-z-]+)\"")]
    private static partial Regex Command();
}
