using System.Diagnostics;
using System.Text.Json;

namespace Rectify.Functions.Tests.Infrastructure;

/// <summary>infra/main.bicep, compiled once for the tests of a class.</summary>
/// <remarks>
/// The Bicep CLI is a large download: RECTIFY_BICEP says where it is (.ci/bicep prints it), and CI always does. Without it the tests that
/// read the template are skipped.
/// </remarks>
public sealed class CompiledTemplate : IAsyncLifetime
{
    private string? text;
    private JsonDocument? document;

    /// <summary>All of it, as JSON.</summary>
    public string Text
    {
        get
        {
            if (text is not null) return text;
            Assert.True(Environment.GetEnvironmentVariable("CI") != "true",
                "RECTIFY_BICEP is not set: .ci/bicep restores the Bicep CLI and prints where it is.");
            Assert.Skip("RECTIFY_BICEP is not set; RECTIFY_BICEP=$(.ci/bicep) dotnet test runs this too.");
            return "";
        }
    }

    /// <summary>The template and those in it.</summary>
    public IReadOnlyList<JsonElement> Templates => [.. TemplatesIn(Root)];

    private JsonElement Root => (document ??= JsonDocument.Parse(Text)).RootElement;

    /// <summary>The default of a parameter of the main template.</summary>
    public JsonElement Default(string parameter) => Root.GetProperty("parameters").GetProperty(parameter).GetProperty("defaultValue");

    /// <summary>The one resource of a type, in whichever module.</summary>
    public JsonElement Single(string type) =>
        Templates.SelectMany(ResourcesOf).Single(resource => resource.GetProperty("type").ValueEquals(type));

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("RECTIFY_BICEP") is not { Length: > 0 } cli) return;

        var start =
            new ProcessStartInfo(cli, ["build", Repository.PathOf("infra/main.bicep"), "--stdout"])
            { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var cancellation = TestContext.Current.CancellationToken;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
        Assert.Equal((0, ""), (process.ExitCode, await error));
        text = await output;
    }

    public ValueTask DisposeAsync()
    {
        document?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static IEnumerable<JsonElement> ResourcesOf(JsonElement template)
    {
        var resources = template.GetProperty("resources");
        return resources.ValueKind == JsonValueKind.Array ? resources.EnumerateArray()
            : resources.EnumerateObject().Select(resource => resource.Value);
    }

    private static IEnumerable<JsonElement> TemplatesIn(JsonElement template)
    {
        yield return template;
        foreach (var nested in ResourcesOf(template).Where(one => one.GetProperty("type").ValueEquals("Microsoft.Resources/deployments")))
        {
            foreach (var inner in TemplatesIn(nested.GetProperty("properties").GetProperty("template"))) yield return inner;
        }
    }
}
