using System.Diagnostics;

namespace Rectify.Functions.Tests.Infrastructure;

/// <summary>What the compiled template gives the app.</summary>
public sealed class DeploymentTests(CompiledTemplate compiled) : IClassFixture<CompiledTemplate>
{
    [Fact]
    public void Every_setting_of_the_app_can_be_given_by_a_parameter_and_so_survives_the_next_deployment()
    {
        var template = compiled.Text;
        // On Azure the ledger lies in tables, so that no folder can be chosen.
        var settable =
            SettingsTests.Explained("## The app").Concat(SettingsTests.Explained("## Mail")).Except(["Data__Directory"]).ToList();
        Assert.Contains("Access__Keys__n__Key", settable);
        Assert.All(settable, setting => Assert.Contains(
            setting.Replace("__n__", "__{0}__", StringComparison.Ordinal), template, StringComparison.Ordinal));
    }

    [Fact]
    public void Queues_are_asked_every_ten_seconds_and_one_instance_waits_for_orchestrations()
    {
        Assert.Equal(1, compiled.Default("alwaysReadyDurable").GetInt32());
        var scale = compiled.Single("Microsoft.Web/sites").GetProperty("properties").GetProperty("functionAppConfig")
            .GetProperty("scaleAndConcurrency").GetProperty("alwaysReady").GetString();
        Assert.Contains(
            "createObject('name', 'durable', 'instanceCount', parameters('alwaysReadyDurable'))", scale, StringComparison.Ordinal);
        Assert.Contains(
            "createObject('AzureFunctionsJobHost__extensions__durableTask__storageProvider__maxQueuePollingInterval', '00:00:10')",
            compiled.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'ASPNETCORE_FORWARDEDHEADERS_ENABLED', 'true'")]
    [InlineData("'AzureWebJobsDisableHomepage', 'true'")]
    public void The_app_sees_https_and_answers_the_empty_address_itself(string setting) =>
        Assert.Contains(setting, compiled.Text, StringComparison.Ordinal);

    [Fact]
    public void A_new_domain_sends_as_DoNotReply_and_another_sender_is_made_only_when_it_is_asked_for()
    {
        Assert.Equal("DoNotReply", compiled.Default("mailSenderName").GetString());
        Assert.Contains("'DoNotReply'",
            compiled.Single("Microsoft.Communication/emailServices/domains/senderUsernames").GetProperty("condition").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_identity_may_send_mails_and_nothing_more_of_Communication_Services()
    {
        var permission = compiled.Single("Microsoft.Authorization/roleDefinitions").GetProperty("properties").GetProperty("permissions")[0];
        Assert.Equal(
            [
                "Microsoft.Communication/CommunicationServices/Read", "Microsoft.Communication/CommunicationServices/Write",
                "Microsoft.Communication/EmailServices/Write",
            ],
            permission.GetProperty("actions").EnumerateArray().Select(action => action.GetString()));
        Assert.DoesNotContain("09976791-48a7-449e-bb21-39d1a415f350", compiled.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_vault_is_named_since_no_secret_lies_in_one() =>
        Assert.DoesNotContain("keyVault", compiled.Text, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Readiness_is_asked_from_outside_and_a_budget_tells_of_its_end()
    {
        var test = compiled.Single("Microsoft.Insights/webtests").GetProperty("properties");
        Assert.Contains("/api/health/ready", test.GetProperty("Request").GetProperty("RequestUrl").GetString(), StringComparison.Ordinal);
        Assert.Contains("WebtestLocationAvailabilityCriteria", compiled.Text, StringComparison.Ordinal);
        Assert.True(compiled.Single("Microsoft.Consumption/budgets").GetProperty("properties").TryGetProperty("notifications", out _));
    }

    [Theory]
    [InlineData(null, "Storage")]
    [InlineData("storage", "Storage")]
    [InlineData("scheduler", "Scheduler")]
    public void The_one_switch_of_the_backend_reaches_the_build(string? chosen, string backend)
    {
        var folder = Directory.CreateTempSubdirectory("rectify-hook-");
        try
        {
            Assert.Equal(0, Hook(folder.FullName, chosen));
            Assert.Contains($"<DurableBackend>{backend}</DurableBackend>",
                File.ReadAllText(Path.Combine(folder.FullName, "obj", "Rectify.Functions.csproj.backend.props")), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Another_backend_stops_the_deployment()
    {
        var folder = Directory.CreateTempSubdirectory("rectify-hook-");
        Assert.Equal(1, Hook(folder.FullName, "Netherite"));
        folder.Delete(recursive: true);
    }

    private static int Hook(string folder, string? chosen)
    {
        var start = new ProcessStartInfo("sh", [Repository.PathOf("infra/hooks/prepackage.sh")]) { WorkingDirectory = folder };
        start.Environment["RECTIFY_DURABLE_BACKEND"] = chosen;
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
