using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Server.SampleApp;

public sealed class ScopedFunctions(Scoped scoped, IServiceProvider services)
{
    private int calls;

    [Function("Once")]
    public IActionResult Once([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context)
    {
        if (++calls == 1 && context.InstanceServices.GetRequiredService<Scoped>() == scoped)
        {
            scoped.Use();
        }

        return new OkResult();
    }

    [Function("Wait")]
    public async Task<IActionResult> Wait(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, CancellationToken cancellation)
    {
        var asked = new TaskCompletionSource();
        using var registration = cancellation.Register(asked.SetResult);
        services.GetRequiredService<Waiting>().Began.SetResult();
        await asked.Task;
        return new ContentResult { Content = "asked to end" };
    }
}
