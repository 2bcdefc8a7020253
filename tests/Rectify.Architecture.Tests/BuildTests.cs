using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Rectify.Domain.Cases;
using Rectify.Durable.Sqlite;
using Rectify.Functions;

namespace Rectify.Architecture.Tests;

/// <summary>What is compiled, once for every host, and what stands where.</summary>
public sealed class BuildTests
{
    private static readonly Assembly App = typeof(RectifyApp).Assembly;

    [Fact]
    public void The_domain_knows_the_framework_and_nothing_else()
    {
        var references = typeof(CaseState).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
        Assert.All(references, name => Assert.StartsWith("System", name));
    }

    [Fact]
    public void The_durable_store_knows_no_function_app() =>
        Assert.DoesNotContain(
            typeof(DurableEngine).Assembly.GetReferencedAssemblies(),
            reference => reference.Name!.StartsWith("Microsoft.Azure.Functions", StringComparison.Ordinal));

    [Fact]
    public void Nothing_is_compiled_for_one_host_only()
    {
        var source =
            Layers.Sources("functions", "*.cs").Concat(Layers.Sources("tests", "*.cs")).Concat(Layers.Sources("bench", "*.cs")).ToList();
        Assert.NotEmpty(source);
        Assert.All(source, file => Assert.False(Regex.IsMatch(File.ReadAllText(file), @"^\s*#\s*if\b", RegexOptions.Multiline), file));
        Assert.All(Layers.Sources("functions", "*.csproj"),
            file => Assert.DoesNotContain("Compile Remove", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Rectify.Functions.dll")]
    [InlineData("functions.metadata")]
    [InlineData("host.json")]
    public void The_server_runs_what_the_build_of_the_app_has_made(string file)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var made = Path.Combine("bin", output.Parent!.Name, output.Name, file);
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(Layers.Root, "functions", "Rectify.Functions", made)),
            File.ReadAllBytes(Path.Combine(Layers.Root, "functions", "Rectify.Server", made)));
    }

    [Fact]
    public void No_type_of_ours_stands_in_a_namespace_of_others() =>
        Assert.All(
            Layers.Sources("functions", "*.cs").Where(
                file =>
                    !file.Contains($"{Path.DirectorySeparatorChar}Azure.Communication.Email{Path.DirectorySeparatorChar}",
                        StringComparison.Ordinal)),
            file => Assert.All(
                Regex.Matches(File.ReadAllText(file), "^namespace ([A-Za-z.]+)", RegexOptions.Multiline),
                match => Assert.StartsWith("Rectify.", match.Groups[1].Value + ".", StringComparison.Ordinal)));

    [Fact]
    public void An_orchestrator_is_static_and_is_given_its_context_alone()
    {
        var orchestrators = App.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.GetParameters().Any(p => p.GetCustomAttribute<OrchestrationTriggerAttribute>() is not null)).ToList();

        Assert.NotEmpty(orchestrators);
        Assert.All(orchestrators,
            method => Assert.True(method is { IsStatic: true } && method.GetParameters().Length == 1, method.DeclaringType!.Name));
    }
}
