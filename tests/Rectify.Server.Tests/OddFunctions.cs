using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Rectify.Server.Tests;

/// <summary>Methods for metadata that is written by hand.</summary>
public static class OddFunctions
{
    public static IActionResult Get(HttpRequest request) => new OkResult();

    public static IActionResult Rated(HttpRequest request, double rate) => new OkResult();

    public static IActionResult Body(string request) => new OkResult();

    public static void Tick(TimerInfo timer)
    {
    }

    public static ValueTask Later(TimerInfo timer) => ValueTask.CompletedTask;

    public static void Twice(TimerInfo timer)
    {
    }

    public static void Twice(TimerInfo timer, CancellationToken cancellation)
    {
    }

    public static void Idle(CancellationToken cancellation)
    {
    }

    public static void Generic<T>(TimerInfo timer)
    {
    }

    internal static void Hidden(TimerInfo timer)
    {
    }

    public static class Inner
    {
        public static void Tick(TimerInfo timer)
        {
        }
    }
}
