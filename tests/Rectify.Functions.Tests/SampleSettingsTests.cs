using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests;

public class SampleSettingsTests
{
    [Fact]
    public async Task The_app_starts_with_the_sample_settings_and_names_the_office_in_them()
    {
        var values =
            JsonElement.Parse(await File.ReadAllTextAsync(SampleFile(), TestContext.Current.CancellationToken)).GetProperty("Values");
        var office = values.GetProperty("Office__DocumentCode").GetString()!;
        string[] settings =
        [
            .. from value in values.EnumerateObject()
               where value.Name.StartsWith("Office__", StringComparison.Ordinal)
                   || value.Name.StartsWith("Mail__", StringComparison.Ordinal)
               from part in new[] { $"--{value.Name}", value.Value.GetString()! }
               select part,
        ];

        await using var app = await App.StartAsync("2026-03-30 09:00", settings);
        var body = App.Listing("2026-03-30", new { months = 6 });
        body.Remove("documentNumber");
        var response = await app.PostAsync("/api/listings", body);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Contains($"{office}〔2026〕1号", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await app.SettleAsync();
        Assert.Equal(5, app.Mails()["listing-notice"]);
    }

    private static string SampleFile([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "local.settings.sample.json");
}
