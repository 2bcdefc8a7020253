using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Rectify.Domain;
using Rectify.Office.Access;
using Rectify.Office.Observability;

namespace Rectify.Functions.Tests.Infrastructure;

/// <summary>infra/ holds together: it compiles, gives no secret away, and speaks of what the app really has.</summary>
public partial class TemplateTests(CompiledTemplate compiled) : IClassFixture<CompiledTemplate>
{
    private static readonly string[] Modules =
        [.. Directory.GetFiles(Repository.PathOf("infra"), "*.bicep", SearchOption.AllDirectories).Order()];

    [Fact]
    public void The_template_compiles_without_a_warning_and_no_output_is_a_secret()
    {
        var templates = compiled.Templates;
        Assert.True(templates.Count >= 9, $"only {templates.Count} templates were found");
        foreach (var outputs in templates.SelectMany(
            one => one.TryGetProperty("outputs", out var found) ? [found] : Array.Empty<JsonElement>()))
        {
            Assert.All(outputs.EnumerateObject(), output =>
            {
                Assert.DoesNotContain("secure", output.Value.GetProperty("type").GetString()!, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotMatch("(?i)listKeys|list[A-Z]\\w*\\(|password|officerKey|settings",
                    output.Value.GetProperty("value").GetString()!);
            });
        }
    }

    [Fact]
    public void Every_parameter_of_the_template_is_given_from_the_environment()
    {
        var given = JsonElement.Parse(Repository.Text("infra/main.parameters.json")).GetProperty("parameters").EnumerateObject().Select(
            parameter => parameter.Name);
        var asked = Parameter().Matches(Repository.Text("infra/main.bicep")).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(asked.Order(), given.Order());

        var guide = Repository.Text("docs/deploy.md");
        Assert.All(
            Variable().Matches(Repository.Text("infra/main.parameters.json")).Select(match => match.Groups[1].Value),
            variable => Assert.Contains(variable, guide, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_setting_that_the_app_is_given_is_explained()
    {
        var given =
            Modules.SelectMany(module => Setting().Matches(File.ReadAllText(module))).Select(match => match.Groups[1].Value).Distinct()
                .ToList();
        Assert.Contains("Office__BaseAddress", given);
        Assert.Contains("TASKHUB_NAME", given);
        Assert.Empty(given.Except(SettingsTests.Explained()));
    }

    [Fact]
    public void Alerts_ask_for_what_the_app_measures()
    {
        var measured =
            typeof(Signals).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(
                field => (string)field.GetRawConstantValue()!).ToHashSet();
        var asked =
            Measure().Matches(Repository.Text("infra/modules/alerts.bicep")).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.True(asked.Count >= 5, string.Join(", ", asked));
        Assert.Empty(asked.Except(measured));
    }

    [Fact]
    public void The_roles_of_the_sign_in_are_the_roles_of_the_app()
    {
        var roles = JsonElement.Parse(Repository.Text("infra/sign-in/app-roles.json")).EnumerateArray().Select(
            role => role.GetProperty("value").GetString());
        // A leader's cases are those of a person of the register, whom an account names and a role does not.
        Assert.Equal(Enum.GetValues<Role>().Where(role => role != Role.Leader).Select(WireName.Of), roles);
    }

    [Fact]
    public void No_module_comes_from_a_registry_and_no_storage_takes_keys()
    {
        Assert.All(Modules, module => Assert.DoesNotContain("'br", File.ReadAllText(module), StringComparison.Ordinal));
        var accounts =
            Modules.Where(module => File.ReadAllText(module).Contains("'Microsoft.Storage/storageAccounts@", StringComparison.Ordinal))
                .ToList();
        Assert.NotEmpty(accounts);
        Assert.All(accounts, module => Assert.Contains("allowSharedKeyAccess: false", File.ReadAllText(module), StringComparison.Ordinal));
    }

    [GeneratedRegex("^param (\\w+) ", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    [GeneratedRegex("\\$\\{([A-Z_]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    // Names of app settings have two underscores or are capitals throughout; names of ARM have neither.
    [GeneratedRegex("\\b([A-Z][A-Za-z]+(?:__[A-Za-z]+)+|[A-Z]+(?:_[A-Z]+)+):", RegexOptions.CultureInvariant)]
    private static partial Regex Setting();

    [GeneratedRegex("\"(rectify\\.[a-z.]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Measure();
}
