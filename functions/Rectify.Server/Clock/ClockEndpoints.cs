using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Server.Invocation;

namespace Rectify.Server.Clock;

/// <summary>
/// <c>/dev/clock</c>: reads and moves the stepped clock. Exists only when the server has one, and answers only this machine.
/// </summary>
internal static class ClockEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/dev/clock", (RequestDelegate)(http => HereAsync(http, ReadAsync)));
        endpoints.MapPost("/dev/clock/advance", (RequestDelegate)(http => HereAsync(http, AdvanceAsync)));
    }

    // Moving the clock makes every deadline and term in the ledger pass, so that it is not possible over the network, whatever --urls says.
    private static Task HereAsync(HttpContext http, RequestDelegate answer)
    {
        if (http.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return answer(http);
    }

    private static Task ReadAsync(HttpContext http)
    {
        var driver = http.RequestServices.GetRequiredService<ClockDriver>();
        return http.Response.WriteAsJsonAsync(new { now = driver.Now.UtcDateTime, nextDue = driver.NextDue?.UtcDateTime });
    }

    private static async Task AdvanceAsync(HttpContext http)
    {
        var driver = http.RequestServices.GetRequiredService<ClockDriver>();
        var shutdown = http.RequestServices.GetRequiredService<Shutdown>();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, shutdown.Token);

        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: ending.Token);
            var advance = ClockAdvance.Read(body.RootElement);
            await driver.AdvanceToAsync(advance.From(driver.Now), ending.Token);
        }
        catch (JsonException e)
        {
            await ClockProblem.Malformed("body", $"The body is a JSON object; {e.Message}").ToResult().ExecuteAsync(http);
            return;
        }
        catch (ClockProblem problem)
        {
            await problem.ToResult().ExecuteAsync(http);
            return;
        }
        catch (ArgumentException e)
        {
            await ClockProblem.Rule("to", e.Message).ToResult().ExecuteAsync(http);
            return;
        }

        await ReadAsync(http);
    }
}
