using System.Text.Json;
using Rectify.Server.Functions;

namespace Rectify.Functions.Tests;

/// <summary>The server reads what Azure reads.</summary>
public class GeneratedFunctionsTests
{
    [Fact]
    public async Task The_provider_that_the_build_generated_tells_the_functions_that_it_wrote_into_the_folder()
    {
        var written =
            JsonElement.Parse(
                await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "functions.metadata"),
                    TestContext.Current.CancellationToken));

        var told = await GeneratedFunctions.Of(typeof(RectifyApp).Assembly).GetFunctionMetadataAsync(AppContext.BaseDirectory);

        Assert.Equal(
            written.EnumerateArray().Select(one =>
                $"{one.GetProperty("name")} {one.GetProperty("entryPoint")} {Trigger(one.GetProperty("bindings").EnumerateArray())}")
                .Order(),
            told.Select(one => $"{one.Name} {one.EntryPoint} {Trigger(one.RawBindings!.Select(binding => JsonElement.Parse(binding)))}")
                .Order());
    }

    private static string Trigger(IEnumerable<JsonElement> bindings)
    {
        var trigger = bindings.Single(binding => binding.GetProperty("type").GetString()!.EndsWith("Trigger", StringComparison.Ordinal));
        return string.Join(' ', new[] { "type", "name", "authLevel", "methods", "route", "schedule", "runOnStartup", "useMonitor" }
            .Select(member => trigger.TryGetProperty(member, out var value) ? Compact(value) : ""));
    }

    private static string Compact(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? string.Join(',', value.EnumerateArray())
        : value.ToString();
}
