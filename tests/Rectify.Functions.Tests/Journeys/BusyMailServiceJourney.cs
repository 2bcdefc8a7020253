using Microsoft.DurableTask.Client;
using Rectify.Functions.Tests.Notices.Acs;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>
/// The whole app with a mail service that has enough: the case waits in its orchestration, and no mail is lost or doubled.
/// </summary>
public class BusyMailServiceJourney
{
    [Fact]
    public async Task Mails_wait_as_long_as_the_mail_service_asks_and_go_out_once()
    {
        await using var server = await AcsServer.StartAsync();
        var taken = 0;
        server.OnSend = (http, request) =>
            Interlocked.Increment(ref taken) is 3 ? AcsServer.RefuseAsync(http, 429, "TooManyRequests", "600")
                : server.TakeAsync(http, request);
        await using var app = await App.StartAsync(
            "2026-03-30 09:30", "--Mail__Acs", server.ConnectionString, "--Mail__Sender", "office@yongjia.example");

        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.SettleAsync();
        Assert.Equal(2, server.Operations.Count);
        Assert.Equal(3, server.Requests.Count);

        await app.AdvanceAsync("2026-03-30 09:39");
        Assert.Equal(3, server.Requests.Count);

        await app.AdvanceAsync("2026-03-30 09:40");
        Assert.Equal(5, server.Operations.Count);
        Assert.Equal(6, server.Requests.Count);
        Assert.Equal(
            OrchestrationRuntimeStatus.Running,
            (await app.Durable.GetInstanceAsync($"case-{caseId}", TestContext.Current.CancellationToken))!.RuntimeStatus);
        Assert.Empty(app.Mails());
    }
}
