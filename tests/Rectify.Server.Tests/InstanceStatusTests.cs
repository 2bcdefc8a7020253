using System.Net;
using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Durable.Sqlite;
using Rectify.Server.SampleApp;

namespace Rectify.Server.Tests;

public class InstanceStatusTests
{
    private const string Route = "/runtime/webhooks/durabletask/instances/";

    [Fact]
    public async Task The_status_of_an_instance_is_read_with_the_master_key_and_with_no_other()
    {
        using var folder = new TemporaryFolder();
        await using var host = await TestHost.StartAsync(
            folder.Path, ["--clock", "2026-03-30T01:00:00Z", "--Host:MasterKey", "master", "--Host:FunctionKey", "function"],
            typeof(Waiter));
        var client = host.Services.GetRequiredService<DurableEngine>().Client;
        var cancellation = TestContext.Current.CancellationToken;
        await client.ScheduleNewOrchestrationInstanceAsync("Waiter", "input", new StartOrchestrationOptions("w-1"), cancellation);
        await host.Clock.WhenIdleAsync(cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.GetAsync($"{Route}w-1")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.GetAsync($"{Route}w-1?code=function")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync($"{Route}w-2?code=master")).StatusCode);

        var running = await host.GetAsync($"{Route}w-1?code=master");
        Assert.Equal(HttpStatusCode.Accepted, running.StatusCode);
        Assert.Equal(
            """{"name":"Waiter","instanceId":"w-1","runtimeStatus":"Running","input":"input","customStatus":{"step":"waiting"}"""
            + ""","output":null,"createdTime":"2026-03-30T01:00:00Z","lastUpdatedTime":"2026-03-30T01:00:00Z"}""",
            await running.Content.ReadAsStringAsync(cancellation));

        await client.RaiseEventAsync("w-1", "go", "done", cancellation);
        await host.Clock.WhenIdleAsync(cancellation);
        var ended = await host.GetAsync($"{Route}w-1?code=master&showInput=false");
        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        var status = JsonElement.Parse(await ended.Content.ReadAsStringAsync(cancellation));
        Assert.Equal("Completed", status.GetProperty("runtimeStatus").GetString());
        Assert.Equal("done", status.GetProperty("output").GetString());
        Assert.Equal(JsonValueKind.Null, status.GetProperty("input").ValueKind);
    }
}
