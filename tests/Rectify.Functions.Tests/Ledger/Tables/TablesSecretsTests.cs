using System.Collections.Concurrent;
using Azure.Core.Diagnostics;
using Rectify.Functions.Tests.Journeys;
using Rectify.Storage.Tables;
using Rectify.Storage.Tables.Service;

namespace Rectify.Functions.Tests.Ledger.Tables;

/// <summary>The account's key and the mail server's password are in no log, no answer, no mail and no exception.</summary>
public class TablesSecretsTests
{
    private const string Password = "correct-horse-battery";

    private static string Key =>
        Azurite.ConnectionString.Split(';').Single(
            part => part.StartsWith("AccountKey=", StringComparison.Ordinal))["AccountKey=".Length..];

    private readonly ConcurrentQueue<string> said = new();

    [Fact]
    public async Task Secrets_stay_where_they_are_while_cases_run_and_when_nothing_can_be_reached()
    {
        using var listener = new AzureEventSourceListener((_, text) => said.Enqueue(text), System.Diagnostics.Tracing.EventLevel.LogAlways);
        var console = Console.Out;
        using var log = new StringWriter();
        Console.SetOut(TextWriter.Synchronized(log));
        try
        {
            // Nobody answers on port 9: mails cannot go out, and readiness says so.
            await using var app = await App.StartAsync(
                "2026-03-30 09:30",
                [.. Azurite.Settings(), "--Mail:Smtp:Host", "127.0.0.1", "--Mail:Smtp:Port", "9", "--Mail:Smtp:Tls", "none",
                    "--Mail:Smtp:User", "office", "--Mail:Smtp:Password", Password, "--Mail:Sender", "office@yongjia.example",
                    "--Logging:LogLevel:Default", "Trace"]);
            var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
            await app.SettleAsync();
            var ready = await app.WithoutKey.GetAsync("/api/health/ready", TestContext.Current.CancellationToken);
            Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, ready.StatusCode);
            said.Enqueue(await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            said.Enqueue((await app.GetAsync($"/api/notices?caseId={caseId}")).ToString());
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.NotEmpty(log.ToString());
        Assert.Contains(said, text => text.Contains("T", StringComparison.Ordinal) && text.Contains("Request", StringComparison.Ordinal));
        Assert.All([.. said, log.ToString()], CheckClean);
    }

    [Theory]
    [InlineData("the key of another account")]
    [InlineData("a key that is none")]
    [InlineData("no server there")]
    public void A_start_that_fails_tells_why_without_the_connection_string(string what)
    {
        var (wrong, storage) = what switch
        {
            "the key of another account" => (Convert.ToBase64String("another account"u8), Azurite.ConnectionString),
            "a key that is none" => ("not*base64", Azurite.ConnectionString),
            _ => (Key, "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=" + Key + ";TableEndpoint=http://127.0.0.1:9/a;"),
        };
        var options = new TablesOptions(storage.Replace(Key, wrong, StringComparison.Ordinal), Azurite.NewPrefix()) { Retries = 0 };

        var refused = Record.Exception(() => TablesStore.Open(options));
        Assert.IsType<TablesException>(refused);
        Assert.DoesNotContain(wrong, refused.ToString(), StringComparison.Ordinal);
    }

    private static void CheckClean(string text)
    {
        Assert.DoesNotContain(Key, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Signature=", text, StringComparison.Ordinal);
    }
}
