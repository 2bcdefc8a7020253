using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Worker.Tests.StartupHook;

[assembly: HostingStartup(typeof(ClockStartup))]

namespace Rectify.Worker.Tests.StartupHook;

/// <summary>Gives the worker the tests' clock, by <c>ASPNETCORE_HOSTINGSTARTUPASSEMBLIES</c>; the app itself knows nothing of it.</summary>
internal sealed class ClockStartup : IHostingStartup
{
    public void Configure(IWebHostBuilder builder)
    {
        if (Environment.GetEnvironmentVariable(SharedClock.FileVariable) is { Length: > 0 } file)
            builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(_ => SharedClock.Open(file)));
    }
}
