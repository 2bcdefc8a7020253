using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rectify.Durable.Sqlite;
using Rectify.Server.SampleApp;

namespace Rectify.Server.Tests;

public sealed class MiddlewareTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private ServerBuilder Builder() =>
        TestHost.Builder(folder.Path, ["--clock", "2026-03-30T00:00:00Z"], typeof(CalledFunctions));

    [Fact]
    public async Task A_middleware_that_answers_itself_keeps_the_function_from_running()
    {
        var builder = Builder();
        var calls = new List<string>();
        builder.Services.AddSingleton(calls);
        builder.UseWhen<Gate>(IsHttp);
        await using var host = await TestHost.StartAsync(builder);

        using var answer = await host.GetAsync("/api/hello");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("closed", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Empty(calls);
    }

    [Fact]
    public async Task A_middleware_for_http_functions_leaves_timers_alone()
    {
        var builder = Builder();
        var calls = new List<string>();
        builder.Services.AddSingleton(calls);
        builder.UseWhen<Gate>(IsHttp);
        await using var host = await TestHost.StartAsync(builder);

        await host.Clock.AdvanceToAsync(host.Clock.Now.AddHours(1), TestContext.Current.CancellationToken);

        Assert.Equal(["tick"], calls);
    }

    [Fact]
    public async Task Middleware_runs_in_the_order_it_was_added_and_may_look_at_the_function()
    {
        var builder = Builder();
        var calls = new List<string>();
        builder.Services.AddSingleton(calls);
        builder.UseMiddleware(async (context, next) =>
        {
            calls.Add($"outer {context.FunctionDefinition.Name} {context.FunctionDefinition.EntryPoint}");
            await next();
            calls.Add("outer end");
        });
        builder.UseMiddleware<Inner>();
        await using var host = await TestHost.StartAsync(builder);

        using var answer = await host.GetAsync("/api/hello");

        Assert.Equal(
            [$"outer Hello {typeof(CalledFunctions).FullName}.Hello", "inner", "hello", "outer end"], calls);
    }

    [Fact]
    public async Task Middleware_runs_around_orchestrators_and_activities_and_finds_no_request_there()
    {
        var builder = TestHost.Builder(folder.Path, ["--clock", "2026-03-30T00:00:00Z"], typeof(CaseFunctions));
        builder.Services.AddSingleton<SampleJournal>();
        var seen = new ConcurrentBag<string>();
        builder.UseMiddleware((context, next) =>
        {
            var function = context.FunctionDefinition;
            seen.Add($"{function.Name} {function.InputBindings.Values.First().Type} {context.GetHttpContext() is null}");
            return next();
        });
        await using var host = await TestHost.StartAsync(builder);

        await host.Services.GetRequiredService<DurableEngine>().Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(CaseFunctions.CaseOrchestrator), "c-1", TestContext.Current.CancellationToken);
        await host.Clock.AdvanceToAsync(host.Clock.Now.AddDays(11), TestContext.Current.CancellationToken);

        Assert.Equal(
            ["CaseOrchestrator orchestrationTrigger True", "Reconcile timerTrigger True", "Remind activityTrigger True"],
            seen.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_exception_in_middleware_is_an_empty_500()
    {
        var builder = Builder();
        builder.Services.AddSingleton(new List<string>());
        builder.UseMiddleware((context, next) => IsHttp(context) ? throw new InvalidDataException() : next());
        await using var host = await TestHost.StartAsync(builder);

        using var answer = await host.GetAsync("/api/hello");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public async Task The_first_middleware_of_the_app_already_sees_the_request()
    {
        var builder = TestHost.Builder(folder.Path, [], typeof(CalledFunctions));
        var seen = new List<string?>();
        builder.Services.AddSingleton(new List<string>());
        builder.UseMiddleware((context, next) =>
        {
            seen.Add(context.GetHttpContext()?.Request.Path);
            return next();
        });
        await using var host = await TestHost.StartAsync(builder);

        using var answer = await host.GetAsync("/api/hello");

        Assert.Equal(["/api/hello"], seen);
    }

    private static bool IsHttp(FunctionContext context) =>
        context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type == "httpTrigger");

    internal sealed class Gate : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            var response = context.GetHttpContext()!.Response;
            response.StatusCode = StatusCodes.Status403Forbidden;
            return response.WriteAsync("closed");
        }
    }

    internal sealed class Inner(List<string> calls) : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            calls.Add("inner");
            return next(context);
        }
    }
}
