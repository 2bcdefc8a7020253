using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rectify.Server.SampleApp;

namespace Rectify.Server.Tests;

public sealed class FunctionClassTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_invocation_has_its_own_object_and_its_own_scope()
    {
        var builder = TestHost.Builder(folder.Path, [], typeof(ScopedFunctions));
        var scoped = new List<Scoped>();
        builder.Services.AddSingleton(scoped).AddScoped<Scoped>();
        await using var host = await TestHost.StartAsync(builder);

        using var first = await host.GetAsync("/api/once");
        using var second = await host.GetAsync("/api/once");

        Assert.Equal(2, scoped.Distinct().Count());
        Assert.All(scoped, dependency => Assert.Equal(1, dependency.Uses));
        await Task.WhenAll(scoped.Select(dependency => dependency.Disposed.Task));
    }

    [Fact]
    public async Task A_function_that_runs_when_the_host_stops_is_asked_to_end_and_its_answer_is_sent()
    {
        var builder = TestHost.Builder(folder.Path, [], typeof(ScopedFunctions));
        builder.Services.AddSingleton(new List<Scoped>()).AddScoped<Scoped>();
        builder.Services.AddSingleton<Waiting>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(2));
        await using var host = await TestHost.StartAsync(builder);
        var running = host.GetAsync("/api/wait");
        await host.Services.GetRequiredService<Waiting>().Began.Task;

        await host.StopAsync();

        using var answer = await running;
        Assert.Equal("asked to end", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
